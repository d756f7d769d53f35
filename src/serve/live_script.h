#ifndef OFFPRINT_SERVE_LIVE_SCRIPT_H_
#define OFFPRINT_SERVE_LIVE_SCRIPT_H_

#include <string_view>

namespace offprint::serve {

// live.js, without its comments.
std::string_view LiveScript();

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_LIVE_SCRIPT_H_
