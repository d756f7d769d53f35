#include "starter/new_site.h"

#include "base/text.h"
#include "starter/site_yml.h"
#include "starter/templates.h"

namespace offprint {
namespace {

// The day of the digests in digests/.
constexpr Date kTemplateDate = {2000, 1, 2};

std::string Replaced(std::string_view text, std::string_view word,
                     std::string_view by) {
  std::string out;
  for (size_t at = 0;;) {
    const size_t found = text.find(word, at);
    out += text.substr(at, found - at);
    if (found == std::string_view::npos) return out;
    out += by;
    at = found + word.size();
  }
}

// "2026.01.23", or "20260123" without a separator.
std::string DateWith(std::string_view separator, Date date) {
  return Replaced(FormatDate(date), "-", separator);
}

StarterFile DigestFile(const FirstDigest& first, const std::string& content) {
  const std::string name(DialectName(first.dialect));
  std::string text(Template("digests/" + name + ".md"));
  for (const std::string_view separator : {"-", ".", ""}) {
    text = Replaced(text, DateWith(separator, kTemplateDate),
                    DateWith(separator, first.date));
  }
  return {content + "/" + FormatDate(first.date) + ".md", std::move(text)};
}

std::string ReadMe(const SiteConfig& config) {
  const std::string content =
      Replaced(Template("site/README.md"), "CONTENT", config.content + "/");
  return Replaced(content, "TITLE", CollapseSpace(config.title));
}

}  // namespace

void SplitAddress(std::string_view address, std::string* url,
                  std::string* baseurl) {
  const size_t scheme = address.find("://");
  const size_t path = scheme == std::string_view::npos
                          ? std::string_view::npos
                          : address.find('/', scheme + 3);
  *url = address.substr(0, path);
  *baseurl = path == std::string_view::npos ? "" : address.substr(path);
}

std::vector<StarterFile> NewSiteFiles(const SiteConfig& config,
                                      const std::optional<FirstDigest>& first) {
  std::vector<StarterFile> files = {{"site.yml", SiteYml(config)}};
  if (first) files.push_back(DigestFile(*first, config.content));
  files.push_back({"README.md", ReadMe(config)});
  for (const char* name : {".gitignore", ".github/workflows/pages.yml"}) {
    files.push_back({name, std::string(Template(std::string("site/") + name))});
  }
  return files;
}

}  // namespace offprint
