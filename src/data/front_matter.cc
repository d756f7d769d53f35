#include "data/front_matter.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "data/json.h"
#include "data/yaml.h"

namespace offprint::data {
namespace {

// Takes the first line off the text, its LF included.
std::string_view TakeLine(std::string_view* text) {
  const size_t end = text->find('\n');
  const std::string_view line = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  return line;
}

// Takes the lines off the head that hold white space alone.
void TakeBlankLines(std::string_view* text, int* line) {
  for (;;) {
    std::string_view rest = *text;
    const std::string_view row = TakeLine(&rest);
    const bool ended = row.size() < text->size();
    if (!Trim(row).empty() || (!ended && row.empty())) return;
    *text = rest;
    if (ended) ++*line;
  }
}

Object ReadValues(std::string_view yaml, const std::string& file,
                  Diagnostics& diagnostics, YamlDates dates) {
  Value values = ParseYaml(yaml, file, 2, diagnostics, dates);
  if (Object* object = values.AsObject()) return std::move(*object);
  if (!values.IsNull()) {
    diagnostics.Error({file, values.mark.line, values.mark.column},
                      std::string("the front matter is ") + values.TypeName() +
                          "; write it as lines \"key: value\"");
  }
  return {};
}

// Whether a key needs no quotes: a word that YAML takes for nothing else.
bool IsPlainKey(std::string_view key) {
  for (const std::string_view word :
       {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}) {
    if (EqualsIgnoreCase(key, word)) return false;
  }
  return !key.empty() && key.front() != '-' &&
         std::all_of(key.begin(), key.end(), [](char c) {
           return IsAsciiAlpha(c) || c == '_' || c == '-';
         });
}

}  // namespace

FrontMatter SplitFrontMatter(std::string_view text, const std::string& file,
                             Diagnostics& diagnostics, YamlDates dates) {
  FrontMatter result;
  result.body = text;
  std::string_view rest = text;
  if (TrimRight(TakeLine(&rest)) != "---" || !text.starts_with("---")) {
    return result;
  }
  const std::string_view yaml_start = rest;
  int line = 2;
  while (!rest.empty()) {
    const size_t before = rest.size();
    const std::string_view row = TrimRight(TakeLine(&rest));
    ++line;
    if (row != "---" && row != "...") continue;
    const std::string_view yaml =
        yaml_start.substr(0, yaml_start.size() - before);
    TakeBlankLines(&rest, &line);
    result.values = ReadValues(yaml, file, diagnostics, dates);
    result.present = true;
    result.body = rest;
    result.body_line = line;
    return result;
  }
  return result;
}

void AppendFrontMatter(const Object& values, std::string* out) {
  *out += "---\n";
  for (const Member& member : values.members()) {
    if (IsPlainKey(member.key)) {
      *out += member.key;
    } else {
      AppendJsonString(member.key, out);
    }
    *out += ": ";
    AppendJson(member.value, out);
    *out += '\n';
  }
  *out += "---\n";
}

}  // namespace offprint::data
