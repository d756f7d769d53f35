#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_CONTENTS_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_CONTENTS_H_

#include <span>
#include <string>
#include <string_view>

namespace offprint {

// A heading as the table of contents shows it.
struct Heading {
  int level = 1;
  std::string id;
  std::string html;
};

// The list that kramdown puts in the place of one with {:toc}; `tag` is "ul"
// or "ol". Empty where there are no headings.
std::string TableOfContents(std::span<const Heading> headings,
                            std::string_view tag);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_CONTENTS_H_
