// The beginning of a document, as Jekyll cuts it off for lists and feeds.
#ifndef OFFPRINT_JEKYLL_EXCERPT_H_
#define OFFPRINT_JEKYLL_EXCERPT_H_

#include <string>
#include <string_view>

namespace offprint::jekyll {

struct ExcerptSource {
  std::string text;  // still with its Liquid and Markdown
  // Whether a block of Liquid had to be closed at its end.
  bool closed_block = false;
};

// The text before the first separator (which is not empty), with the link
// references of the rest behind it and the blocks of Liquid closed that the cut
// left open. (Jekyll 3.10, lib/jekyll/excerpt.rb.)
ExcerptSource CutExcerpt(std::string_view body, std::string_view separator);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_EXCERPT_H_
