#include "search/index.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "data/json.h"
#include "search/client.h"
#include "search/normal_form.h"
#include "search/tier_index.h"
#include "search/tiers.h"

namespace offprint::search {
namespace {

constexpr int kFormat = 1;
constexpr size_t kMostCommon = 256;

// The keys that are pairs of unspaced characters, most papers first, without
// their "g".
std::string JoinCommon(const CommonKeys& common) {
  std::vector<std::pair<uint64_t, std::string_view>> pairs;
  for (const auto& [key, papers] : common) {
    const std::string_view pair = std::string_view(key).substr(1);
    size_t at = 0;
    const CharClass first = ClassOf(NextCodePoint(pair, &at));
    if (at == pair.size()) continue;
    const CharClass second = ClassOf(NextCodePoint(pair, &at));
    if (first != CharClass::kUnspaced || second != CharClass::kUnspaced) {
      continue;
    }
    pairs.emplace_back(papers, pair);
  }
  std::ranges::sort(pairs, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  pairs.resize(std::min(pairs.size(), kMostCommon));
  std::string joined;
  for (const auto& [papers, pair] : pairs) joined += pair;
  return joined;
}

std::string Joined(const std::vector<std::string>& keys) {
  std::string joined;
  for (const std::string& key : keys) {
    if (&key != &keys.front()) joined += '\n';
    joined += key;
  }
  return joined;
}

void PutTier(const TierSummary& tier, const std::vector<uint32_t>& replaces,
             data::JsonWriter* json) {
  json->BeginObject().Key("folder").String(tier.folder);
  const auto put = [&](std::string_view key, size_t number) {
    json->Key(key).Int(static_cast<int64_t>(number));
  };
  put("papers", tier.papers);
  put("pack", tier.pack);
  put("dictionary", tier.dictionary);
  put("shards", tier.shards);
  if (tier.nodes.empty()) {
    json->Key("starts").String(Joined(tier.starts));
  } else {
    json->Key("nodes").String(Joined(tier.nodes));
  }
  json->Key("lengths").BeginArray();
  for (const double length : tier.lengths) json->Double(length);
  json->EndArray().Key("replaces").BeginArray();
  uint32_t before = 0;
  for (const uint32_t number : replaces) {
    json->Int(number - before);
    before = number;
  }
  json->EndArray().EndObject();
}

}  // namespace

void WriteIndex(const Site& site, size_t jobs, OutputSink& sink) {
  const std::vector<Tier> tiers = PlanTiers(*site.archive);
  CommonKeys common;
  std::vector<TierSummary> summaries;
  summaries.reserve(tiers.size());
  for (const Tier& tier : tiers) {
    summaries.push_back(WriteTier(site, tier, jobs, sink, &common));
  }
  std::string root;
  data::JsonWriter json(&root);
  json.BeginObject().Key("format").Int(kFormat);
  json.Key("papers").Int(static_cast<int64_t>(site.archive->papers.size()));
  json.Key("common").String(JoinCommon(common));
  json.Key("tiers").BeginArray();
  for (size_t i = 0; i < tiers.size(); ++i) {
    PutTier(summaries[i], tiers[i].replaces, &json);
  }
  json.EndArray().EndObject();
  sink.Write("search/index.json", root);
  sink.Write("search/client.js", ClientModule());
}

}  // namespace offprint::search
