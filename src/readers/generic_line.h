// What a line of any Markdown says of papers.
#ifndef OFFPRINT_READERS_GENERIC_LINE_H_
#define OFFPRINT_READERS_GENERIC_LINE_H_

#include <string>
#include <string_view>
#include <vector>

#include "model/digest.h"

namespace offprint {

// A link to a paper; the label is empty for an address that stands alone.
struct PaperLink {
  PaperId id;
  std::string_view url;
  std::string_view label;
};

// The links of a line that lead to an arXiv id or a DOI, in order.
std::vector<PaperLink> FindPaperLinks(std::string_view line);

// The words of a line, without its marks, links and addresses; of a link that
// names no paper the label stays. White space is collapsed.
std::string WordsOf(std::string_view line);

// What follows the link of an address, which is a slice of the line, without
// the punctuation between; empty where there are but further links and tags.
std::string_view TextBehind(std::string_view line, std::string_view url);

// Whether the words can be a title: they are not an id, an address, or what
// links to papers are mostly called ("PDF", "链接").
bool IsTitle(std::string_view words);

// The length of the "- " or "1. " at the head of a list item, with the blanks
// before it; 0 for any other line.
size_t ListMarkerLength(std::string_view line);

// The kind of link that an address is.
std::string_view Links::*KindOf(std::string_view url);

enum class Column { kTitle, kAuthors, kDate, kAbstract, kOther };

// What the columns hold, by the names in a table's header.
std::vector<Column> NameColumns(const std::vector<std::string_view>& names);

}  // namespace offprint

#endif  // OFFPRINT_READERS_GENERIC_LINE_H_
