// Checks of the settings under "papers", as those of setting_value.h.
#ifndef OFFPRINT_CONFIG_PAPERS_VALUE_H_
#define OFFPRINT_CONFIG_PAPERS_VALUE_H_

#include <string>
#include <vector>

#include "config/setting.h"

namespace offprint {

void SetCategories(const SettingValue& value,
                   std::vector<std::string>* categories);
// A rule by which papers are chosen; an empty one chooses all.
void SetRule(const SettingValue& value, std::string* rule);
void SetTopicRules(const SettingValue& value, std::vector<TopicRule>* rules);
// A dialect that can be written: all but generic.
void SetWrittenDialect(const SettingValue& value, std::string* dialect);
// A folder below another one, whose digests are read.
void SetSubfolder(const SettingValue& value, std::string* folder);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_PAPERS_VALUE_H_
