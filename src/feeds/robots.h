#ifndef OFFPRINT_FEEDS_ROBOTS_H_
#define OFFPRINT_FEEDS_ROBOTS_H_

#include <string>
#include <string_view>

namespace offprint {

// robots.txt (RFC 9309): everything is open to everyone, and here is the
// sitemap. An empty address stands for none.
std::string RobotsText(std::string_view sitemap_url);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_ROBOTS_H_
