// Addresses as Jekyll makes them (https://jekyllrb.com/docs/permalinks/).
#ifndef OFFPRINT_JEKYLL_DOCUMENT_URL_H_
#define OFFPRINT_JEKYLL_DOCUMENT_URL_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "jekyll/settings.h"
#include "jekyll/source.h"

namespace offprint::jekyll {

// ".html" for what Markdown becomes, ".css" for style sheets, else the
// extension of the path, with ".".
std::string OutputExtension(std::string_view path, Converter converter);

// What becomes of a file of that name.
Converter ConverterOf(std::string_view path, const Settings& settings);

// The address of a page, percent-encoded where Jekyll does so. `folder` is
// where it lies ("blog", or empty), or where pagination puts it.
std::string PageUrl(const Document& page, std::string_view folder,
                    const Settings& settings);

// The address of a post or of a document of a collection, by its front matter
// or by the pattern of its collection.
std::string DocumentUrl(const Document& document, const std::string& pattern,
                        const Settings& settings);

// The pattern of a collection's addresses.
std::string CollectionPattern(std::string_view label,
                              const data::Object& values,
                              const Settings& settings);

// The address of a file of a collection that has no front matter.
std::string CollectedFileUrl(std::string_view label, std::string_view path,
                             const std::string& pattern);

// Where the web server looks for the address: the file in the output folder.
std::string OutputPathOf(std::string_view url, std::string_view extension);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_DOCUMENT_URL_H_
