// The pages around an archive, read from the site's folder as Jekyll 3.10
// reads it: pages, posts, drafts, collections and files to copy.
#ifndef OFFPRINT_JEKYLL_SOURCE_H_
#define OFFPRINT_JEKYLL_SOURCE_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"
#include "jekyll/settings.h"
#include "theme/theme.h"

namespace offprint::jekyll {

// Positions in Source::documents.
using DocumentIndex = uint32_t;

enum class DocumentKind { kPage, kPost, kCollected };

// What becomes of a body after Liquid.
enum class Converter { kNone, kMarkdown, kScss, kSass };

// The part of the posts that a page of jekyll-paginate shows. Paths are as in
// its `paginator`.
struct Pagination {
  int page = 1;
  int per_page = 1;
  int total_pages = 1;
  std::vector<DocumentIndex> posts;
  int total_posts = 0;
  std::string previous_path;  // empty on the first page
  std::string next_path;      // empty on the last
};

// A file with front matter, or a page that pagination makes of one.
struct Document {
  DocumentKind kind = DocumentKind::kPage;
  Converter converter = Converter::kNone;
  // From the site's folder, "/" between folders: "_posts/2026-01-02-news.md".
  // Diagnostics call it so, and so do `page.path` and {% link %}.
  std::string path;
  std::string collection;  // its label, "posts" of posts; empty for a page
  // What templates see of it besides `url`, `path`, `content` and the like:
  // front matter over the defaults, and what Jekyll adds (`date`, `slug`,
  // `ext`, `tags`, `categories`, `draft` …).
  data::Object values;
  std::string body;
  int body_line = 1;        // of the file, on which the body begins
  std::string url;          // as `page.url`, percent-encoded
  std::string output_path;  // from the output folder
  std::string layout;       // empty for none
  // False in a collection without `output: true`, and before its date.
  bool writes = true;
  bool has_date = false;  // of its own; others have the site's time
  std::optional<DocumentIndex> previous;  // in its collection
  std::optional<DocumentIndex> next;
  std::optional<Pagination> pagination;

  bool IsHtml() const;  // that what it becomes is HTML, by its output's name
};

// A file without front matter.
struct StaticFile {
  std::filesystem::path file;
  std::string path;        // from the site's folder
  std::string url;         // "/assets/logo.png"; also where it goes
  std::string collection;  // empty outside
  data::Object values;     // its defaults
  int64_t modified = 0;    // seconds since 1970-01-01T00:00Z
  bool writes = true;

  std::string OutputPath() const;  // from the output folder, not encoded
};

struct Collection {
  std::string label;
  data::Object values;  // its settings, for site.collections
  bool output = false;
  std::vector<DocumentIndex> documents;  // in Jekyll's order
  std::vector<uint32_t> files;           // in Source::static_files
};

// Everything is in the order in which Jekyll has it, which does not depend on
// the file system.
struct Source {
  Settings settings;
  std::vector<Document> documents;
  std::vector<DocumentIndex> pages;
  std::vector<Collection> collections;  // "posts" first; oldest post first
  std::vector<StaticFile> static_files;
  // Every file of the site that one of the above was made of, or that only
  // Jekyll could use: from the site's folder, sorted. The source for Jekyll
  // (`format: jekyll`) holds them as they are.
  std::vector<std::string> files;

  // The address of {% link path %}; nothing where there is no such file.
  std::optional<std::string> Link(const std::string& path) const;
  // The address of {% post_url name %}.
  std::optional<std::string> PostUrl(const std::string& name) const;
};

// Where not to look: the output, the themes (from the site's folder), and what
// is offprint's own (site.yml).
struct ReadOptions {
  std::vector<std::string> skip;
  // The folder of the digests, under every name that it has, and what is to be
  // looked at there all the same: as for MatchesGlob.
  std::vector<std::string> digests;
  std::vector<std::string> pages;
  std::vector<std::string> exclude;  // of site.yml: as for MatchesGlob
};

// Reads the site in `folder`, with the assets of its theme. Front matter that
// cannot be read is an error with its place, a document whose date is none
// too; the document is left out and the rest goes on. With the plugin
// jekyll-paginate the pages of the posts are among the pages, at their end.
Source ReadSource(const std::filesystem::path& folder, const Theme& theme,
                  Settings settings, const ReadOptions& options,
                  Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_SOURCE_H_
