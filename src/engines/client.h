// The client that asks a search server from a browser.
#ifndef OFFPRINT_ENGINES_CLIENT_H_
#define OFFPRINT_ENGINES_CLIENT_H_

#include <string_view>

namespace offprint::engines {

// The ES module that the parts in client/ are joined to. It has the exports of
// search::ClientModule(), and reads engine.json beside it.
std::string_view EngineClientModule();

}  // namespace offprint::engines

#endif  // OFFPRINT_ENGINES_CLIENT_H_
