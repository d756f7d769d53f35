#include "jekyll/source.h"

#include <algorithm>

#include "jekyll/document_url.h"
#include "jekyll/site_path.h"

namespace offprint::jekyll {
namespace {

std::string_view Bare(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

// "notes/_posts/2026-01-02-news.md" is "notes/2026-01-02-news".
std::string PostName(std::string_view path) {
  std::string name(path.substr(0, path.rfind('.')));
  const size_t at = name.find("_posts/");
  return at == std::string::npos ? name : name.erase(at, 7);
}

}  // namespace

bool Document::IsHtml() const {
  return output_path.ends_with(".html") || output_path.ends_with(".htm") ||
         output_path.ends_with(".xhtml");
}

std::string StaticFile::OutputPath() const {
  // Only the address of a file of a collection is encoded.
  if (collection.empty()) return std::string(Bare(url));
  const size_t dot = path.rfind('.');
  return OutputPathOf(url, dot == std::string::npos ? "" : path.substr(dot));
}

std::optional<std::string> Source::Link(const std::string& path) const {
  const std::string_view wanted = Bare(path);
  for (const Document& document : documents) {
    if (document.path == wanted) return document.url;
  }
  for (const StaticFile& file : static_files) {
    if (file.path == wanted) return file.url;
  }
  return std::nullopt;
}

std::optional<std::string> Source::PostUrl(const std::string& name) const {
  const std::string_view wanted = Bare(name);
  std::optional<std::string> by_name;
  for (const DocumentIndex index : collections.front().documents) {
    const std::string post = PostName(documents[index].path);
    if (post == wanted) return documents[index].url;
    if (!by_name && NameOf(post) == wanted) {
      by_name = documents[index].url;
    }
  }
  return by_name;
}

}  // namespace offprint::jekyll
