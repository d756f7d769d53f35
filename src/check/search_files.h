// Whether the search index of a finished site is whole.
#ifndef OFFPRINT_CHECK_SEARCH_FILES_H_
#define OFFPRINT_CHECK_SEARCH_FILES_H_

#include <cstddef>

#include "base/diagnostics.h"
#include "check/site_files.h"

namespace offprint {

// Reads search/index.json and every file that it names (search/FORMAT.md): each
// has to be there and undamaged, the folder of a tier to have the name that its
// packs give, keys to be in order and where the root says, papers to be those
// that there are, and the pages of records to be of the site. A site without
// an index has no problem. Problems are warnings, the first 20 of them in the
// order of their files; one more counts the others.
void CheckSearchFiles(const SiteFiles& files, size_t jobs,
                      Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_SEARCH_FILES_H_
