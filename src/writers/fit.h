// Texts made fit to stand in a digest.
#ifndef OFFPRINT_WRITERS_FIT_H_
#define OFFPRINT_WRITERS_FIT_H_

#include <functional>
#include <string>
#include <string_view>

#include "writers/new_digest.h"

namespace offprint {

// Any bytes as UTF-8 of one line: no control characters, white space collapsed.
std::string FitLine(std::string_view text);

// Any bytes as UTF-8 of several lines, trimmed: LF ends a line, and of the
// control characters tabs alone stay.
std::string FitText(std::string_view text);

// A name as readers give it back; empty where it is none.
std::string FitName(std::string_view name);
// One that may stand between commas.
std::string FitListedName(std::string_view name);

std::string FitTopic(std::string_view topic);

// The text without the characters in `marks`.
std::string Without(std::string_view marks, std::string_view text);

// The text with each `from` made `to`, which must not hold `from`.
std::string Replaced(std::string_view text, std::string_view from,
                     std::string_view to);

// The lines of the text, of which those behind the first that `is_structure`
// get `mark` before their first character that is no white space.
std::string GuardLines(
    std::string_view text, std::string_view mark,
    const std::function<bool(std::string_view)>& is_structure);

// The section, or an empty text.
std::string_view SectionOf(const NewPaper& paper, SectionKey key);

// The addresses of a fitted paper, with its version.
std::string PaperAbstractUrl(const NewPaper& paper);
std::string PaperPdfUrl(const NewPaper& paper);

}  // namespace offprint

#endif  // OFFPRINT_WRITERS_FIT_H_
