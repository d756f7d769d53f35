// Texts as services send them, made plain.
#ifndef OFFPRINT_LOOKUP_ANSWER_TEXT_H_
#define OFFPRINT_LOOKUP_ANSWER_TEXT_H_

#include <string>

namespace offprint::lookup {

// The text of a piece of HTML or JATS (https://jats.nlm.nih.gov/), in which
// Crossref and bioRxiv write titles and abstracts: tags go, with a blank where
// a paragraph ends, and character references are decoded. What is no markup
// ("a < b") stays as it is.
std::string TextOfMarkup(const std::string& markup);

}  // namespace offprint::lookup

#endif  // OFFPRINT_LOOKUP_ANSWER_TEXT_H_
