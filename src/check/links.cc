// Two rounds over the pages. The first reads each of them once, looks up the
// files that it links to, and its links to anchors of its own; what it needs
// to know of other pages' anchors it leaves for the second, which reads only
// the pages asked for.
#include "check/links.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/source_file.h"
#include "base/text.h"
#include "check/html_tags.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

// Where a link stands: in which page, and at which of its bytes.
struct Place {
  size_t page = 0;
  size_t offset = 0;

  auto operator<=>(const Place&) const = default;
};

// The first of several places, and on how many pages they are.
struct Places {
  Place first;
  size_t pages = 0;
  size_t last_page = SIZE_MAX;

  // Places of one page come one after the other.
  void Add(const Place& place) {
    if (pages == 0 || place < first) first = place;
    if (place.page != last_page) ++pages;
    last_page = place.page;
  }

  void Join(const Places& other) {
    if (pages == 0 || other.first < first) first = other.first;
    pages += other.pages;
  }
};

enum class Fault { kNoPage, kNoAnchor, kNoBaseUrl };

// A target that is not there, by how it is shown.
using Faults = std::map<std::pair<std::string, Fault>, Places>;

// Fragments that other pages ask for, by the page they should be on.
using Anchors = std::map<std::string, std::map<std::string, Places>>;

// What one worker found.
struct Findings {
  size_t links = 0;
  Faults faults;
  Anchors anchors;

  void Join(Findings&& other) {
    links += other.links;
    for (auto& [fault, places] : other.faults) faults[fault].Join(places);
    for (auto& [page, fragments] : other.anchors) {
      for (auto& [fragment, places] : fragments) {
        anchors[page][fragment].Join(places);
      }
    }
  }
};

struct Link {
  std::string reference;
  size_t offset = 0;
};

struct PageLinks {
  std::vector<Link> links;
  std::unordered_set<std::string> ids;
};

bool IsLinkAttribute(std::string_view tag, std::string_view name) {
  if (EqualsIgnoreCase(name, "href")) return !EqualsIgnoreCase(tag, "base");
  if (EqualsIgnoreCase(name, "data")) return EqualsIgnoreCase(tag, "object");
  for (const char* other :
       {"src", "poster", "action", "formaction", "xlink:href"}) {
    if (EqualsIgnoreCase(name, other)) return true;
  }
  return false;
}

// The addresses of "small.png 1x, large.png 2x".
void AddSourceSet(const std::string& set, size_t offset, PageLinks* page) {
  for (const std::string_view candidate : Split(set, ',')) {
    const std::string_view trimmed = Trim(candidate);
    const std::string_view address =
        trimmed.substr(0, trimmed.find_first_of(" \t\n"));
    if (!address.empty()) page->links.push_back({std::string(address), offset});
  }
}

PageLinks ReadLinks(std::string_view html) {
  PageLinks page;
  EachStartTag(html, [&](const HtmlTag& tag) {
    for (const HtmlAttribute& attribute : tag.attributes) {
      const auto offset =
          static_cast<size_t>(attribute.name.data() - html.data());
      if (IsLinkAttribute(tag.name, attribute.name)) {
        page.links.push_back({ResolveReferences(attribute.value), offset});
      } else if (EqualsIgnoreCase(attribute.name, "srcset")) {
        AddSourceSet(ResolveReferences(attribute.value), offset, &page);
      } else if (EqualsIgnoreCase(attribute.name, "id") ||
                 (EqualsIgnoreCase(attribute.name, "name") &&
                  EqualsIgnoreCase(tag.name, "a"))) {
        page.ids.insert(ResolveReferences(attribute.value));
      }
    }
  });
  return page;
}

bool IsPage(std::string_view path) { return path.ends_with(".html"); }

// Whether a browser looks for the fragment on the page.
bool IsAnchor(std::string_view fragment) {
  return !fragment.empty() && !EqualsIgnoreCase(fragment, "top") &&
         fragment.find('=') == std::string_view::npos && fragment[0] != '/' &&
         fragment[0] != '!' && fragment[0] != ':';
}

class LinkCheck {
 public:
  LinkCheck(const fs::path& folder, const SiteAddress& site)
      : folder_(folder), site_(site) {
    for (const auto& item : fs::recursive_directory_iterator(folder)) {
      if (!item.is_regular_file()) continue;
      std::string path =
          item.path().lexically_relative(folder).generic_string();
      if (IsPage(path)) pages_.push_back(path);
      files_.insert(std::move(path));
    }
    std::sort(pages_.begin(), pages_.end());
  }

  LinkCounts Run(size_t jobs, Diagnostics& diagnostics) {
    std::vector<Findings> parts(jobs);
    ParallelFor(jobs, pages_.size(), [&](size_t worker, size_t page) {
      CheckPage(page, &parts[worker]);
    });
    Findings all;
    for (Findings& part : parts) all.Join(std::move(part));
    CheckAnchors(&all);
    Report(all.faults, diagnostics);
    return {pages_.size(), all.links, all.faults.size()};
  }

 private:
  void CheckPage(size_t page, Findings* findings) const {
    const std::string html = ReadFile(folder_ / pages_[page]);
    const PageLinks read = ReadLinks(html);
    for (const Link& link : read.links) {
      const LinkTarget target =
          ResolveLink(link.reference, pages_[page], site_);
      const Place place = {page, link.offset};
      if (target.kind == LinkKind::kInsideSite) {
        ++findings->links;
        CheckTarget(target, place, read, findings);
      } else if (target.kind == LinkKind::kBesideSite &&
                 !FileAt(target.path).empty()) {
        findings->faults[{"/" + target.path, Fault::kNoBaseUrl}].Add(place);
      }
    }
  }

  void CheckTarget(const LinkTarget& target, const Place& place,
                   const PageLinks& read, Findings* findings) const {
    const std::string file = FileAt(target.path);
    if (file.empty()) {
      findings->faults[{Shown(target.path), Fault::kNoPage}].Add(place);
    } else if (!IsPage(file) || !IsAnchor(target.fragment)) {
      return;
    } else if (file != pages_[place.page]) {
      findings->anchors[file][target.fragment].Add(place);
    } else if (!read.ids.contains(target.fragment)) {
      findings->faults[{Shown(file) + "#" + target.fragment, Fault::kNoAnchor}]
          .Add(place);
    }
  }

  void CheckAnchors(Findings* findings) const {
    for (const auto& [file, fragments] : findings->anchors) {
      const PageLinks page = ReadLinks(ReadFile(folder_ / file));
      for (const auto& [fragment, places] : fragments) {
        if (page.ids.contains(fragment)) continue;
        findings->faults[{Shown(file) + "#" + fragment, Fault::kNoAnchor}].Join(
            places);
      }
    }
  }

  // The file that a host serves for the path; empty where there is none.
  std::string FileAt(const std::string& path) const {
    if (path.empty() || path.ends_with('/')) {
      const std::string index = path + "index.html";
      return files_.contains(index) ? index : std::string();
    }
    for (const char* rest : {"", ".html", "/index.html"}) {
      std::string file = path + rest;
      if (files_.contains(file)) return file;
    }
    return {};
  }

  // The address of a path, as links have it.
  std::string Shown(std::string_view path) const {
    constexpr std::string_view kIndex = "index.html";
    if (path == kIndex || path.ends_with("/index.html")) {
      path.remove_suffix(kIndex.size());
    }
    return site_.baseurl + "/" + std::string(path);
  }

  std::string Message(const std::string& shown, Fault fault) const {
    std::string link = "links to \"" + shown + "\", ";
    switch (fault) {
      case Fault::kNoPage:
        return link + "which the site does not have";
      case Fault::kNoAnchor:
        return link + "but there is no such anchor on that page";
      case Fault::kNoBaseUrl:
        return link + "which lacks the site's base URL \"" + site_.baseurl +
               "\"";
    }
    return link;
  }

  // In the order of their first places.
  void Report(const Faults& faults, Diagnostics& diagnostics) const {
    std::vector<const Faults::value_type*> sorted;
    for (const auto& fault : faults) sorted.push_back(&fault);
    std::ranges::stable_sort(
        sorted, {}, [](const auto* fault) { return fault->second.first; });
    for (const auto* fault : sorted) {
      const auto& [key, places] = *fault;
      std::string message = Message(key.first, key.second);
      if (places.pages > 1) {
        const size_t others = places.pages - 1;
        message += others == 1
                       ? "; so does 1 other page"
                       : "; so do " + std::to_string(others) + " other pages";
      }
      diagnostics.Warning(Locate(places.first), std::move(message));
    }
  }

  SourceLocation Locate(const Place& place) const {
    const std::string html = ReadFile(folder_ / pages_[place.page]);
    const std::string_view before =
        std::string_view(html).substr(0, place.offset);
    const size_t newline = before.rfind('\n');
    const size_t start = newline == std::string_view::npos ? 0 : newline + 1;
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {pages_[place.page], static_cast<int>(lines) + 1,
            static_cast<int>(before.size() - start) + 1};
  }

  const fs::path& folder_;
  const SiteAddress& site_;
  std::vector<std::string> pages_;  // sorted
  std::unordered_set<std::string> files_;
};

}  // namespace

LinkCounts CheckLinks(const fs::path& folder, const SiteAddress& site,
                      size_t jobs, Diagnostics& diagnostics) {
  return LinkCheck(folder, site).Run(jobs, diagnostics);
}

}  // namespace offprint
