#ifndef OFFPRINT_JEKYLL_DOCUMENT_ORDER_H_
#define OFFPRINT_JEKYLL_DOCUMENT_ORDER_H_

#include "jekyll/source.h"

namespace offprint::jekyll {

// Puts the documents of collections, the pages and the static files into the
// order in which Jekyll has them, whatever order they are in; leaves the newest
// posts alone that `limit_posts` allows; tells collections their files, and
// their documents their neighbours.
void PutInOrder(Source* source);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_DOCUMENT_ORDER_H_
