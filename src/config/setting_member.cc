#include "config/setting_member.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace offprint {

std::string InQuotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

void Refuse(const SettingValue& value, const std::string& problem) {
  value.diagnostics.Error(value.where, InQuotes(value.name) + " " + problem);
}

void RefuseType(const SettingValue& value, const std::string& wanted) {
  std::string problem =
      "should be " + wanted + ", not " + value.value.TypeName();
  const bool quotes_help =
      wanted == "a text" && value.value.AsObject() == nullptr &&
      value.value.AsArray() == nullptr && !value.value.IsNull();
  if (quotes_help) problem += "; put it in quotes";
  Refuse(value, problem);
}

const std::string* TextOf(const SettingValue& value) {
  const std::string* text = value.value.AsString();
  if (text == nullptr) RefuseType(value, "a text");
  return text;
}

SettingValue InnerValue(const SettingValue& outer, const data::Value& inner,
                        std::string_view name) {
  SourceLocation where = outer.where;
  if (inner.mark.line > 0) {
    where.line = inner.mark.line;
    where.column = inner.mark.column;
  }
  return {inner, name, std::move(where), outer.vocabulary, outer.diagnostics};
}

const data::Object* MappingOf(const SettingValue& value) {
  const data::Object* mapping = value.value.AsObject();
  if (mapping == nullptr) RefuseType(value, "a mapping");
  return mapping;
}

void WarnOfOthers(const SettingValue& mapping,
                  const std::vector<std::string_view>& known) {
  for (const data::Member& member : mapping.value.AsObject()->members()) {
    if (std::ranges::find(known, member.key) != known.end()) continue;
    const auto meant = NearMiss(member.key, known);
    SourceLocation where = mapping.where;
    where.line = member.mark.line;
    where.column = member.mark.column;
    mapping.diagnostics.Warning(
        std::move(where),
        "unknown key " + InQuotes(member.key) + " in " +
            InQuotes(mapping.name) +
            (meant ? "; did you mean " + InQuotes(*meant) + "?" : ""));
  }
}

const std::string* MemberText(const SettingValue& mapping,
                              std::string_view name) {
  const data::Value* member = mapping.value.AsObject()->Find(name);
  if (member == nullptr) {
    Refuse(mapping, "lacks " + InQuotes(name));
    return nullptr;
  }
  return TextOf(InnerValue(mapping, *member, name));
}

}  // namespace offprint
