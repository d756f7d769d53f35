#include "config/load_config.h"

#include <algorithm>
#include <cassert>
#include <system_error>
#include <utility>

#include "base/source_file.h"
#include "base/text.h"
#include "config/setting.h"
#include "data/json.h"
#include "data/yaml.h"

namespace offprint {
namespace {

constexpr std::string_view kVariablePrefix = "OFFPRINT_";

// "feed.entries" is OFFPRINT_FEED_ENTRIES in the environment.
std::string VariableName(std::string_view setting) {
  std::string name(kVariablePrefix);
  for (const char c : setting) {
    name += c == '.'               ? '_'
            : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A')
                                   : c;
  }
  return name;
}

// The keys that a mapping may have: of the settings that begin with `prefix`,
// the part up to the next ".".
std::vector<std::string_view> KeysUnder(std::string_view prefix) {
  std::vector<std::string_view> keys;
  for (const Setting& setting : Settings()) {
    if (!setting.name.starts_with(prefix)) continue;
    const std::string_view rest = setting.name.substr(prefix.size());
    const std::string_view key = rest.substr(0, rest.find('.'));
    if (keys.empty() || keys.back() != key) keys.push_back(key);
  }
  return keys;
}

// A layer on its way into the settings.
class Layer {
 public:
  Layer(const std::string& file, const Vocabulary& vocabulary,
        SiteConfig* config, Diagnostics& diagnostics)
      : file_(file),
        vocabulary_(vocabulary),
        config_(config),
        diagnostics_(diagnostics) {}

  void Apply(const data::Object& mapping, const std::string& prefix) {
    for (const data::Member& member : mapping.members()) {
      // "url:" asks for the default.
      const bool is_set = !member.value.IsNull();
      const std::string name = prefix + member.key;
      if (const Setting* setting = FindSetting(name)) {
        if (!is_set) continue;
        setting->set({member.value, name, Place(member.value.mark), vocabulary_,
                      diagnostics_},
                     config_);
      } else if (!KeysUnder(name + ".").empty()) {
        if (is_set) ApplyGroup(member, name);
      } else {
        WarnOfKey(member, prefix);
      }
    }
  }

 private:
  void ApplyGroup(const data::Member& group, const std::string& name) {
    if (const data::Object* mapping = group.value.AsObject()) {
      return Apply(*mapping, name + ".");
    }
    diagnostics_.Error(
        Place(group.value.mark),
        "\"" + name + "\" should be a mapping, not " + group.value.TypeName());
  }

  void WarnOfKey(const data::Member& member, const std::string& prefix) {
    std::string message = "unknown key \"" + prefix + member.key + "\"";
    const std::string before_colon = member.key.substr(0, member.key.find(':'));
    if (FindSetting(prefix + before_colon) != nullptr) {
      message += "; write \"" + before_colon +
                 ": …\", with a blank behind the "
                 "colon";
    } else if (const auto meant = NearMiss(member.key, KeysUnder(prefix))) {
      message += "; did you mean \"" + prefix + std::string(*meant) + "\"?";
    }
    const data::Mark mark =
        member.mark.line > 0 ? member.mark : member.value.mark;
    diagnostics_.Warning(Place(mark), std::move(message));
  }

  SourceLocation Place(data::Mark mark) const {
    return {file_, mark.line, mark.column};
  }

  const std::string& file_;
  const Vocabulary& vocabulary_;
  SiteConfig* config_;
  Diagnostics& diagnostics_;
};

// A flag's or variable's text as the kind of value that the setting takes.
data::Value ValueFromText(SettingKind kind, std::string_view text) {
  switch (kind) {
    case SettingKind::kText:
    case SettingKind::kMapping:
      break;
    case SettingKind::kNumber:
    case SettingKind::kTruth: {
      Diagnostics ignored;  // What is not YAML is refused as a text.
      data::Value value = data::ParseYaml(text, "", 1, ignored);
      if (ignored.errors() == 0) return value;
      break;
    }
    case SettingKind::kList: {
      data::Array list;
      for (const std::string_view item : Split(text, ',')) {
        if (!Trim(item).empty()) list.emplace_back(Trim(item));
      }
      return list;
    }
  }
  return text;
}

void AppendLayer(const data::Object& settings, SiteConfig* config) {
  data::AppendJson(settings, &config->layers);
  config->layers += '\n';
}

}  // namespace

data::Object ReadSettings(const std::filesystem::path& path,
                          const std::string& name, Diagnostics& diagnostics,
                          data::YamlDates dates) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    diagnostics.Note({name, 0, 0},
                     "there is no such file: every setting has its default");
    return {};
  }
  const SourceFile file = SourceFile::Read(path, name, diagnostics);
  data::Value value = data::ParseYaml(file.text(), name, 1, diagnostics, dates);
  if (value.IsNull()) return {};
  if (data::Object* mapping = value.AsObject()) return std::move(*mapping);
  diagnostics.Error(
      {name, 1, 1},
      std::string("should be a mapping of settings, not ") + value.TypeName());
  return {};
}

void ApplySettings(const data::Object& settings, const std::string& file,
                   const Vocabulary& vocabulary, SiteConfig* config,
                   Diagnostics& diagnostics) {
  AppendLayer(settings, config);
  Layer(file, vocabulary, config, diagnostics).Apply(settings, "");
}

void ApplyJekyllConfig(const std::filesystem::path& path,
                       const std::string& name, const Vocabulary& vocabulary,
                       SiteConfig* config, Diagnostics& diagnostics) {
  config->jekyll =
      ReadSettings(path, name, diagnostics, data::YamlDates::kTimestamps);
  AppendLayer(config->jekyll, config);
  data::Object shared;
  for (const data::Member& member : config->jekyll.members()) {
    constexpr std::string_view kShared[] = {
        "title", "description", "url", "baseurl", "lang", "timezone"};
    const bool is_shared =
        std::ranges::find(kShared, member.key) != std::end(kShared);
    if (is_shared && member.value.AsString() != nullptr) {
      shared.Set(member.key, member.value, member.mark);
    }
  }
  ApplySettings(shared, name, vocabulary, config, diagnostics);
}

void ApplySetting(std::string_view key, std::string_view text,
                  const std::string& origin, const Vocabulary& vocabulary,
                  SiteConfig* config, Diagnostics& diagnostics) {
  const Setting* setting = FindSetting(key);
  assert(setting != nullptr);
  config->layers.append(key).append("=").append(text) += '\n';
  const data::Value value = ValueFromText(setting->kind, text);
  setting->set({value, key, {origin, 0, 0}, vocabulary, diagnostics}, config);
}

void ApplyEnvironment(const char* const* environment,
                      const Vocabulary& vocabulary, SiteConfig* config,
                      Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Setting& setting : Settings()) {
    names.push_back(VariableName(setting.name));
  }
  for (; *environment != nullptr; ++environment) {
    const std::string_view variable = *environment;
    if (!variable.starts_with(kVariablePrefix)) continue;
    const size_t equals = variable.find('=');
    const std::string name(variable.substr(0, equals));
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) {
      const auto index = static_cast<size_t>(found - names.begin());
      ApplySetting(Settings()[index].name, variable.substr(equals + 1), name,
                   vocabulary, config, diagnostics);
      continue;
    }
    const auto meant = NearMiss(name, {names.begin(), names.end()});
    diagnostics.Warning(
        {name, 0, 0}, "this variable is no setting" +
                          (meant ? "; did you mean " + std::string(*meant) + "?"
                                 : std::string()));
  }
}

void CheckSettings(const SiteConfig& config, Diagnostics& diagnostics) {
  const bool is_server = config.search_engine == SearchEngine::kOpenSearch ||
                         config.search_engine == SearchEngine::kMeilisearch;
  if (is_server && config.search_url.empty()) {
    diagnostics.Error(config.search_engine_place,
                      "\"search.engine\" names a server: \"search.url\" is "
                      "needed to say where it is");
  }
}

SiteConfig LoadConfig(const std::filesystem::path& path,
                      const std::string& name, const Vocabulary& vocabulary,
                      Diagnostics& diagnostics) {
  SiteConfig config;
  ApplySettings(ReadSettings(path, name, diagnostics), name, vocabulary,
                &config, diagnostics);
  return config;
}

}  // namespace offprint
