// The headings with which the papers of the three list dialects begin. They are
// what a dialect is recognised by.
#ifndef OFFPRINT_READERS_PAPER_HEADING_H_
#define OFFPRINT_READERS_PAPER_HEADING_H_

#include <optional>
#include <string_view>

namespace offprint {

// "## 1. `cs.AI` - title [PDF](url), [HTML](url)"; either the topic or the
// links may be missing.
struct AnalysedHeading {
  std::string_view topic;
  std::string_view title;
  std::string_view pdf;
  std::string_view html;
};
std::optional<AnalysedHeading> ParseAnalysedHeading(std::string_view line);

// "### [Score: 9.0/10] title".
struct ScoredHeading {
  std::string_view score;  // what stands before "/10", number or not
  std::string_view title;
};
std::optional<ScoredHeading> ParseScoredHeading(std::string_view line);

// "### [12] [title](url)" or "### [title](url)".
struct EnhancedHeading {
  std::string_view title;
  std::string_view url;
};
std::optional<EnhancedHeading> ParseEnhancedHeading(std::string_view line);

// The text without a "[12] " at its head.
std::string_view DropNumber(std::string_view text);

// Whether the line is "*name,name*", as it stands below an enhanced heading.
bool IsEmphasised(std::string_view line);

// The address behind `label` ("[PDF](") up to the ")", which are taken off the
// text with all before them; empty where the label does not stand in it.
std::string_view TakeLabelled(std::string_view* text, std::string_view label);

}  // namespace offprint

#endif  // OFFPRINT_READERS_PAPER_HEADING_H_
