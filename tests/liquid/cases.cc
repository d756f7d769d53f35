#include "liquid/cases.h"

#include <ctime>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "base/source_file.h"
#include "data/yaml.h"
#include "liquid/engine.h"
#include "liquid/fixture_site.h"
#include "markdown/kramdown.h"

namespace offprint::liquid_test {
namespace {

using liquid::Options;
using liquid::Source;

const data::Value* Find(const data::Object& object, std::string_view key) {
  const data::Value* value = object.Find(key);
  return value == nullptr || value->IsNull() ? nullptr : value;
}

std::string Text(const data::Object& object, std::string_view key) {
  const data::Value* value = Find(object, key);
  const std::string* text = value == nullptr ? nullptr : value->AsString();
  return text == nullptr ? std::string() : *text;
}

std::optional<Source> LoadFile(const std::filesystem::path& path,
                               std::string_view name) {
  if (!std::filesystem::is_regular_file(path)) return std::nullopt;
  return Source{std::string(name), ReadFile(path), 1};
}

// The settings, the includes and the site that a case runs with.
struct Surroundings {
  Options options;
  FixtureSite site;
};

void SetConfig(const data::Object& config, Surroundings* around) {
  around->options.url = Text(config, "url");
  around->options.baseurl = Text(config, "baseurl");
  const std::string zone = Text(config, "timezone");
  if (!zone.empty()) TimeZone::Find(zone, &around->options.zone);
}

void SetLoaders(const Case& one, const std::filesystem::path& folder,
                Surroundings* around) {
  const data::Value* includes = Find(*one.all, "includes");
  const data::Object* texts =
      includes == nullptr ? nullptr : includes->AsObject();
  around->options.load_include =
      [texts, folder](std::string_view name) -> std::optional<Source> {
    if (texts != nullptr && texts->Find(name) != nullptr) {
      return Source{std::string(name), *texts->Find(name)->AsString(), 1};
    }
    return LoadFile(folder / "_includes" / name, name);
  };
  around->options.load_relative = [folder](std::string_view path) {
    return LoadFile(folder / path, path);
  };
  const FixtureSite* site = &around->site;
  around->options.link =
      [site](std::string_view path) -> std::optional<std::string> {
    std::string key(path);
    if (key.starts_with('/')) key.erase(0, 1);
    const auto found = site->links.find(key);
    if (found == site->links.end()) return std::nullopt;
    return found->second;
  };
  around->options.post_url =
      [site](std::string_view name) -> std::optional<std::string> {
    std::string key(name);
    if (key.starts_with('/')) key.erase(0, 1);
    const auto found = site->posts.find(key);
    if (found == site->posts.end()) return std::nullopt;
    return found->second;
  };
}

}  // namespace

std::vector<Case> LoadCases(const data::Value& root) {
  const data::Object* object = root.AsObject();
  const data::Value* list =
      object == nullptr ? nullptr : Find(*object, "cases");
  if (list == nullptr || list->AsArray() == nullptr) {
    throw std::runtime_error("the file has no list \"cases\"");
  }
  std::vector<Case> cases;
  for (const data::Value& value : *list->AsArray()) {
    Case one;
    one.all = value.AsObject();
    if (one.all == nullptr) throw std::runtime_error("a case is no mapping");
    one.name = Text(*one.all, "name");
    one.group = Text(*one.all, "group");
    one.source = Text(*one.all, "template");
    one.expected = Text(*one.all, "expected");
    const data::Value* error = Find(*one.all, "is_error");
    one.is_error = error != nullptr && error->AsBool() && *error->AsBool();
    cases.push_back(std::move(one));
  }
  return cases;
}

Outcome RunCase(const Case& one, const std::filesystem::path& sites) {
  Surroundings around;
  around.options.now = std::time(nullptr);
  around.options.markdownify = [](std::string_view markdown) {
    std::string html;
    AppendKramdownHtml(markdown, &html);
    return html;
  };
  std::filesystem::path folder = "/nonexistent";
  if (Find(*one.all, "fixture") != nullptr) {
    folder = sites / "fixture";
    around.site = ReadFixtureSite(folder);
    SetConfig(around.site.values, &around);
  }
  if (const data::Value* config = Find(*one.all, "config")) {
    SetConfig(*config->AsObject(), &around);
  }
  SetLoaders(one, folder, &around);
  Diagnostics diagnostics;
  data::Value page;
  if (const data::Value* given = Find(*one.all, "page")) page = *given;
  const std::string front_matter = Text(*one.all, "front_matter");
  if (!front_matter.empty()) {
    page = data::ParseYaml(front_matter, "page", 1, diagnostics,
                           data::YamlDates::kTimestamps);
  }
  liquid::Hash globals;
  const data::Value site(around.site.values);
  globals.Set("site", liquid::Value(site));
  if (!page.IsNull()) globals.Set("page", liquid::Value(page));
  if (const data::Value* data = Find(*one.all, "data")) {
    for (const data::Member& member : data->AsObject()->members()) {
      globals.Set(std::string_view(member.key), liquid::Value(member.value));
    }
  }
  const liquid::Engine engine(around.options);
  Outcome outcome;
  liquid::Arena arena;
  const auto parsed = engine.Parse({"case", one.source, 1}, diagnostics);
  outcome.failed =
      parsed == nullptr ||
      !engine.Render(*parsed, globals, arena, &outcome.text, diagnostics);
  for (const Diagnostic& problem : diagnostics.list()) {
    outcome.problems += FormatDiagnostic(problem) + "\n";
  }
  return outcome;
}

bool Fits(const Case& one, const Outcome& outcome) {
  if (one.is_error || outcome.failed) return one.is_error == outcome.failed;
  return one.expected == outcome.text;
}

}  // namespace offprint::liquid_test
