// `site` of templates: what _config.yml says, and the lists of a site.
#ifndef OFFPRINT_JEKYLL_SITE_DROP_H_
#define OFFPRINT_JEKYLL_SITE_DROP_H_

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/value.h"
#include "jekyll/rendering.h"
#include "jekyll/source.h"
#include "liquid/drop.h"
#include "liquid/time.h"

namespace offprint::jekyll {

// The posts of each tag or category, newest first, by their first appearance.
using PostGroups =
    std::vector<std::pair<std::string, std::vector<DocumentIndex>>>;

// What is worked out once for all renders.
struct SiteIndex {
  // `extra` is laid over what the settings of the site say. The source
  // outlives this.
  SiteIndex(const std::string& folder, const Source& source,
            const data::Object& extra);
  SiteIndex(const SiteIndex&) = delete;
  SiteIndex& operator=(const SiteIndex&) = delete;

  const data::Value* FindValue(const liquid::Key& key) const;

  std::string folder;  // of the site: collections show it as `directory`
  data::Object values;
  std::vector<std::pair<uint32_t, const data::Member*>> by_hash;  // of `values`
  liquid::Time time;
  std::vector<DocumentIndex> posts;  // newest first
  std::vector<DocumentIndex> html_pages;
  std::vector<size_t> collections;  // of the source, by label
  PostGroups tags;
  PostGroups categories;
  std::vector<std::string_view> keys;
};

// Members: the documents of each collection by its label, `posts`, `pages`,
// `html_pages`, `static_files`, `documents`, `collections`, `tags`,
// `categories`, `related_posts`, `time`, `data`, and all of the settings.
class SiteDrop final : public liquid::Drop {
 public:
  // Both outlive the render.
  SiteDrop(const SiteIndex& index, const View& view)
      : index_(index), view_(view) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override {
    return index_.keys;
  }

 private:
  liquid::Value FindList(int field, liquid::Arena& arena) const;
  liquid::Value RelatedPosts(liquid::Arena& arena) const;
  liquid::Value Collections(liquid::Arena& arena) const;
  liquid::Value AllDocuments(liquid::Arena& arena) const;

  const SiteIndex& index_;
  const View& view_;
};

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_SITE_DROP_H_
