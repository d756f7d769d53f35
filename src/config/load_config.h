// The layers of settings: each call lays one over what is there.
#ifndef OFFPRINT_CONFIG_LOAD_CONFIG_H_
#define OFFPRINT_CONFIG_LOAD_CONFIG_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "config/site_config.h"
#include "data/value.h"
#include "data/yaml.h"

namespace offprint {

// Names that config checks, but does not know of itself.
struct Vocabulary {
  std::vector<std::string_view> dialects;
  // What is wrong with a search that is to be kept, to stand behind its name;
  // an empty text where nothing is. Null: any will do.
  std::string (*query_problem)(std::string_view query) = nullptr;
  // The same of a rule for papers, and of a category of arXiv.
  std::string (*rule_problem)(std::string_view rule) = nullptr;
  bool (*is_category)(std::string_view text) = nullptr;
};

// The mapping in a file of settings; one that is not there is a note, one that
// cannot be read an error, and both are an empty mapping.
data::Object ReadSettings(const std::filesystem::path& path,
                          const std::string& name, Diagnostics& diagnostics,
                          data::YamlDates dates = data::YamlDates::kTexts);

// Lays a mapping over the settings: site.yml's, or what a theme presets. An
// unknown key is a warning, a value that does not fit an error; both are left
// out. `file` is the name for diagnostics.
void ApplySettings(const data::Object& settings, const std::string& file,
                   const Vocabulary& vocabulary, SiteConfig* config,
                   Diagnostics& diagnostics);

// Takes the _config.yml of a Jekyll site: all of it as config->jekyll, and
// what it says of title, description, url, baseurl, lang and timezone, where
// that is what site.yml could say, as a layer of settings.
void ApplyJekyllConfig(const std::filesystem::path& path,
                       const std::string& name, const Vocabulary& vocabulary,
                       SiteConfig* config, Diagnostics& diagnostics);

// Sets one value from a text: a flag or an environment variable. `key` is as in
// site.yml, with "." between mapping and key ("feed.entries"); `origin` names
// the flag or variable in diagnostics.
void ApplySetting(std::string_view key, std::string_view text,
                  const std::string& origin, const Vocabulary& vocabulary,
                  SiteConfig* config, Diagnostics& diagnostics);

// The settings of environment variables: OFFPRINT_BASEURL,
// OFFPRINT_FEED_ENTRIES and so on, of "NAME=value" texts ended by a null
// pointer (`environ`).
void ApplyEnvironment(const char* const* environment,
                      const Vocabulary& vocabulary, SiteConfig* config,
                      Diagnostics& diagnostics);

// Reports what settings lack that others ask for. To be called after the last
// layer.
void CheckSettings(const SiteConfig& config, Diagnostics& diagnostics);

// Defaults with the file's settings over them.
SiteConfig LoadConfig(const std::filesystem::path& path,
                      const std::string& name, const Vocabulary& vocabulary,
                      Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_LOAD_CONFIG_H_
