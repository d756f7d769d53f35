#include "build/read_around.h"

#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "output/output_folder.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPagesWithoutFolder =
    "\"pages\" works only where \"content\" is a folder below that of this "
    "file; the pages are left out";

// The path as seen from the folder; empty for the folder itself, nothing for a
// path outside.
std::optional<std::string> SeenFrom(const fs::path& folder,
                                    const fs::path& path) {
  const fs::path seen =
      ResolveFolder(path).lexically_relative(ResolveFolder(folder));
  if (seen.empty() || *seen.begin() == "..") return std::nullopt;
  return seen == "." ? std::string() : seen.generic_string();
}

// The folders that builds have put sites into.
std::vector<std::string> OutputsIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (fs::exists(entry.path() / kMarkerName, error)) {
      names.push_back(entry.path().filename().string());
    }
  }
  return names;
}

bool IsListed(const jekyll::Document& document) {
  const data::Value* sitemap = document.values.Find("sitemap");
  const bool hidden =
      sitemap != nullptr && sitemap->AsBool() != nullptr && !*sitemap->AsBool();
  return document.writes && document.IsHtml() && !hidden &&
         document.output_path != "404.html";
}

std::optional<Date> DateOf(const jekyll::Document& document,
                           const TimeZone& zone) {
  const data::Value* date = document.values.Find("date");
  if (date == nullptr || date->AsTimestamp() == nullptr) return std::nullopt;
  const int64_t seconds = date->AsTimestamp()->seconds;
  return DateFromDays(
      static_cast<int>((seconds + zone.OffsetAt(seconds)) / 86400));
}

}  // namespace

jekyll::Source ReadAround(const fs::path& folder, const std::string& settings,
                          const SiteConfig& config, const Theme& theme,
                          Diagnostics& diagnostics) {
  jekyll::ReadOptions options;
  options.skip = OutputsIn(folder);
  options.exclude = config.exclude;
  options.pages = config.pages;
  bool looks = true;
  // As it is called too: it may be a link that leads out of the folder.
  const auto add = [&](const std::string& name,
                       std::vector<std::string>* names) {
    names->push_back(fs::path(name).lexically_normal().generic_string());
    const auto seen = SeenFrom(folder, folder / name);
    if (!seen) return false;
    looks = looks && !seen->empty();
    names->push_back(*seen);
    return !seen->empty();
  };
  add(config.destination, &options.skip);
  if (config.has_archive) {
    add("themes", &options.skip);
    add(settings, &options.skip);
    if (!add(config.content, &options.digests) && !config.pages.empty()) {
      diagnostics.Warning({settings, 0, 0}, kPagesWithoutFolder);
    }
  }
  jekyll::Settings made = jekyll::MakeSettings(config, diagnostics);
  if (looks) {
    return jekyll::ReadSource(folder, theme, std::move(made), options,
                              diagnostics);
  }
  Diagnostics ignored;  // that there is no such folder
  return jekyll::ReadSource(folder / kMarkerName / "none", theme,
                            std::move(made), options, ignored);
}

std::vector<SitemapAddress> AddressesAround(
    const jekyll::Source& source,
    const std::set<std::string, std::less<>>& archive) {
  std::vector<SitemapAddress> addresses;
  for (const jekyll::Document& document : source.documents) {
    if (!IsListed(document) || archive.contains(document.output_path)) continue;
    addresses.push_back({document.url, DateOf(document, source.settings.zone)});
  }
  return addresses;
}

}  // namespace offprint
