#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_SOURCE_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_SOURCE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown_stand_in.h"

namespace offprint {

// Markdown made ready for cmark, so that it reads it as kramdown would. What
// cmark does not know is taken out line by line, and the lines keep their
// numbers. The stand-ins are Unicode noncharacters; those in the Markdown are
// dropped.
//   $$…$$              one stand-in each, which counts as a letter
//   [^name]            one stand-in, where a footnote of that name is defined
//   "[^name]: text"    taken out, as a footnote
//   "{: .class}"       taken out, as the attributes of the block beside it
//   "**" beside punctuation: an invisible letter between, so that it may be
//                      emphasis
//   HTML               lines within a block stay together; an inline element
//                      that begins a line begins no block
struct KramdownSource {
  enum class Line { kBlank, kText, kDefinition };
  struct Footnote {
    std::string name;
    std::string text;
    int uses = 0;
  };

  // "{: list}" on a line of its own.
  struct Attributes {
    std::string list;
    bool is_indented = false;  // of a block within another
  };

  explicit KramdownSource(std::string_view markdown);

  // What cmark gave back as the Markdown had it, where it is code.
  std::string Restored(std::string_view from_cmark) const;

  // The mathematics that a stand-in is for; null for any other.
  const std::string* MathOf(const StandIn& found) const;

  // Whether a stand-in is for a footnote, of footnotes[found.number].
  bool IsFootnote(const StandIn& found) const;

  // Whether a line above the one of that number (from 1) is blank, when
  // definitions do not count.
  bool HasBlankBefore(int line) const;

  // Whether the line of that number is blank.
  bool IsBlank(int line) const;

  std::string text;                      // what cmark is to read
  std::vector<Line> lines;               // what kramdown sees in each
  std::map<int, Attributes> attributes;  // by the number of their line
  std::vector<std::string> math;
  std::vector<Footnote> footnotes;
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_SOURCE_H_
