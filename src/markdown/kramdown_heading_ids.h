// The ids of headings.
#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_HEADING_IDS_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_HEADING_IDS_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "markdown/syntax_tree.h"

namespace offprint {

// Takes "{#id}" off the end of a heading; empty where there is none.
std::string TakeHeadingId(cmark_node* heading);

// Makes ids of the texts of headings, each another one.
class HeadingIds {
 public:
  // By GitHub's rule: small letters, "-" for blanks, nothing for what is no
  // word; with a number behind it where it was made before.
  std::string Make(std::string_view text);

 private:
  std::map<std::string, int, std::less<>> times_;  // that each was made
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_HEADING_IDS_H_
