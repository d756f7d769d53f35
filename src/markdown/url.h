// Addresses in untrusted text.
#ifndef OFFPRINT_MARKDOWN_URL_H_
#define OFFPRINT_MARKDOWN_URL_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint {

// Whether a link may lead there: http, https (with a host) or mailto.
bool IsLinkable(std::string_view url);

// Appends the address as the value of a double-quoted href: what may not stand
// in an address is percent-encoded, what HTML reads is escaped.
void AppendHref(std::string_view url, std::string* html);

// How many bytes a bare http or https address takes that begins at text[at]; 0
// where none does. It ends before white space, Chinese, quotes and brackets,
// and leaves the sentence its punctuation and a ")" without its "(".
size_t BareUrlLength(std::string_view text, size_t at);

// A bare address in a text; of no length where there is none.
struct BareUrl {
  size_t at = 0;
  size_t length = 0;
};

// The first bare address at or after `from`.
BareUrl FindBareUrl(std::string_view text, size_t from);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_URL_H_
