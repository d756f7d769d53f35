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
std::string JoinCommon(const IndexMemory& tiers) {
  CommonKeys common;
  for (const WrittenTier& tier : tiers) {
    for (const auto& [key, papers] : tier.summary.common) common[key] += papers;
  }
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

// Of all that records are made from.
Hash128 HashOfTier(const Site& site, const ContentHashes& hashes,
                   const Tier& tier) {
  const Archive& archive = *site.archive;
  Hasher hasher;
  for (const Member& member : tier.members) {
    const Paper& paper = archive.papers[member.paper];
    hasher.Add(paper.id.value).Add(hashes.metadata(member.paper));
    hasher.Add(site.Address(site.paper_pages[member.paper]));
    for (const EntryIndex entry : EntriesOf(archive, paper, tier)) {
      hasher.Add(hashes.entry(entry));
    }
  }
  return hasher.Take();
}

TierSummary KeepOrWrite(const Site& site, const Tier& tier,
                        const IndexOptions& options, const Hash128& made_of,
                        const IndexMemory& before, OutputSink& sink) {
  const auto known = std::ranges::find(before, made_of, &WrittenTier::made_of);
  if (known != before.end() && sink.KeepBelow(FolderOf(known->summary))) {
    return known->summary;
  }
  return WriteTier(site, tier, options, sink);
}

}  // namespace

void Write(const IndexMemory& memory, ByteWriter* out) {
  const auto write_text = [&](const std::string& text) { out->Text(text); };
  out->List(memory, [&](const WrittenTier& tier) {
    const TierSummary& summary = tier.summary;
    out->Hash(tier.made_of);
    out->Text(summary.folder);
    out->Number(summary.papers);
    out->Number(summary.pack);
    out->Number(summary.dictionary);
    out->Number(summary.shards);
    out->List(summary.starts, write_text);
    out->List(summary.nodes, write_text);
    for (const double length : summary.lengths) out->Real(length);
    out->List(summary.common, [&](const auto& common) {
      out->Text(common.first);
      out->Number(common.second);
    });
  });
}

IndexMemory ReadIndexMemory(ByteReader* in) {
  const auto read_text = [&] { return std::string(in->Text()); };
  return in->List([&] {
    WrittenTier tier;
    TierSummary& summary = tier.summary;
    tier.made_of = in->Hash();
    summary.folder = in->Text();
    summary.papers = in->Number();
    summary.pack = in->Number();
    summary.dictionary = in->Number();
    summary.shards = in->Number();
    summary.starts = in->List(read_text);
    summary.nodes = in->List(read_text);
    for (double& length : summary.lengths) length = in->Real();
    for (uint64_t left = in->Number(); left > 0 && in->good(); --left) {
      std::string key(in->Text());
      summary.common.emplace(std::move(key), in->Number());
    }
    return tier;
  });
}

void WriteIndex(const Site& site, const ContentHashes& hashes,
                const IndexOptions& options, IndexMemory* memory,
                OutputSink& sink) {
  const std::vector<Tier> tiers = PlanTiers(*site.archive);
  IndexMemory now;
  now.reserve(tiers.size());
  for (const Tier& tier : tiers) {
    const Hash128 made_of = HashOfTier(site, hashes, tier);
    now.push_back(
        {made_of, KeepOrWrite(site, tier, options, made_of, *memory, sink)});
  }
  std::string root;
  data::JsonWriter json(&root);
  json.BeginObject().Key("format").Int(kFormat);
  json.Key("papers").Int(static_cast<int64_t>(site.archive->papers.size()));
  json.Key("common").String(JoinCommon(now));
  json.Key("tiers").BeginArray();
  for (size_t i = 0; i < tiers.size(); ++i) {
    PutTier(now[i].summary, tiers[i].replaces, &json);
  }
  json.EndArray().EndObject();
  sink.Write("search/index.json", root);
  sink.Write("search/client.js", ClientModule());
  *memory = std::move(now);
}

}  // namespace offprint::search
