#include "jekyll/document_order.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "jekyll/document_values.h"
#include "jekyll/site_path.h"
#include "liquid/merge_sort.h"

namespace offprint::jekyll {
namespace {

// By date, then by path; by path alone where one of the two has no date. That
// is no order, so what comes out depends on who is compared with whom: hence
// the sort that Ruby uses.
bool Precedes(const Document& a, const Document& b, const Settings& settings) {
  const int64_t date = DateOf(a, settings);
  const int64_t other_date = DateOf(b, settings);
  const bool both = a.has_date && b.has_date;
  return both && date != other_date ? date < other_date : a.path < b.path;
}

void SortDocuments(const Source& source, std::vector<DocumentIndex>* list) {
  liquid::MergeSort(list, [&](DocumentIndex a, DocumentIndex b) {
    return Precedes(source.documents[b], source.documents[a], source.settings)
               ? 1
               : 0;
  });
}

// Leaves the newest.
void LimitPosts(Source* source) {
  std::vector<DocumentIndex>& posts = source->collections.front().documents;
  const auto limit = static_cast<size_t>(source->settings.limit_posts);
  SortDocuments(*source, &posts);
  if (limit > 0 && posts.size() > limit) {
    posts.erase(posts.begin(), posts.end() - static_cast<ptrdiff_t>(limit));
  }
}

void SortPages(Source* source) {
  std::stable_sort(source->pages.begin(), source->pages.end(),
                   [&](DocumentIndex a, DocumentIndex b) {
                     return NameOf(source->documents[a].path) <
                            NameOf(source->documents[b].path);
                   });
}

// Those of collections come behind all others.
void SortStaticFiles(Source* source) {
  std::vector<StaticFile>& files = source->static_files;
  std::stable_sort(files.begin(), files.end(),
                   [](const StaticFile& a, const StaticFile& b) {
                     return std::make_pair(!a.collection.empty(), a.path) <
                            std::make_pair(!b.collection.empty(), b.path);
                   });
  for (Collection& collection : source->collections) {
    collection.files.clear();
    for (uint32_t i = 0; i < files.size(); ++i) {
      if (collection.label == files[i].collection) {
        collection.files.push_back(i);
      }
    }
  }
}

void LinkNeighbours(Source* source) {
  for (const Collection& collection : source->collections) {
    const std::vector<DocumentIndex>& list = collection.documents;
    for (size_t i = 0; i + 1 < list.size(); ++i) {
      source->documents[list[i]].next = list[i + 1];
      source->documents[list[i + 1]].previous = list[i];
    }
  }
}

}  // namespace

void PutInOrder(Source* source) {
  LimitPosts(source);
  for (Collection& collection : source->collections) {
    SortDocuments(*source, &collection.documents);
  }
  SortPages(source);
  SortStaticFiles(source);
  LinkNeighbours(source);
}

}  // namespace offprint::jekyll
