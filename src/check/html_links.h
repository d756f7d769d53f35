// The addresses and anchors of a page.
#ifndef OFFPRINT_CHECK_HTML_LINKS_H_
#define OFFPRINT_CHECK_HTML_LINKS_H_

#include <string_view>

#include "check/file_links.h"

namespace offprint {

// Links, images with all their sizes, scripts, style sheets and what those in
// the page name, forms, forwardings, and the pictures that a page has for
// others. A host that is only to be connected to early is no link.
void ReadHtmlLinks(std::string_view html, FileLinks* file);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_HTML_LINKS_H_
