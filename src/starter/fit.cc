#include "starter/fit.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr std::string_view kReadMe = "README.md";

bool HasHan(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (c >= 0x4E00 && c <= 0x9FFF) return true;
  }
  return false;
}

bool HasHan(const Entry& entry) {
  return HasHan(entry.title) || HasHan(entry.topic) ||
         std::ranges::any_of(entry.sections, [](const Section& section) {
           return HasHan(section.text);
         });
}

// The path as site.yml names it: that of a file outside by its folder's name
// and its own, wherever they are.
std::string PatternInSite(std::string_view path) {
  if (!path.starts_with('/')) return PatternOf(path);
  const size_t file = path.rfind('/');
  const size_t folder = path.rfind('/', file - 1);
  const size_t begin = file == 0 || folder == kNone ? 1 : folder + 1;
  const std::string pattern = PatternOf(path.substr(begin));
  return (pattern.starts_with('/') ? "**" : "**/") + pattern;
}

std::string_view FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == kNone ? std::string_view() : path.substr(0, slash);
}

std::string_view ExtensionOf(std::string_view path) {
  return path.substr(path.rfind('.'));
}

bool IsGeneric(const Digest& digest) {
  return digest.dialect == Dialect::kGeneric && !digest.entries.empty();
}

// The pattern of all files in the folder of the first, with its extension.
std::string FolderPattern(std::string_view path) {
  const std::string pattern = PatternInSite(path);
  return pattern.substr(0, pattern.rfind('/') + 1) + "*" +
         std::string(ExtensionOf(path));
}

}  // namespace

std::string PatternOf(std::string_view path) {
  std::string pattern;
  // Without a "/" it would match in every folder.
  if (path.find('/') == kNone) pattern += '/';
  for (const char c : path) {
    if (std::string_view("*?[]\\!#").find(c) != kNone) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::string LanguageOf(const std::vector<Digest>& digests) {
  size_t entries = 0;
  size_t chinese = 0;
  for (const Digest& digest : digests) {
    entries += digest.entries.size();
    chinese += static_cast<size_t>(std::ranges::count_if(
        digest.entries, [](const Entry& entry) { return HasHan(entry); }));
  }
  return chinese * 10 < entries ? "en" : "zh-CN";
}

DayDate DaysOf(const std::vector<Digest>& digests) {
  size_t entries = 0;
  size_t in_tables = 0;
  std::set<Date> written;
  std::set<Date> published;
  for (const Digest& digest : digests) {
    entries += digest.entries.size();
    if (digest.dialect == Dialect::kTopicTable) {
      in_tables += digest.entries.size();
    }
    for (const Entry& entry : digest.entries) {
      if (entry.day) written.insert(*entry.day);
      if (entry.published) published.insert(*entry.published);
    }
  }
  const bool fits =
      in_tables * 2 > entries && published.size() > written.size();
  return fits ? DayDate::kPublished : DayDate::kDigest;
}

std::vector<DialectRule> DialectsOf(const std::vector<Digest>& digests) {
  using Group = std::pair<std::string_view, std::string_view>;
  const auto group_of = [](const Digest& digest) {
    const std::string_view name = digest.source_file.name();
    return Group(FolderOf(name), ExtensionOf(name));
  };
  std::set<Group> mixed;
  for (const Digest& digest : digests) {
    if (digest.dialect != Dialect::kGeneric) mixed.insert(group_of(digest));
  }
  std::vector<DialectRule> rules;
  std::set<Group> done;
  for (const Digest& digest : digests) {
    if (!IsGeneric(digest)) continue;
    const std::string& name = digest.source_file.name();
    const Group group = group_of(digest);
    if (mixed.contains(group)) {
      rules.push_back({PatternInSite(name), "generic"});
    } else if (done.insert(group).second) {
      rules.push_back({FolderPattern(name), "generic"});
    }
  }
  return rules;
}

std::vector<std::string> ExcludeOf(const std::vector<std::string>& names,
                                   std::string_view content) {
  std::vector<std::string> patterns;
  if (content == ".") {
    patterns.emplace_back("/public/");
  } else if (content.ends_with("..")) {
    patterns.emplace_back("public/");
  }
  // The one that comes with the site.
  if (std::ranges::find(names, kReadMe) == names.end()) {
    patterns.push_back(PatternOf(kReadMe));
  }
  if (content == ".") return patterns;
  std::set<std::string_view> kept = {"site.yml", "themes", "public",
                                     "CNAME",    "assets", "favicon.ico"};
  kept.insert(content.substr(0, content.find('/')));
  for (const std::string& name : names) {
    const bool is_hidden = name.starts_with('.') || name.starts_with('_');
    if (!is_hidden && !kept.contains(name)) patterns.push_back(PatternOf(name));
  }
  return patterns;
}

}  // namespace offprint
