// A tier is made in two steps. First, for each pack, the records of its papers
// are made, their keys gathered, and the pack is compressed; shares of packs go
// in parallel, each with keys of its own. What is done goes to a scratch file,
// as the packs give the tier its name, by their hash. Then the packs are
// written, and the keys of all runs are merged, in order, into shards.
#include "search/tier_index.h"

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "base/scratch_file.h"
#include "base/text.h"
#include "search/deflate.h"
#include "search/folder_name.h"
#include "search/normal_form.h"
#include "search/packs.h"
#include "search/posting_runs.h"
#include "search/postings.h"
#include "search/record.h"
#include "search/score_key.h"
#include "search/shards.h"

namespace offprint::search {
namespace {

// A pair is common if more than this share of a tier's papers have it, and not
// just a few.
constexpr size_t kCommonShare = 100;
constexpr size_t kLeastCommon = 32;

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

// Five digits for a score times 100, so that scores sort as texts.
std::string ScoreKey(double score) {
  char key[8];
  std::snprintf(key, sizeof key, "c%05d", ScoreHundredths(score));
  return key;
}

// So many bytes of memory do the keys of one thread take, about, before they
// are written out.
constexpr size_t kPostingsMemory = size_t{8} << 20;
// So many bytes of packs go to the disk at once.
constexpr size_t kPackBytes = size_t{256} << 10;

// Some packs in the scratch file, one after the other.
struct PackBlock {
  uint64_t offset = 0;
  size_t first = 0;           // the first pack's number
  std::vector<size_t> sizes;  // bytes
};

// The papers of one thread, on their way into the index.
struct Share {
  Postings postings;
  std::vector<PostingRun> runs;
  std::string packs;  // of the block under way
  PackBlock block;
  std::vector<PackBlock> blocks;
  std::vector<uint64_t> hashes;  // of the packs
  std::array<uint64_t, 3> lengths =
      {};  // code points of titles, authors, texts
};

class TierWriter {
 public:
  TierWriter(const Site& site, const Tier& tier, const IndexOptions& options,
             OutputSink& sink)
      : site_(site),
        tier_(tier),
        jobs_(options.jobs),
        sink_(sink),
        scratch_(options.scratch),
        plan_(PlanPacks(site, tier)),
        start_(plan_.dictionary) {}

  TierSummary Write() {
    const size_t papers = tier_.members.size();
    const size_t packs = (papers + plan_.papers - 1) / plan_.papers;
    shares_ = std::vector<Share>(std::min(jobs_, packs));
    ParallelFor(jobs_, shares_.size(), [&](size_t, size_t i) {
      const size_t begin = i * packs / shares_.size();
      MakeShare(begin, (i + 1) * packs / shares_.size(), &shares_[i]);
    });
    summary_.folder = NameOfFolder();
    summary_.papers = papers;
    summary_.pack = plan_.papers;
    summary_.dictionary = plan_.dictionary.size();
    WritePacks();
    WriteKeys();
    for (size_t i = 0; i < summary_.lengths.size(); ++i) {
      uint64_t length = 0;
      for (const Share& share : shares_) length += share.lengths[i];
      summary_.lengths[i] =
          static_cast<double>(length) / static_cast<double>(papers);
    }
    return std::move(summary_);
  }

 private:
  void MakeShare(size_t begin, size_t end, Share* share) {
    share->block.first = begin;
    for (size_t i = begin; i < end; ++i) {
      const std::string pack = MakePack(i, share);
      share->hashes.push_back(StableHash(pack));
      share->block.sizes.push_back(pack.size());
      share->packs += pack;
      if (share->packs.size() >= kPackBytes) EndBlock(i + 1, share);
      if (share->postings.memory() >= kPostingsMemory) EndRun(share);
    }
    EndBlock(end, share);
    EndRun(share);
  }

  void EndBlock(size_t next, Share* share) {
    share->block.offset = scratch_.Append(share->packs);
    share->packs.clear();
    share->blocks.push_back(std::exchange(share->block, {0, next, {}}));
  }

  void EndRun(Share* share) {
    share->runs.push_back(WriteRun(share->postings, scratch_));
    share->postings = Postings();
  }

  std::string MakePack(size_t pack, Share* share) {
    std::string json = "[";
    const size_t begin = pack * plan_.papers;
    const size_t end = std::min(begin + plan_.papers, tier_.members.size());
    for (size_t number = begin; number < end; ++number) {
      const Record record = MakeRecord(site_, tier_, tier_.members[number]);
      if (number > begin) json += ',';
      AppendRecordJson(record, &json);
      AddTexts(record, static_cast<uint32_t>(number), share);
      AddFacts(record, static_cast<uint32_t>(number), &share->postings);
    }
    json += ']';
    return start_.Continue(json);
  }

  static void AddTexts(const Record& record, uint32_t number, Share* share) {
    const auto add = [&](std::string_view text, Field field, size_t length) {
      const std::string normal = NormalForm(text);
      share->postings.AddText(normal, field, number);
      share->lengths[length] += CountCodePoints(normal);
    };
    add(record.title, Field::kTitle, 0);
    for (const std::string& title : record.other_titles) {
      add(title, Field::kTitle, 0);
    }
    for (const std::string_view name : record.authors) {
      add(name, Field::kAuthor, 1);
    }
    for (const std::string& text : record.texts) add(text, Field::kText, 2);
  }

  void AddFacts(const Record& record, uint32_t number, Postings* postings) {
    postings->AddKey("i" + NormalForm(record.id), number);
    if (record.has_code) postings->AddKey("k", number);
    if (record.score) postings->AddKey(ScoreKey(*record.score), number);
    for (const std::string_view topic : record.topics) {
      postings->AddKey("t" + NormalForm(topic), number);
    }
    for (const std::string_view source : record.sources) {
      postings->AddKey("s" + NormalForm(source), number);
    }
    for (const DayIndex day : record.days) {
      postings->AddKey("d" + FormatDate(site_.archive->days[day].date), number);
    }
  }

  std::string NameOfFolder() const {
    std::vector<uint64_t> hashes;
    for (const Share& share : shares_) {
      hashes.insert(hashes.end(), share.hashes.begin(), share.hashes.end());
    }
    return FolderNameOf(start_.head(), hashes);
  }

  std::string Folder() const { return FolderOf(summary_); }

  void WritePacks() {
    sink_.Write(Folder() + "dict.bin", start_.head());
    std::vector<const PackBlock*> blocks;
    for (const Share& share : shares_) {
      for (const PackBlock& block : share.blocks) blocks.push_back(&block);
    }
    ParallelFor(jobs_, blocks.size(),
                [&](size_t, size_t i) { WriteBlock(*blocks[i]); });
  }

  void WriteBlock(const PackBlock& block) {
    const size_t size =
        std::accumulate(block.sizes.begin(), block.sizes.end(), size_t{0});
    std::string packs;
    scratch_.Read(block.offset, size, &packs);
    size_t at = 0;
    for (size_t i = 0; i < block.sizes.size(); ++i) {
      sink_.Write(Folder() + "p/" + std::to_string(block.first + i) + ".bin",
                  std::string_view(packs).substr(at, block.sizes[i]));
      at += block.sizes[i];
    }
  }

  void WriteKeys();
  const Site& site_;
  const Tier& tier_;
  const size_t jobs_;
  OutputSink& sink_;
  ScratchFile scratch_;
  const PackPlan plan_;
  const SharedStart start_;
  std::vector<Share> shares_;
  TierSummary summary_;
};

void TierWriter::WriteKeys() {
  std::vector<PostingRun> runs;
  for (const Share& share : shares_) {
    runs.insert(runs.end(), share.runs.begin(), share.runs.end());
  }
  const size_t papers = tier_.members.size();
  const size_t shard_bytes = std::clamp<size_t>(papers / 4, 4096, 8192);
  ShardWriter shards(Folder(), shard_bytes, sink_);
  RunMerger merger(scratch_, runs);
  MergedKey merged;
  while (merger.Next(&merged)) {
    const size_t count = merged.all.size();
    shards.Add(merged.key, merged.all, merged.title, merged.author);
    if (merged.key[0] == 'g' && count > kLeastCommon &&
        count * kCommonShare > papers) {
      summary_.common.emplace(merged.key, count);
    }
  }
  shards.Finish();
  summary_.shards = shards.shards();
  summary_.starts = shards.starts();
  summary_.nodes = shards.nodes();
}

}  // namespace

std::string FolderOf(const TierSummary& tier) {
  return "search/" + tier.folder + "/";
}

TierSummary WriteTier(const Site& site, const Tier& tier,
                      const IndexOptions& options, OutputSink& sink) {
  return TierWriter(site, tier, options, sink).Write();
}

}  // namespace offprint::search
