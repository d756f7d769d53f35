// A site of three papers on two days, for the tests of feeds.
#ifndef OFFPRINT_TESTS_UNIT_FEEDS_SMALL_SITE_H_
#define OFFPRINT_TESTS_UNIT_FEEDS_SMALL_SITE_H_

#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "config/site_config.h"
#include "model/archive.h"
#include "pages/site.h"

namespace offprint {

inline Entry MakeEntry(std::string_view id, std::string_view title, Date day,
                       std::string_view topic) {
  Entry entry;
  entry.id = IdFromText(id).id;
  entry.title = title;
  entry.day = day;
  entry.topic = topic;
  return entry;
}

// On 2026-01-22 paper 2601.00001; on 2026-01-23 it once more, then 2601.00002
// (score 9) and a DOI.
inline std::vector<Digest> SmallDigests() {
  Digest digest;
  digest.dialect = Dialect::kScoredList;
  const Date first{2026, 1, 22};
  const Date second{2026, 1, 23};
  digest.days = {first, second};
  Entry old = MakeEntry("2601.00001", "Old", first, "大模型");
  old.authors = NameList("Ada L.\n李雷");
  old.sections = {{SectionKey::kAbstract, "About *old* things."}};
  Entry again = MakeEntry("2601.00001", "Old", second, "大模型");
  again.version = 2;
  again.score = 5.5;
  again.links.abs = "https://arxiv.org/abs/2601.00001v2";
  again.sections = {{SectionKey::kReason, "See\x01 $a<b$ & <b>more</b>"}};
  Entry best = MakeEntry("2601.00002", "Best & \"<newest>\"", second, "Vision");
  best.score = 9;
  Entry doi = MakeEntry("10.1101/2026.01.20.1", "Cells", second, "");
  doi.links.abs = "javascript:alert(1)";
  digest.entries = {old, again, doi, best};
  std::vector<Digest> digests;
  digests.push_back(std::move(digest));
  return digests;
}

// Holds what a Site points to.
struct SmallSite {
  explicit SmallSite(std::vector<Digest> digests = SmallDigests(),
                     SiteConfig settings = DefaultSettings())
      : config(std::move(settings)),
        archive(BuildArchive(std::move(digests), {})),
        site(PlanSite(archive, config, diagnostics)) {}
  SmallSite(const SmallSite&) = delete;
  SmallSite& operator=(const SmallSite&) = delete;

  static SiteConfig DefaultSettings() {
    SiteConfig config;
    config.title = "论文";
    config.url = "https://example.org";
    config.baseurl = "/p";
    config.timezone = "Asia/Shanghai";
    TimeZone::Find(config.timezone, &config.time_zone);
    return config;
  }

  Diagnostics diagnostics;
  SiteConfig config;
  Archive archive;
  Site site;
};

}  // namespace offprint

#endif  // OFFPRINT_TESTS_UNIT_FEEDS_SMALL_SITE_H_
