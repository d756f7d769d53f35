#ifndef OFFPRINT_JEKYLL_COLLECTIONS_H_
#define OFFPRINT_JEKYLL_COLLECTIONS_H_

#include <vector>

#include "jekyll/settings.h"
#include "jekyll/source.h"

namespace offprint::jekyll {

// The collections that `collections` of the settings names, as a list of labels
// or as a mapping of their settings, with nothing in them; "posts" first, which
// is always there.
std::vector<Collection> ConfiguredCollections(const Settings& settings);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_COLLECTIONS_H_
