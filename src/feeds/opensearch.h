// An OpenSearch description, by which a browser's own bar searches the site
// (https://github.com/dewitt/opensearch, version 1.1, draft 6).
#ifndef OFFPRINT_FEEDS_OPENSEARCH_H_
#define OFFPRINT_FEEDS_OPENSEARCH_H_

#include <string>

#include "pages/site.h"

namespace offprint {

// The description as XML. The site has a search page and a host.
std::string OpenSearchXml(const Site& site);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_OPENSEARCH_H_
