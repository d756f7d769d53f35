// The table of all settings: names, kinds and help, in one place for reading,
// for "did you mean" and for the manual.
#ifndef OFFPRINT_CONFIG_SETTING_H_
#define OFFPRINT_CONFIG_SETTING_H_

#include <span>
#include <string_view>

#include "base/diagnostics.h"
#include "config/load_config.h"
#include "config/site_config.h"
#include "data/value.h"

namespace offprint {

// What a value must be; a flag's or variable's text is read by it.
enum class SettingKind { kText, kNumber, kTruth, kList, kMapping };

// A value on its way into the settings, with what is needed to refuse it.
struct SettingValue {
  const data::Value& value;
  std::string_view name;
  SourceLocation where;
  const Vocabulary& vocabulary;
  Diagnostics& diagnostics;
};

struct Setting {
  // With "." between mapping and key: "feed.entries".
  std::string_view name;
  SettingKind kind;
  // One line for the manual.
  std::string_view help;
  // Checks the value and puts it in its place, or reports it.
  void (*set)(const SettingValue& value, SiteConfig* config);
};

// In the order of the manual.
std::span<const Setting> Settings();

// The setting of that name, or null.
const Setting* FindSetting(std::string_view name);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_SETTING_H_
