#include "search/packs.h"

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

#include "search/dictionary.h"
#include "search/record.h"

namespace offprint::search {
namespace {

constexpr size_t kSamples = 1000;
constexpr size_t kDictionaryBytes = 16384;
// A dictionary is no larger than this part of what it serves.
constexpr size_t kDictionaryShare = 512;
// Of a pack before compression: little, since a hit loads all of it, until an
// archive is so large that the number of its files matters more.
constexpr size_t kLeastPackBytes = 2048;
constexpr size_t kMostPackBytes = 8192;
constexpr size_t kPapersForAByte = 48;
constexpr size_t kMostPapers = 16;

}  // namespace

PackPlan PlanPacks(const Site& site, const Tier& tier) {
  const size_t samples = std::min(kSamples, tier.members.size());
  std::vector<std::string> records(samples);
  size_t bytes = 0;
  for (size_t i = 0; i < samples; ++i) {
    const Member& member = tier.members[i * tier.members.size() / samples];
    AppendRecordJson(MakeRecord(site, tier, member), &records[i]);
    bytes += records[i].size();
  }
  PackPlan plan;
  const size_t all_bytes = bytes / samples * tier.members.size();
  const size_t most = std::min(kDictionaryBytes, all_bytes / kDictionaryShare);
  plan.dictionary = TrainDictionary(records, most);
  const size_t pack_bytes = std::clamp(tier.members.size() / kPapersForAByte,
                                       kLeastPackBytes, kMostPackBytes);
  const size_t papers = pack_bytes * samples / bytes;
  plan.papers = std::bit_floor(std::clamp<size_t>(papers, 1, kMostPapers));
  return plan;
}

}  // namespace offprint::search
