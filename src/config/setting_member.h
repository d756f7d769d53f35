// Values that stand inside a setting's, and what is said of those that do not
// fit.
#ifndef OFFPRINT_CONFIG_SETTING_MEMBER_H_
#define OFFPRINT_CONFIG_SETTING_MEMBER_H_

#include <string>
#include <string_view>
#include <vector>

#include "config/setting.h"

namespace offprint {

// The text in double quotes.
std::string InQuotes(std::string_view text);

// "paginate" <problem>: an error at the value's place.
void Refuse(const SettingValue& value, const std::string& problem);
// The error of a value that is not `wanted` ("a list").
void RefuseType(const SettingValue& value, const std::string& wanted);

// A value that stands inside another one, at its own place where it has one.
SettingValue InnerValue(const SettingValue& outer, const data::Value& inner,
                        std::string_view name);

// The value as what it is; null, and reported, where it is not.
const std::string* TextOf(const SettingValue& value);
const data::Object* MappingOf(const SettingValue& value);

// A warning for each key of the mapping that is none of those.
void WarnOfOthers(const SettingValue& mapping,
                  const std::vector<std::string_view>& known);

// The text of a mapping's member; a member that is missing is reported.
const std::string* MemberText(const SettingValue& mapping,
                              std::string_view name);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_SETTING_MEMBER_H_
