#include "readers/authors.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {
namespace {

bool IsLetter(char c) {
  return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool HasLetter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsLetter);
}

bool IsBalanced(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return false;
  }
  return depth == 0;
}

// Where the group that the text's last ")" closes begins, or npos.
size_t TrailingGroup(std::string_view text) {
  int depth = 0;
  for (size_t at = text.size(); at-- > 0;) {
    if (text[at] == ')') ++depth;
    if (text[at] == '(' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

std::string_view DropEtAl(std::string_view name) {
  for (const std::string_view tail :
       {"et.al.", "et. al.", "et al.", "et.al", "et al"}) {
    if (name.size() < tail.size()) continue;
    const size_t at = name.size() - tail.size();
    const bool is_word =
        at == 0 || IsSpace(name[at - 1]) || name[at - 1] == ',';
    if (is_word && EqualsIgnoreCase(name.substr(at), tail)) {
      return TrimRight(name.substr(0, at));
    }
  }
  return name;
}

}  // namespace

std::string_view CleanAuthor(std::string_view text) {
  std::string_view name = DropEtAl(Trim(text));
  while (name.ends_with(')')) {
    const size_t group = TrailingGroup(name);
    if (group == std::string_view::npos) break;
    name = TrimRight(name.substr(0, group));
  }
  while (name.ends_with(',') || name.ends_with(';')) {
    name = TrimRight(name.substr(0, name.size() - 1));
  }
  return HasLetter(name) ? name : std::string_view();
}

std::vector<std::string_view> SplitAuthors(std::string_view text) {
  std::vector<std::string_view> names;
  const bool groups = IsBalanced(text);
  int depth = 0;
  size_t start = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ',';
    if (groups && c == '(') ++depth;
    if (groups && c == ')') --depth;
    if (c != ',' || depth > 0) continue;
    const std::string_view name = CleanAuthor(text.substr(start, at - start));
    if (!name.empty()) names.push_back(name);
    start = at + 1;
  }
  return names;
}

}  // namespace offprint
