#include "config/permalink_check.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {
namespace {

constexpr std::string_view kForbidden = "?#%\\\"'<>{}|^`* ";

bool IsForbidden(char c) {
  return kForbidden.find(c) != std::string_view::npos ||
         static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// The parts between the slashes that lead nowhere: "//", "/./", "/../".
bool HasBadPart(std::string_view permalink) {
  std::vector<std::string_view> parts = Split(permalink, '/');
  parts.erase(parts.begin());
  if (!parts.empty() && parts.back().empty()) parts.pop_back();
  return std::ranges::any_of(parts, [](std::string_view part) {
    return part.empty() || part == "." || part == "..";
  });
}

std::vector<std::string_view> PlaceholdersOf(std::string_view permalink) {
  std::vector<std::string_view> found;
  size_t at = 0;
  while ((at = permalink.find(':', at)) != std::string_view::npos) {
    size_t end = at + 1;
    while (end < permalink.size() &&
           (IsAsciiAlpha(permalink[end]) || permalink[end] == '_')) {
      ++end;
    }
    found.push_back(permalink.substr(at, end - at));
    at = end;
  }
  return found;
}

std::string Quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

}  // namespace

std::string PermalinkProblem(
    std::string_view permalink,
    const std::vector<std::string_view>& placeholders) {
  if (!permalink.starts_with('/')) return "should begin with \"/\"";
  if (!permalink.ends_with('/') && !permalink.ends_with(".html")) {
    return "should end in \"/\" or \".html\"";
  }
  const auto bad = std::ranges::find_if(permalink, IsForbidden);
  if (bad != permalink.end()) {
    return "may not hold the character " + Quoted(std::string(1, *bad));
  }
  if (HasBadPart(permalink)) {
    return "may not hold \"//\", \"/./\" or \"/../\"";
  }
  const std::vector<std::string_view> found = PlaceholdersOf(permalink);
  for (const std::string_view name : found) {
    if (std::ranges::find(placeholders, name) != placeholders.end()) continue;
    const auto meant = NearMiss(name, placeholders);
    return "has the unknown placeholder " + Quoted(name) +
           (meant ? "; did you mean " + Quoted(*meant) + "?" : "");
  }
  for (const std::string_view name : placeholders) {
    if (std::ranges::find(found, name) != found.end()) continue;
    return "needs " + Quoted(name) +
           ", without which several pages have the same address";
  }
  return "";
}

}  // namespace offprint
