#include "jekyll/settings.h"

#include <algorithm>

namespace offprint::jekyll {

bool Settings::HasPlugin(std::string_view name) const {
  return std::find(plugins.begin(), plugins.end(), name) != plugins.end();
}

}  // namespace offprint::jekyll
