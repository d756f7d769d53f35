// Two rounds over the files. The first reads each of them once, looks up the
// files that it links to, and its links to anchors of its own; what it needs
// to know of other pages' anchors it leaves for the second, which reads only
// the pages asked for.
#include "check/links.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "check/file_links.h"

namespace offprint {
namespace {

// Where a link stands: in which file, and at which of its bytes.
struct Place {
  size_t file = 0;
  size_t offset = 0;

  auto operator<=>(const Place&) const = default;
};

// The first of several places, and in how many files they are.
struct Places {
  Place first;
  size_t files = 0;
  size_t last_file = 0;

  // Places of one file come one after the other.
  void Add(const Place& place) {
    if (files == 0 || place < first) first = place;
    if (files == 0 || place.file != last_file) ++files;
    last_file = place.file;
  }

  void Join(const Places& other) {
    if (files == 0 || other.first < first) first = other.first;
    files += other.files;
    last_file = std::max(last_file, other.last_file);
  }
};

enum class Fault { kNoPage, kNoAnchor, kNoBaseUrl, kNotOfSite };

// A target that is not there, by how it is shown.
using Faults = std::map<std::pair<std::string, Fault>, Places>;

// Fragments that other pages ask for, by the page they should be on.
using Anchors = std::map<std::string, std::map<std::string, Places>>;

// Files that are not what their names say, by where.
using Defects = std::map<Place, std::string>;

// What one worker found.
struct Findings {
  size_t links = 0;
  Faults faults;
  Anchors anchors;
  Defects defects;
  std::unordered_map<std::string, Places> external;

  void Join(Findings&& other) {
    links += other.links;
    for (auto& [fault, places] : other.faults) faults[fault].Join(places);
    for (auto& [page, fragments] : other.anchors) {
      for (auto& [fragment, places] : fragments) {
        anchors[page][fragment].Join(places);
      }
    }
    defects.merge(other.defects);
    for (auto& [url, places] : other.external) external[url].Join(places);
  }
};

// Whether a browser looks for the fragment on the page.
bool IsAnchor(std::string_view fragment) {
  return !fragment.empty() && !EqualsIgnoreCase(fragment, "top") &&
         fragment.find('=') == std::string_view::npos && fragment[0] != '/' &&
         fragment[0] != '!' && fragment[0] != ':';
}

class LinkCheck {
 public:
  LinkCheck(const SiteFiles& files, const SiteAddress& site,
            ExternalLinks external)
      : files_(files), site_(site), external_(external) {
    for (const std::string& path : files.paths()) {
      if (IsPage(path) || NamesAddresses(path)) read_.push_back(path);
    }
    // Pages first: what stands on one is told of there.
    std::ranges::sort(read_, {}, [](const std::string& path) {
      return std::pair(!IsPage(path), std::string_view(path));
    });
    pages_ = static_cast<size_t>(std::ranges::count_if(read_, IsPage));
  }

  LinkReport Run(size_t jobs, Diagnostics& diagnostics) {
    std::vector<Findings> parts(jobs);
    ParallelFor(jobs, read_.size(), [&](size_t worker, size_t file) {
      CheckFile(file, &parts[worker]);
    });
    Findings all;
    for (Findings& part : parts) all.Join(std::move(part));
    CheckAnchors(&all);
    for (const auto& [place, message] : all.defects) {
      diagnostics.Warning(Locate(place), message);
    }
    Report(all.faults, diagnostics);
    LinkReport report;
    report.counts = {pages_, read_.size() - pages_, all.links,
                     all.faults.size()};
    report.external = External(all);
    return report;
  }

 private:
  void CheckFile(size_t number, Findings* findings) const {
    const std::string& path = read_[number];
    const FileLinks file = ReadFileLinks(path, files_.Read(path));
    for (const FileDefect& defect : file.defects) {
      findings->defects[{number, defect.offset}] = defect.message;
    }
    for (const Link& link : file.links) {
      const LinkTarget target = ResolveLink(link.reference, path, site_);
      const Place place = {number, link.offset};
      if (target.kind == LinkKind::kInsideSite) {
        ++findings->links;
        CheckTarget(target, place, file, findings);
      } else if (target.kind == LinkKind::kBesideSite &&
                 !files_.FileAt(target.path).empty()) {
        findings->faults[{"/" + target.path, Fault::kNoBaseUrl}].Add(place);
      } else if (link.scope == LinkScope::kThisSite) {
        findings->faults[{link.reference, Fault::kNotOfSite}].Add(place);
      } else if (target.kind == LinkKind::kElsewhere) {
        AddExternal(link, place, findings);
      }
    }
  }

  // Feeds and JSON name nothing that pages do not.
  void AddExternal(const Link& link, const Place& place,
                   Findings* findings) const {
    if (external_ == ExternalLinks::kPassOver) return;
    if (place.file >= pages_ && !read_[place.file].ends_with(".css")) return;
    const std::string url = ExternalAddress(link.reference, site_);
    if (!url.empty()) findings->external[url].Add(place);
  }

  void CheckTarget(const LinkTarget& target, const Place& place,
                   const FileLinks& read, Findings* findings) const {
    const std::string file = files_.FileAt(target.path);
    if (file.empty()) {
      findings->faults[{Shown(target.path), Fault::kNoPage}].Add(place);
    } else if (!IsPage(file) || !IsAnchor(target.fragment)) {
      return;
    } else if (file != read_[place.file]) {
      findings->anchors[file][target.fragment].Add(place);
    } else if (!read.ids.contains(target.fragment)) {
      findings->faults[{Shown(file) + "#" + target.fragment, Fault::kNoAnchor}]
          .Add(place);
    }
  }

  void CheckAnchors(Findings* findings) const {
    for (const auto& [file, fragments] : findings->anchors) {
      const FileLinks page = ReadFileLinks(file, files_.Read(file));
      for (const auto& [fragment, places] : fragments) {
        if (page.ids.contains(fragment)) continue;
        findings->faults[{Shown(file) + "#" + fragment, Fault::kNoAnchor}].Join(
            places);
      }
    }
  }

  // The address of a path, as links have it.
  std::string Shown(std::string_view path) const {
    return site_.baseurl + "/" + std::string(WithoutIndex(path));
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
      case Fault::kNotOfSite:
        return link + "but only addresses below \"" + site_.url +
               site_.baseurl + "/\" may stand here";
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
      const bool all_pages = places.last_file < pages_;
      diagnostics.Warning(
          Locate(places.first),
          Message(key.first, key.second) +
              SoDoOthers(places.files - 1, all_pages ? "page" : "file"));
    }
  }

  std::vector<ExternalLink> External(const Findings& findings) const {
    std::vector<std::pair<Place, ExternalLink>> sorted;
    for (const auto& [url, places] : findings.external) {
      const Place& first = places.first;
      sorted.emplace_back(first, ExternalLink{url, read_[first.file],
                                              first.offset, places.files - 1});
    }
    std::ranges::sort(sorted, {}, [](const auto& link) {
      return std::pair(link.first, std::string_view(link.second.url));
    });
    std::vector<ExternalLink> external;
    external.reserve(sorted.size());
    for (auto& [place, link] : sorted) external.push_back(std::move(link));
    return external;
  }

  SourceLocation Locate(const Place& place) const {
    return files_.Locate(read_[place.file], place.offset);
  }

  const SiteFiles& files_;
  const SiteAddress& site_;
  const ExternalLinks external_;
  std::vector<std::string> read_;  // pages, then others, each sorted
  size_t pages_ = 0;
};

}  // namespace

LinkReport CheckLinks(const SiteFiles& files, const SiteAddress& site,
                      ExternalLinks external, size_t jobs,
                      Diagnostics& diagnostics) {
  return LinkCheck(files, site, external).Run(jobs, diagnostics);
}

std::string SoDoOthers(size_t others, const char* what) {
  if (others == 0) return {};
  if (others == 1) return std::string("; so does 1 other ") + what;
  return "; so do " + std::to_string(others) + " other " + what + "s";
}

}  // namespace offprint
