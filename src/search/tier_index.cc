// A tier is made in two steps. First, for each pack, the records of its papers
// are made, their keys gathered, and the pack is compressed; runs of packs go
// in parallel, each with keys of its own. The packs give the tier its name, by
// their hash. Then the keys of all runs are merged, in order, into shards.
#include "search/tier_index.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "search/deflate.h"
#include "search/folder_name.h"
#include "search/normal_form.h"
#include "search/packs.h"
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

// A run of papers on its way into the index.
struct Run {
  Postings postings;
  std::array<uint64_t, 3> lengths =
      {};  // code points of titles, authors, texts
};

class TierWriter {
 public:
  TierWriter(const Site& site, const Tier& tier, size_t jobs, OutputSink& sink)
      : site_(site),
        tier_(tier),
        jobs_(jobs),
        sink_(sink),
        plan_(PlanPacks(site, tier)),
        start_(plan_.dictionary) {}

  TierSummary Write() {
    const size_t papers = tier_.members.size();
    packs_.resize((papers + plan_.papers - 1) / plan_.papers);
    runs_ = std::vector<Run>(std::min(jobs_, packs_.size()));
    ParallelFor(jobs_, runs_.size(), [&](size_t, size_t run) {
      const size_t end = (run + 1) * packs_.size() / runs_.size();
      for (size_t i = run * packs_.size() / runs_.size(); i < end; ++i) {
        packs_[i] = MakePack(i, &runs_[run]);
      }
    });
    summary_.folder = NameOfFolder();
    summary_.papers = papers;
    summary_.pack = plan_.papers;
    summary_.dictionary = plan_.dictionary.size();
    WritePacks();
    WriteKeys();
    for (size_t i = 0; i < summary_.lengths.size(); ++i) {
      uint64_t length = 0;
      for (const Run& run : runs_) length += run.lengths[i];
      summary_.lengths[i] =
          static_cast<double>(length) / static_cast<double>(papers);
    }
    return std::move(summary_);
  }

 private:
  std::string MakePack(size_t pack, Run* run) {
    std::string json = "[";
    const size_t begin = pack * plan_.papers;
    const size_t end = std::min(begin + plan_.papers, tier_.members.size());
    for (size_t number = begin; number < end; ++number) {
      const Record record = MakeRecord(site_, tier_, tier_.members[number]);
      if (number > begin) json += ',';
      AppendRecordJson(record, &json);
      AddTexts(record, static_cast<uint32_t>(number), run);
      AddFacts(record, static_cast<uint32_t>(number), &run->postings);
    }
    json += ']';
    return start_.Continue(json);
  }

  static void AddTexts(const Record& record, uint32_t number, Run* run) {
    const auto add = [&](std::string_view text, Field field, size_t length) {
      const std::string normal = NormalForm(text);
      run->postings.AddText(normal, field, number);
      run->lengths[length] += CountCodePoints(normal);
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
    for (const std::string& pack : packs_) hashes.push_back(StableHash(pack));
    return FolderNameOf(start_.head(), hashes);
  }

  std::string Folder() const { return FolderOf(summary_); }

  void WritePacks() {
    sink_.Write(Folder() + "dict.bin", start_.head());
    ParallelFor(jobs_, packs_.size(), [&](size_t, size_t i) {
      sink_.Write(Folder() + "p/" + std::to_string(i) + ".bin", packs_[i]);
    });
    packs_.clear();
    packs_.shrink_to_fit();
  }

  void WriteKeys();
  void AddKey(std::string_view key,
              const std::vector<const KeyPostings*>& parts,
              ShardWriter* shards);

  const Site& site_;
  const Tier& tier_;
  const size_t jobs_;
  OutputSink& sink_;
  const PackPlan plan_;
  const SharedStart start_;
  std::vector<std::string> packs_;
  std::vector<Run> runs_;
  TierSummary summary_;
};

// A merge of as many sorted lists as there are runs.
void TierWriter::WriteKeys() {
  std::vector<std::vector<Postings::SortedKey>> sorted(runs_.size());
  ParallelFor(jobs_, runs_.size(), [&](size_t, size_t run) {
    sorted[run] = runs_[run].postings.Sorted();
  });
  const size_t shard_bytes =
      std::clamp<size_t>(tier_.members.size() / 4, 4096, 8192);
  ShardWriter shards(Folder(), shard_bytes, sink_);
  std::vector<size_t> at(runs_.size());
  std::vector<const KeyPostings*> parts;
  for (;;) {
    const std::string_view* least = nullptr;
    for (size_t run = 0; run < runs_.size(); ++run) {
      if (at[run] == sorted[run].size()) continue;
      const std::string_view& key = sorted[run][at[run]].key;
      if (least == nullptr || key < *least) least = &key;
    }
    if (least == nullptr) break;
    const std::string_view key = *least;
    parts.clear();
    for (size_t run = 0; run < runs_.size(); ++run) {
      if (at[run] == sorted[run].size() || sorted[run][at[run]].key != key) {
        continue;
      }
      parts.push_back(sorted[run][at[run]++].postings);
    }
    AddKey(key, parts, &shards);
  }
  shards.Finish();
  summary_.shards = shards.shards();
  summary_.starts = shards.starts();
  summary_.nodes = shards.nodes();
}

void TierWriter::AddKey(std::string_view key,
                        const std::vector<const KeyPostings*>& parts,
                        ShardWriter* shards) {
  PaperNumbers all;
  PaperNumbers title;
  PaperNumbers author;
  for (const KeyPostings* part : parts) {
    part->all.DecodeTo(&all);
    if (part->title != nullptr) part->title->DecodeTo(&title);
    if (part->author != nullptr) part->author->DecodeTo(&author);
  }
  shards->Add(key, all, title, author);
  if (key[0] == 'g' && all.size() > kLeastCommon &&
      all.size() * kCommonShare > tier_.members.size()) {
    summary_.common.emplace(key, all.size());
  }
}

}  // namespace

std::string FolderOf(const TierSummary& tier) {
  return "search/" + tier.folder + "/";
}

TierSummary WriteTier(const Site& site, const Tier& tier, size_t jobs,
                      OutputSink& sink) {
  return TierWriter(site, tier, jobs, sink).Write();
}

}  // namespace offprint::search
