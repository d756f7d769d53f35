// The client that reads the index in a browser.
#ifndef OFFPRINT_SEARCH_CLIENT_H_
#define OFFPRINT_SEARCH_CLIENT_H_

#include <string_view>

namespace offprint::search {

// The ES module that the parts in client/ are joined to.
std::string_view ClientModule();

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_CLIENT_H_
