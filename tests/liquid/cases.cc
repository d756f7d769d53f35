#include "liquid/cases.h"

#include <ctime>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "base/source_file.h"
#include "config/load_config.h"
#include "data/yaml.h"
#include "jekyll/site_renderer.h"
#include "jekyll/source.h"
#include "liquid/engine.h"
#include "markdown/kramdown.h"
#include "theme/theme.h"
#include "theme/theme_data.h"

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

// A folder that cases run in, read and rendered as offprint does it.
struct SiteOfCases {
  explicit SiteOfCases(const std::filesystem::path& folder) {
    Diagnostics diagnostics;
    SiteConfig config;
    config.has_archive = false;
    ApplyJekyllConfig(folder / "_config.yml", "_config.yml", {}, &config,
                      diagnostics);
    LoadTheme("", folder, {}, &theme, diagnostics);
    source = jekyll::ReadSource(folder, theme,
                                jekyll::MakeSettings(config, diagnostics), {},
                                diagnostics);
    extra = {{"data", LoadThemeData(theme, diagnostics).values, {}}};
    renderer.emplace(folder, source, theme, extra, diagnostics);
    renderer->RenderBodies(diagnostics);
  }

  Theme theme;
  jekyll::Source source;
  data::Object extra;
  std::optional<jekyll::SiteRenderer> renderer;
};

// The settings, the includes and the site that a case runs with.
struct Surroundings {
  Options options;
  std::unique_ptr<const SiteOfCases> site;
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
  if (around->site == nullptr) return;
  const jekyll::Source* source = &around->site->source;
  around->options.link = [source](std::string_view path) {
    return source->Link(std::string(path));
  };
  around->options.post_url = [source](std::string_view name) {
    return source->PostUrl(std::string(name));
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
    around.site = std::make_unique<SiteOfCases>(folder);
    SetConfig(around.site->source.settings.values, &around);
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
  static const data::Object no_site;
  globals.Set("site", around.site == nullptr ? liquid::Value(&no_site)
                                             : around.site->renderer->site());
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
