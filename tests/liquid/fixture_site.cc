#include "liquid/fixture_site.h"

namespace offprint::liquid_test {
FixtureSite ReadFixtureSite(const std::filesystem::path&) { return {}; }
}  // namespace offprint::liquid_test
