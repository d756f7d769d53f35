// What Jekyll adds to the front matter of posts and documents of collections.
#ifndef OFFPRINT_JEKYLL_DOCUMENT_VALUES_H_
#define OFFPRINT_JEKYLL_DOCUMENT_VALUES_H_

#include <string_view>

#include "base/diagnostics.h"
#include "data/value.h"
#include "jekyll/source.h"

namespace offprint::jekyll {

// The values of the document at document.path (kind and collection are set
// too): categories of the folders above it, defaults, front matter, then date,
// title, slug, ext and tags where they are not given. `modified` is when the
// file was last written, in seconds since 1970-01-01T00:00Z: the date of a
// draft. False, with an error, for a date that is none.
bool SetDocumentValues(const data::Object& front_matter,
                       const Settings& settings, int64_t modified,
                       Document* document, Diagnostics& diagnostics);

// Whether a file's name is that of a post: "2026-01-02-news.md".
bool IsPostName(std::string_view name);

// The moment of `date`; site.time where there is none.
int64_t DateOf(const Document& document, const Settings& settings);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_DOCUMENT_VALUES_H_
