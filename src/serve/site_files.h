// The files of a site over HTTP, as GitHub Pages answers.
#ifndef OFFPRINT_SERVE_SITE_FILES_H_
#define OFFPRINT_SERVE_SITE_FILES_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.h"

namespace offprint::serve {

// The path of an address, without its leading "/": decoded once, so valid
// UTF-8 or not. Nothing where it is no path of a file: with a part "." or "..",
// a back-slash, a null byte, or a "%" that stands for nothing.
std::optional<std::string> DecodePath(std::string_view path);

// Answers from a folder, whose files may be replaced at any time, and nothing
// outside of it: links in the folder are not followed.
class SiteFiles {
 public:
  // The site stands at `base` ("" or "/papers"). `script` is put at the end of
  // each page; an empty one is not.
  SiteFiles(std::filesystem::path folder, std::string base, std::string script);

  // To GET and HEAD: a file, a page for its folder or its name without ".html",
  // a redirection to the "/" of a folder or to the base, or the site's own page
  // 404. With what was asked for of ranges (RFC 9110, one of them), of gzip,
  // and of what changed.
  Response Answer(const Request& request) const;

 private:
  struct Found;
  std::optional<Found> Open(const std::string& path) const;
  Response AnswerPath(const Request& request, const std::string& path) const;
  Response AnswerFile(const Request& request, Found found, int status) const;
  Response NotFound(const Request& request) const;

  const std::filesystem::path folder_;
  const std::string base_;
  const std::string script_;
};

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_SITE_FILES_H_
