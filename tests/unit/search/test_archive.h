// Archives of papers with texts of a few words, for the tests of the index.
#ifndef OFFPRINT_TESTS_UNIT_SEARCH_TEST_ARCHIVE_H_
#define OFFPRINT_TESTS_UNIT_SEARCH_TEST_ARCHIVE_H_

#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "config/site_config.h"
#include "model/archive.h"
#include "pages/site.h"

namespace offprint::search {

// Holds what a Site points to.
struct TestSite {
  explicit TestSite(std::vector<Digest> digests)
      : archive(BuildArchive(std::move(digests), {})),
        site(PlanSite(archive, config, diagnostics)) {}
  TestSite(const TestSite&) = delete;
  TestSite& operator=(const TestSite&) = delete;

  Diagnostics diagnostics;
  SiteConfig config;
  Archive archive;
  Site site;
};

inline Entry TestEntry(Digest* digest, size_t number, Date day) {
  char id[32];
  std::snprintf(id, sizeof id, "2601.%05zu", number);
  Entry entry;
  entry.id = IdFromText(id).id;
  entry.day = day;
  entry.title = digest->pool.Keep("论文" + std::to_string(number));
  entry.authors =
      NameList(digest->pool.Keep("Author " + std::to_string(number % 7)));
  entry.sections = {
      {SectionKey::kAbstract,
       digest->pool.Keep("大模型推理 word" + std::to_string(number % 100))}};
  return entry;
}

// Papers [first, last) in one digest of a day.
inline Digest TestDigest(Date day, size_t first, size_t last) {
  Digest digest;
  digest.date = day;
  for (size_t number = first; number < last; ++number) {
    digest.entries.push_back(TestEntry(&digest, number, day));
  }
  return digest;
}

}  // namespace offprint::search

#endif  // OFFPRINT_TESTS_UNIT_SEARCH_TEST_ARCHIVE_H_
