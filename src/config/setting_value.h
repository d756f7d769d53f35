// Checks that a value is what its setting should be, and puts it in its place.
// Each function reports a value that does not fit and leaves the place as it
// was.
#ifndef OFFPRINT_CONFIG_SETTING_VALUE_H_
#define OFFPRINT_CONFIG_SETTING_VALUE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/setting.h"

namespace offprint {

void SetText(const SettingValue& value, std::string* text);
// A text that is not empty.
void SetName(const SettingValue& value, std::string* name);
void SetNumber(const SettingValue& value, int least, int* number);
void SetTruth(const SettingValue& value, bool* truth);
// The position of the value among the names; "did you mean" for others.
void SetChoice(const SettingValue& value,
               const std::vector<std::string_view>& names, int* choice);

void SetUrl(const SettingValue& value, std::string* url);
// An address of a server, with or without a path. Names and passwords in it are
// refused: pages tell the address to everyone.
void SetServerUrl(const SettingValue& value, std::string* url);
// A name that every search engine takes for an index.
void SetIndexName(const SettingValue& value, std::string* name);
// A text that fits into a header.
void SetPublicKey(const SettingValue& value, std::string* key);
void SetBaseUrl(const SettingValue& value, std::string* baseurl);
void SetLang(const SettingValue& value, std::string* lang);
void SetTimeZone(const SettingValue& value, SiteConfig* config);
void SetPermalink(const SettingValue& value,
                  const std::vector<std::string_view>& placeholders,
                  std::string* permalink);

void SetTexts(const SettingValue& value, std::vector<std::string>* texts);
void SetAliases(const SettingValue& value,
                std::map<std::string, std::string, std::less<>>* aliases);
void SetDialects(const SettingValue& value, std::vector<DialectRule>* rules);
void SetSources(const SettingValue& value, std::vector<RemoteSource>* sources);
void SetFeeds(const SettingValue& value, std::vector<SavedSearch>* feeds);
// Lays the members over those that are there.
void SetMapping(const SettingValue& value, data::Object* mapping);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_SETTING_VALUE_H_
