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

}  // namespace

FrontMatter SplitFrontMatter(std::string_view text, const std::string& file,
                             Diagnostics& diagnostics) {
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
    Value values = ParseYaml(yaml, file, 2, diagnostics);
    if (Object* object = values.AsObject()) result.values = std::move(*object);
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
    const bool plain = std::all_of(
        member.key.begin(), member.key.end(),
        [](char c) { return IsAsciiAlpha(c) || c == '_' || c == '-'; });
    if (plain) {
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
