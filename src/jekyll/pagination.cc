#include "jekyll/pagination.h"

#include <algorithm>
#include <string>
#include <utility>

#include "data/truth_value.h"
#include "jekyll/document_url.h"

namespace offprint::jekyll {
namespace {

std::string FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(
      path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

// "/blog/page:num/" is "blog/page:num".
std::string Bare(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  return std::string(path);
}

// The index.html nearest above the pages that paginate_path names, or null.
const DocumentIndex* FindTemplate(const Source& source) {
  const std::string above = FolderOf(Bare(source.settings.paginate_path));
  const DocumentIndex* best = nullptr;
  for (const DocumentIndex& index : source.pages) {
    const std::string& path = source.documents[index].path;
    const std::string folder = FolderOf(path);
    const bool candidate =
        (folder.empty() ? path : path.substr(folder.size() + 1)) ==
            "index.html" &&
        (folder.empty() || above == folder || above.starts_with(folder + "/"));
    if (candidate && (best == nullptr ||
                      path.size() > source.documents[*best].path.size())) {
      best = &index;
    }
  }
  return best;
}

// Newest first, without those that say "hidden: true".
std::vector<DocumentIndex> PostsOf(const Source& source) {
  std::vector<DocumentIndex> posts = source.collections.front().documents;
  std::reverse(posts.begin(), posts.end());
  std::erase_if(posts, [&](DocumentIndex post) {
    return data::IsTrue(source.documents[post].values, "hidden");
  });
  return posts;
}

class Paginator {
 public:
  Paginator(Source* source, DocumentIndex first)
      : source_(*source),
        settings_(source->settings),
        first_(first),
        posts_(PostsOf(*source)) {}

  void Run() {
    const auto per_page = static_cast<size_t>(settings_.paginate);
    const size_t pages = (posts_.size() + per_page - 1) / per_page;
    for (size_t number = 1; number <= pages; ++number) {
      Pagination part = PartOf(number, pages);
      if (number == 1) {
        source_.documents[first_].pagination = std::move(part);
      } else {
        AddPage(number, std::move(part));
      }
    }
  }

 private:
  std::string PathOf(size_t number) const {
    if (number <= 1) return source_.documents[first_].url;
    std::string path = settings_.paginate_path;
    const size_t at = path.find(":num");
    if (at != std::string::npos) path.replace(at, 4, std::to_string(number));
    return path.starts_with('/') ? path : "/" + path;
  }

  Pagination PartOf(size_t number, size_t pages) const {
    const auto per_page = static_cast<size_t>(settings_.paginate);
    Pagination part;
    part.page = static_cast<int>(number);
    part.per_page = settings_.paginate;
    part.total_pages = static_cast<int>(pages);
    part.total_posts = static_cast<int>(posts_.size());
    const size_t begin = (number - 1) * per_page;
    const size_t end = std::min(begin + per_page, posts_.size());
    part.posts.assign(posts_.begin() + static_cast<ptrdiff_t>(begin),
                      posts_.begin() + static_cast<ptrdiff_t>(end));
    if (number > 1) part.previous_path = PathOf(number - 1);
    if (number < pages) part.next_path = PathOf(number + 1);
    return part;
  }

  void AddPage(size_t number, Pagination part) {
    Document page = source_.documents[first_];
    const std::string folder = Bare(PathOf(number));
    page.path = folder + "/index.html";
    page.url = PageUrl(page, folder, settings_);
    page.output_path = OutputPathOf(page.url, ".html");
    page.pagination = std::move(part);
    source_.pages.push_back(
        static_cast<DocumentIndex>(source_.documents.size()));
    source_.documents.push_back(std::move(page));
  }

  Source& source_;
  const Settings& settings_;
  DocumentIndex first_;
  std::vector<DocumentIndex> posts_;
};

}  // namespace

void AddPagination(Source* source, Diagnostics& diagnostics) {
  if (!source->settings.HasPlugin("jekyll-paginate")) {
    diagnostics.Warning(
        {"_config.yml", 0, 0},
        "\"paginate\" is set, but \"plugins\" does not name jekyll-paginate: "
        "there are no pages of posts");
    return;
  }
  const DocumentIndex* first = FindTemplate(*source);
  if (first == nullptr) {
    diagnostics.Warning(
        {"_config.yml", 0, 0},
        "\"paginate\" is set, but there is no index.html in the folder that "
        "paginate_path (\"" +
            source->settings.paginate_path +
            "\") leads to: there are no pages of posts");
    return;
  }
  Paginator(source, *first).Run();
}

}  // namespace offprint::jekyll
