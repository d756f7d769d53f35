// The addresses of the JSON of /api/.
#ifndef OFFPRINT_CHECK_API_LINKS_H_
#define OFFPRINT_CHECK_API_LINKS_H_

#include <string_view>

#include "check/file_links.h"

namespace offprint {

// Reads the addresses of the site's own pages and files, of which feeds/api.h
// tells the keys; those of papers elsewhere stand on the papers' pages too.
// What is not JSON is a defect.
void ReadApiLinks(std::string_view json, FileLinks* file);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_API_LINKS_H_
