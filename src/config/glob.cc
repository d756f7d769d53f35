#include "config/glob.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/text.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

std::string_view FirstPart(std::string_view text) {
  return text.substr(0, text.find('/'));
}

std::string_view AfterFirstPart(std::string_view text) {
  const size_t slash = text.find('/');
  return slash == kNone ? std::string_view() : text.substr(slash + 1);
}

// The character at `*at`, behind a back-slash where there is one.
char32_t NextPatternCharacter(std::string_view pattern, size_t* at) {
  if (pattern[*at] == '\\' && *at + 1 < pattern.size()) ++*at;
  return NextCodePoint(pattern, at);
}

// Whether the set "[…]" at `*at` holds the character; moves behind it. A "["
// without its "]" stands for itself.
bool SetHolds(std::string_view pattern, size_t* at, char32_t character) {
  const size_t inside = *at + 1;
  const bool negated = inside < pattern.size() &&
                       (pattern[inside] == '!' || pattern[inside] == '^');
  const size_t first = inside + (negated ? 1 : 0);
  const size_t end = pattern.find(']', first + 1);
  if (end == kNone) {
    ++*at;
    return character == '[';
  }
  bool found = false;
  for (size_t i = first; i < end;) {
    const char32_t low = NextPatternCharacter(pattern, &i);
    char32_t high = low;
    if (i + 1 < end && pattern[i] == '-') {
      ++i;
      high = NextPatternCharacter(pattern, &i);
    }
    found = found || (low <= character && character <= high);
  }
  *at = end + 1;
  return found != negated;
}

// Matches one pattern character; moves both on when it does.
bool MatchOne(std::string_view pattern, size_t* p, std::string_view text,
              size_t* t) {
  size_t text_end = *t;
  const char32_t character = NextCodePoint(text, &text_end);
  size_t pattern_end = *p;
  bool matches = true;
  if (pattern[*p] == '?') {
    ++pattern_end;
  } else if (pattern[*p] == '[') {
    matches = SetHolds(pattern, &pattern_end, character);
  } else {
    matches = NextPatternCharacter(pattern, &pattern_end) == character;
  }
  if (!matches) return false;
  *p = pattern_end;
  *t = text_end;
  return true;
}

// One part against one part. After a mismatch the last "*" takes one character
// more; earlier ones never need to.
bool MatchesPart(std::string_view pattern, std::string_view text) {
  size_t p = 0;
  size_t t = 0;
  size_t star = kNone;
  size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && MatchOne(pattern, &p, text, &t)) {
      continue;
    } else if (star != kNone) {
      NextCodePoint(text, &star_text);
      t = star_text;
      p = star + 1;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

// All parts against the first parts of the path, "**" in the same way as "*"
// above. The path may go on below a folder that matches.
bool MatchesParts(std::string_view pattern, std::string_view path,
                  bool folders_alone) {
  std::string_view after_stars;
  std::string_view star_path;
  bool has_stars = false;
  while (!pattern.empty()) {
    if (FirstPart(pattern) == "**") {
      pattern = AfterFirstPart(pattern);
      if (pattern.empty()) return !path.empty();
      after_stars = pattern;
      star_path = path;
      has_stars = true;
    } else if (!path.empty() &&
               MatchesPart(FirstPart(pattern), FirstPart(path)) &&
               !(folders_alone && AfterFirstPart(pattern).empty() &&
                 AfterFirstPart(path).empty())) {
      pattern = AfterFirstPart(pattern);
      path = AfterFirstPart(path);
    } else if (has_stars && !star_path.empty()) {
      star_path = AfterFirstPart(star_path);
      path = star_path;
      pattern = after_stars;
    } else {
      return false;
    }
  }
  return true;
}

// By the last pattern that matches.
bool IsTaken(const std::vector<std::string>& patterns, std::string_view path,
             bool is_folder) {
  bool taken = false;
  for (std::string_view pattern : patterns) {
    const bool takes = !pattern.starts_with('!');
    if (!takes) pattern.remove_prefix(1);
    if (taken != takes && MatchesGlob(pattern, path, is_folder)) taken = takes;
  }
  return taken;
}

}  // namespace

bool MatchesGlob(std::string_view pattern, std::string_view path,
                 bool is_folder) {
  const bool ends_in_slash = pattern.ends_with('/');
  if (ends_in_slash) pattern.remove_suffix(1);
  const bool folders_alone = ends_in_slash && !is_folder;
  const bool anywhere = pattern.find('/') == kNone;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  if (pattern.empty()) return false;
  return anywhere
             ? MatchesParts("**/" + std::string(pattern), path, folders_alone)
             : MatchesParts(pattern, path, folders_alone);
}

bool MatchesGlobs(const std::vector<std::string>& patterns,
                  std::string_view path) {
  for (size_t end = 0; end < path.size(); ++end) {
    end = std::min(path.find('/', end), path.size());
    if (IsTaken(patterns, path.substr(0, end), end < path.size())) return true;
  }
  return false;
}

}  // namespace offprint
