// The addresses of a style sheet.
#ifndef OFFPRINT_CHECK_CSS_LINKS_H_
#define OFFPRINT_CHECK_CSS_LINKS_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace offprint {

// Calls `each` with every address in url() and @import, and with the byte it
// begins at, by the tokens of CSS (www.w3.org/TR/css-syntax-3, 4.3). Comments,
// texts and @namespace hold none; nor is a fragment alone one, as it names a
// part of the page around. Takes any bytes.
void EachCssAddress(
    std::string_view css,
    const std::function<void(std::string address, size_t offset)>& each);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_CSS_LINKS_H_
