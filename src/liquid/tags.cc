#include "liquid/tags.h"

namespace offprint::liquid {
namespace {

struct Tag {
  std::string_view name;
  TagParser parse;
};

constexpr Tag kTags[] = {
    {"assign", ParseAssign},
    {"break", ParseBreak},
    {"capture", ParseCapture},
    {"case", ParseCase},
    {"comment", ParseComment},
    {"continue", ParseContinue},
    {"cycle", ParseCycle},
    {"decrement", ParseDecrement},
    {"for", ParseFor},
    {"highlight", ParseHighlight},
    {"if", ParseIf},
    {"ifchanged", ParseIfchanged},
    {"include", ParseInclude},
    {"include_relative", ParseIncludeRelative},
    {"increment", ParseIncrement},
    {"link", ParseLink},
    {"post_url", ParsePostUrl},
    {"raw", ParseRaw},
    {"tablerow", ParseTablerow},
    {"unless", ParseUnless},
};

}  // namespace

TagParser FindTag(std::string_view name) {
  for (const Tag& tag : kTags) {
    if (tag.name == name) return tag.parse;
  }
  return nullptr;
}

std::vector<std::string_view> TagNames() {
  std::vector<std::string_view> names;
  for (const Tag& tag : kTags) names.push_back(tag.name);
  return names;
}

}  // namespace offprint::liquid
