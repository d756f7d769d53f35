#include "pages/permalink.h"

#include "base/percent.h"
#include "base/text.h"

namespace offprint {
namespace {

// What stands for itself in the path of an address (RFC 3986, 3.3).
constexpr CharSet kKept = CharSet::AlnumAnd("-._~/!$&'()*+,;=:@");

// Jekyll leaves out files whose names begin with these.
bool HidesFile(char first) { return first == '.' || first == '_'; }

std::string SafeSegment(std::string_view segment) {
  std::string out;
  for (const char c : segment) {
    const bool kept = IsAsciiAlpha(c) || IsAsciiDigit(c) ||
                      static_cast<unsigned char>(c) >= 0x80 || c == '.' ||
                      c == '_' || c == '-' || c == '(' || c == ')';
    out += kept ? c : '-';
  }
  if (out.empty()) out = "-";
  if (HidesFile(out[0])) out[0] = '-';
  // The file of the folder that it would be in, on some file systems in
  // capitals too.
  if (AsciiLower(out) == "index.html") out[5] = '-';
  return out;
}

// The folder for what belongs to a list. A file "x.html" has "x/": a folder
// of its own name cannot stand beside it.
std::string FolderOf(const Permalink& list) {
  std::string_view folder = list.value;
  if (folder.ends_with(".html")) folder.remove_suffix(5);
  return std::string(folder) + (folder.ends_with('/') ? "" : "/");
}

}  // namespace

Permalink ExpandPermalink(std::string_view pattern,
                          const PermalinkFields& fields) {
  Permalink result;
  while (!pattern.empty()) {
    const size_t colon = pattern.find(':');
    result.value += pattern.substr(0, colon);
    if (colon == std::string_view::npos) break;
    pattern.remove_prefix(colon);
    size_t taken = 1;
    result.value += ':';
    for (const auto& [name, value] : fields) {
      if (!pattern.substr(1).starts_with(name)) continue;
      result.value.pop_back();
      result.value += value;
      taken += name.size();
      break;
    }
    pattern.remove_prefix(taken);
  }
  return result;
}

Permalink DayPermalink(std::string_view pattern, Date date) {
  const std::string iso = FormatDate(date);
  const std::string_view text = iso;
  return ExpandPermalink(pattern, {{"year", text.substr(0, 4)},
                                   {"month", text.substr(5, 2)},
                                   {"day", text.substr(8, 2)}});
}

Permalink PaperPermalink(std::string_view pattern, const PaperId& id) {
  std::string path;
  for (const std::string_view segment : Split(id.value, '/')) {
    if (!path.empty()) path += '/';
    path += SafeSegment(segment);
  }
  // What had to be changed might now be the path of another paper.
  if (path != id.value) path += "-" + HashId(id.value).value.substr(0, 8);
  return ExpandPermalink(pattern, {{"id", path}});
}

Permalink ListPermalink(const Permalink& list, size_t number) {
  return {FolderOf(list) + "page/" + std::to_string(number) + "/"};
}

Permalink FeedPermalink(const Permalink& list) {
  return {FolderOf(list) + "feed.xml"};
}

Permalink SearchFeedPermalink(const Slug& slug) {
  return {"/feeds/" + slug.value + ".xml"};
}

std::string OutputPath(const Permalink& permalink) {
  std::string path = permalink.value.substr(1);
  if (path.empty() || path.ends_with('/')) return path + "index.html";
  for (const std::string_view extension : {".html", ".xml", ".json", ".txt"}) {
    if (path.ends_with(extension)) return path;
  }
  return path + ".html";
}

bool IsEncoded(std::string_view permalink) { return kKept.HasAll(permalink); }

std::string EncodePermalink(std::string_view permalink) {
  return PercentEncoded(permalink, kKept);
}

}  // namespace offprint
