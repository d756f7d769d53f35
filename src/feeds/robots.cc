#include "feeds/robots.h"

namespace offprint {

std::string RobotsText(std::string_view sitemap_url) {
  std::string text = "User-agent: *\nDisallow:\n";
  if (!sitemap_url.empty()) {
    text.append("\nSitemap: ").append(sitemap_url).append("\n");
  }
  return text;
}

}  // namespace offprint
