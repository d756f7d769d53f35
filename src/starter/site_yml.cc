// The template is a whole site.yml. A setting in it is the line that begins
// with "key:", or "#key:" where it keeps its default, with the lines below that
// are indented by two blanks or more, behind the "#" where there is one.
#include "starter/site_yml.h"

#include <cassert>

#include "base/text.h"
#include "data/json.h"
#include "data/yaml.h"
#include "starter/templates.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

// Where the line behind the one at `at` begins.
size_t NextLine(std::string_view text, size_t at) {
  const size_t end = text.find('\n', at);
  return end == kNone ? text.size() : end + 1;
}

// Where the line begins that `start` stands at the head of, or nowhere.
size_t FindLine(std::string_view text, const std::string& start) {
  if (text.starts_with(start)) return 0;
  const size_t before = text.find("\n" + start);
  return before == kNone ? kNone : before + 1;
}

std::string Line(std::string_view key, std::string_view value) {
  return std::string(key) + ": " + YamlScalar(value) + "\n";
}

std::string DialectLines(const std::vector<DialectRule>& rules) {
  std::string lines = "dialects:\n";
  for (const DialectRule& rule : rules) {
    lines += "  - " + Line("files", rule.files);
    lines += "    " + Line("dialect", rule.dialect);
  }
  return lines;
}

std::string ListLines(std::string_view key,
                      const std::vector<std::string>& items) {
  std::string lines = std::string(key) + ":\n";
  for (const std::string& item : items) {
    lines += "  - " + YamlScalar(item) + "\n";
  }
  return lines;
}

}  // namespace

std::string YamlScalar(std::string_view text) {
  Diagnostics ignored;  // what is not YAML is quoted
  const data::Value read =
      data::ParseYaml("- " + std::string(text) + "\n", "", 1, ignored);
  const data::Array* list = read.AsArray();
  const bool is_plain =
      ignored.list().empty() && list != nullptr && list->size() == 1 &&
      list->front().AsString() != nullptr && *list->front().AsString() == text;
  if (is_plain) return std::string(text);
  std::string quoted;
  data::AppendJsonString(text, &quoted);
  return quoted;
}

void ReplaceSetting(std::string_view key, std::string_view lines,
                    std::string* yml) {
  std::string inner = "  ";
  size_t begin = FindLine(*yml, std::string(key) + ":");
  if (begin == kNone) {
    begin = FindLine(*yml, "#" + std::string(key) + ":");
    inner = "#  ";
  }
  assert(begin != kNone);
  size_t end = NextLine(*yml, begin);
  while (std::string_view(*yml).substr(end).starts_with(inner)) {
    end = NextLine(*yml, end);
  }
  yml->replace(begin, end - begin, lines);
}

std::string SiteYml(const SiteConfig& config) {
  std::string yml(Template("site/site.yml"));
  const auto write = [&](std::string_view key, std::string_view value) {
    ReplaceSetting(key, Line(key, value), &yml);
  };
  write("title", config.title);
  write("lang", config.lang);
  write("content", config.content);
  if (!config.url.empty()) write("url", config.url);
  if (!config.baseurl.empty()) write("baseurl", config.baseurl);
  if (config.days == DayDate::kPublished) write("days", "published");
  if (!config.dialects.empty()) {
    ReplaceSetting("dialects", DialectLines(config.dialects), &yml);
  }
  if (!config.exclude.empty()) {
    ReplaceSetting("exclude", ListLines("exclude", config.exclude), &yml);
  }
  return yml;
}

}  // namespace offprint
