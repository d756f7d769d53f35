// What plugins write, as templates. `jekyll_version` is the version of Jekyll
// that they name.
#ifndef OFFPRINT_JEKYLL_PLUGIN_TEMPLATES_H_
#define OFFPRINT_JEKYLL_PLUGIN_TEMPLATES_H_

namespace offprint::jekyll {

// The Jekyll of GitHub Pages.
#define OFFPRINT_JEKYLL_VERSION "3.10.0"

extern const char* const kSeoTag;    // of {% seo %}; sees `markup`
extern const char* const kFeedMeta;  // of {% feed_meta %}
extern const char* const kFeed;      // sees page.url, .collection, .category
extern const char* const kSitemap;

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_PLUGIN_TEMPLATES_H_
