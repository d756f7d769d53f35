// The files of a tier hang together: the packs give the folder its name, the
// root or its nodes tell where each shard starts, and shards name the segments
// of long lists. So they are read in that order.
#include "check/search_files.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "check/link_target.h"
#include "check/search_root.h"
#include "data/json_parser.h"
#include "search/deflate.h"
#include "search/folder_name.h"
#include "search/stored.h"

namespace offprint {
namespace {

constexpr const char* kRootPath = "search/index.json";
constexpr size_t kMostProblems = 20;
constexpr size_t kMostBytes = size_t{64} << 20;  // of an inflated file
constexpr size_t kNodeShards = 512;
constexpr size_t kRecordMembers = 12;

// What is wrong, by file; filled from several threads.
class Problems {
 public:
  void Add(std::string file, std::string message) {
    const std::lock_guard lock(mutex_);
    list_.emplace_back(std::move(file), std::move(message));
  }

  void Report(Diagnostics& diagnostics) {
    std::ranges::sort(list_);
    const auto told = list_.begin() + static_cast<ptrdiff_t>(std::min(
                                          kMostProblems, list_.size()));
    for (auto problem = list_.begin(); problem != told; ++problem) {
      diagnostics.Warning({problem->first, 0, 0}, problem->second);
    }
    if (told == list_.end()) return;
    diagnostics.Warning({kRootPath, 0, 0},
                        "the search index has " +
                            std::to_string(list_.end() - told) +
                            " more problems");
  }

 private:
  std::mutex mutex_;
  std::vector<std::pair<std::string, std::string>> list_;
};

class TierCheck {
 public:
  TierCheck(const SiteFiles& files, const SearchTier& tier, size_t jobs,
            Problems* problems)
      : files_(files),
        tier_(tier),
        jobs_(jobs),
        problems_(*problems),
        folder_("search/" + tier.folder + "/") {}

  void Run() {
    const size_t packs =
        tier_.papers / tier_.pack + (tier_.papers % tier_.pack > 0 ? 1 : 0);
    // The root is a file like any other: its numbers may be anything.
    if (std::max(packs, tier_.shards) > files_.paths().size()) {
      problems_.Add(kRootPath, "names more files in \"" + folder_ +
                                   "\" than the site has");
      return;
    }
    CheckPacks(packs);
    ReadStarts();
    ParallelFor(jobs_, tier_.shards,
                [&](size_t, size_t shard) { CheckShard(shard); });
    for (const auto& [number, segment] : segments_) CheckSegment(segment);
  }

 private:
  void Damaged(const std::string& path, const std::string& how) {
    problems_.Add(
        path, "is damaged: " + how + "; offprint build --clean writes it anew");
  }

  std::optional<std::string> Read(const std::string& path) {
    if (files_.Contains(path)) return files_.Read(path);
    problems_.Add(kRootPath,
                  "needs \"" + path + "\", which the site does not have");
    return std::nullopt;
  }

  std::optional<std::string> ReadInflated(const std::string& path) {
    const auto stream = Read(path);
    if (!stream) return std::nullopt;
    auto bytes = search::Inflate(*stream, kMostBytes);
    if (!bytes) Damaged(path, "it is no whole zlib stream");
    return bytes;
  }

  std::string PathOf(char kind, size_t number) const {
    return folder_ + kind + "/" + std::to_string(number) + ".bin";
  }

  void CheckPacks(size_t packs) {
    const auto dictionary = Read(folder_ + "dict.bin");
    if (!dictionary) return;
    std::vector<uint64_t> hashes(packs);
    ParallelFor(jobs_, packs, [&](size_t, size_t i) {
      const auto pack = Read(PathOf('p', i));
      if (!pack) return;
      hashes[i] = StableHash(*pack);
      CheckPack(i, *dictionary + *pack);
    });
    const std::string name = search::FolderNameOf(*dictionary, hashes);
    if (name != tier_.folder) {
      problems_.Add(kRootPath, "names \"" + folder_ +
                                   "\", but by what it holds that folder "
                                   "would be \"search/" +
                                   name + "/\"");
    }
  }

  void CheckPack(size_t number, const std::string& stream) {
    const std::string path = PathOf('p', number);
    const auto bytes = search::Inflate(stream, kMostBytes);
    if (!bytes || bytes->size() < tier_.dictionary) {
      return Damaged(path, "with dict.bin it is no whole zlib stream");
    }
    Diagnostics not_json;
    const data::Value records = data::ParseJson(
        std::string_view(*bytes).substr(tier_.dictionary), path, not_json);
    const size_t first = number * tier_.pack;
    const size_t expected = std::min(tier_.pack, tier_.papers - first);
    const data::Array* list = records.AsArray();
    if (list == nullptr || list->size() != expected) {
      return Damaged(
          path, "it is no list of " + std::to_string(expected) + " records");
    }
    for (const data::Value& record : *list) CheckRecord(path, record);
  }

  void CheckRecord(const std::string& path, const data::Value& record) {
    const data::Array* members = record.AsArray();
    if (members == nullptr || members->size() != kRecordMembers ||
        (*members)[1].AsString() == nullptr) {
      return Damaged(path, "a record is not of the members that it has to be");
    }
    const std::string& url = *(*members)[1].AsString();
    const LinkTarget target = ResolveLink(url, "index.html", {});
    if (target.kind == LinkKind::kInsideSite &&
        !files_.FileAt(target.path).empty()) {
      return;
    }
    problems_.Add(path, "has a record of the page \"" + url +
                            "\", which the site does not have");
  }

  // The starts of all shards, of the root or of the nodes.
  void ReadStarts() {
    starts_ = tier_.starts;
    if (tier_.has_nodes) {
      starts_.clear();
      const size_t nodes = (tier_.shards + kNodeShards - 1) / kNodeShards;
      for (size_t i = 0; i < nodes; ++i) {
        const std::string path = PathOf('n', i);
        const auto bytes = ReadInflated(path);
        const auto starts =
            bytes ? search::ReadNode(*bytes) : std::vector<std::string>();
        if (!starts) Damaged(path, "it is no node");
        if (starts)
          starts_.insert(starts_.end(), starts->begin(), starts->end());
      }
    }
    if (starts_.size() == tier_.shards) return;
    problems_.Add(kRootPath, "tells where " + std::to_string(starts_.size()) +
                                 " shards of \"" + folder_ +
                                 "\" start, which has " +
                                 std::to_string(tier_.shards));
    starts_.clear();
  }

  void CheckShard(size_t number) {
    const std::string path = PathOf('k', number);
    const auto bytes = ReadInflated(path);
    if (!bytes) return;
    const auto keys = search::ReadShard(*bytes);
    if (!keys || keys->empty()) return Damaged(path, "it is no shard");
    const auto out_of_order = std::ranges::adjacent_find(
        *keys, std::ranges::greater_equal(), &search::StoredKey::key);
    if (out_of_order != keys->end()) {
      return Damaged(path, "its keys are not in order");
    }
    const bool too_low =
        !starts_.empty() && keys->front().key < starts_[number];
    const bool too_high =
        number + 1 < starts_.size() && keys->back().key >= starts_[number + 1];
    if (too_low || too_high) {
      return Damaged(path, "it has keys that the root looks for elsewhere");
    }
    for (const search::StoredKey& key : *keys) {
      for (const search::StoredList* list :
           {&key.all, &key.title, &key.author}) {
        CheckPapers(path, list->papers);
        AddSegments(list->segments);
      }
    }
  }

  void CheckPapers(const std::string& path,
                   const std::vector<uint32_t>& papers) {
    if (papers.empty() || papers.back() < tier_.papers) return;
    Damaged(path, "it lists papers that there are not");
  }

  void AddSegments(const std::vector<search::StoredSegment>& segments) {
    if (segments.empty()) return;
    const std::lock_guard lock(mutex_);
    for (const search::StoredSegment& segment : segments) {
      segments_.emplace(segment.file, segment);
    }
  }

  void CheckSegment(const search::StoredSegment& segment) {
    const std::string path = PathOf('s', segment.file);
    const auto bytes = ReadInflated(path);
    if (!bytes) return;
    const auto papers = search::ReadSegment(*bytes, segment.papers);
    if (!papers || papers->empty() || papers->front() != segment.first) {
      return Damaged(path, "it is not the segment that its shard names");
    }
    CheckPapers(path, *papers);
  }

  const SiteFiles& files_;
  const SearchTier& tier_;
  const size_t jobs_;
  Problems& problems_;
  const std::string folder_;
  std::vector<std::string> starts_;  // empty where they are not known
  std::mutex mutex_;
  std::map<uint32_t, search::StoredSegment> segments_;  // by their files
};

void CheckCounts(const SearchRoot& root, Problems* problems) {
  size_t papers = 0;
  for (size_t i = 0; i < root.tiers.size(); ++i) {
    const SearchTier& tier = root.tiers[i];
    papers += tier.papers - std::min(tier.papers, tier.replaces.size());
    const size_t next =
        i + 1 < root.tiers.size() ? root.tiers[i + 1].papers : 0;
    if (!tier.replaces.empty() && tier.replaces.back() >= next) {
      problems->Add(kRootPath, "replaces papers that the next tier has not");
    }
  }
  if (papers != root.papers) {
    problems->Add(kRootPath, "counts " + std::to_string(root.papers) +
                                 " papers, but its tiers have " +
                                 std::to_string(papers));
  }
}

}  // namespace

void CheckSearchFiles(const SiteFiles& files, size_t jobs,
                      Diagnostics& diagnostics) {
  if (!files.Contains(kRootPath)) {
    if (!files.Contains("search/client.js")) return;
    diagnostics.Warning(
        {"search/client.js", 0, 0},
        std::string("reads ") + kRootPath + ", which the site does not have");
    return;
  }
  std::string reason;
  const auto root = ReadSearchRoot(files.Read(kRootPath), &reason);
  if (!root) {
    diagnostics.Warning({kRootPath, 0, 0},
                        "is no root of a search index: " + reason);
    return;
  }
  Problems problems;
  CheckCounts(*root, &problems);
  for (const SearchTier& tier : root->tiers) {
    TierCheck(files, tier, jobs, &problems).Run();
  }
  problems.Report(diagnostics);
}

}  // namespace offprint
