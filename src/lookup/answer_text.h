// Texts as services send them, made plain.
#ifndef OFFPRINT_LOOKUP_ANSWER_TEXT_H_
#define OFFPRINT_LOOKUP_ANSWER_TEXT_H_

#include <string>
#include <string_view>

#include "fetch/http.h"

namespace offprint::lookup {

// The body of an answer as UTF-8. What is UTF-8 is taken for that, whatever the
// header Content-Type or the XML declaration calls it; else Latin-1 where one
// of them says so; else each byte that is none becomes U+FFFD.
std::string Utf8Body(const fetch::Response& response);

// The text of a piece of HTML or JATS (https://jats.nlm.nih.gov/), in which
// Crossref and bioRxiv write titles and abstracts: tags go, with a blank where
// a paragraph ends, and character references are decoded. What is no markup
// ("a < b") stays as it is.
std::string TextOfMarkup(const std::string& markup);

}  // namespace offprint::lookup

#endif  // OFFPRINT_LOOKUP_ANSWER_TEXT_H_
