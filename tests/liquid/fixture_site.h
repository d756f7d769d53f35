// A Jekyll site read for the cases that run in one: its pages, posts,
// collections, data files and includes as values. Just enough of Jekyll for
// that.
#ifndef OFFPRINT_TESTS_LIQUID_FIXTURE_SITE_H_
#define OFFPRINT_TESTS_LIQUID_FIXTURE_SITE_H_

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "data/value.h"

namespace offprint::liquid_test {

struct FixtureSite {
  data::Object values;                       // "site"
  std::map<std::string, std::string> links;  // of paths, for {% link %}
  std::map<std::string, std::string> posts;  // of names, for {% post_url %}
};

FixtureSite ReadFixtureSite(const std::filesystem::path& folder);

}  // namespace offprint::liquid_test

#endif  // OFFPRINT_TESTS_LIQUID_FIXTURE_SITE_H_
