// The merge, in passes: order the digests by name, place each entry on its
// paper, topic and day (leaving out word-for-word repeats), let each paper
// choose its title, authors and links from its entries and metadata, and bring
// all lists into their final order. Indices given during the first pass are
// those of first appearance; model/archive_order.h renumbers them.
#include "model/archive.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <memory>
#include <span>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "model/archive_counts.h"
#include "model/archive_order.h"
#include "model/paper_authors.h"
#include "model/paper_title.h"

namespace offprint {
namespace {

bool SameWords(const Entry& a, const Entry& b) {
  const auto header = [](const Entry& e) {
    return std::tie(e.title, e.original_title, e.title_note, e.version,
                    e.authors, e.topic, e.source, e.day, e.published, e.score);
  };
  const auto links = [](const Links& l) {
    return std::tie(l.abs, l.pdf, l.html, l.code);
  };
  return header(a) == header(b) && links(a.links) == links(b.links) &&
         std::equal(a.sections.begin(), a.sections.end(), b.sections.begin(),
                    b.sections.end(), [](const Section& x, const Section& y) {
                      return x.key == y.key && x.text == y.text;
                    });
}

PaperId IdentityOf(const Entry& entry, const SourceFile& file) {
  if (!entry.id.empty()) return entry.id;
  for (const std::string_view link :
       {entry.links.abs, entry.links.pdf, entry.links.html}) {
    if (!link.empty()) return HashId(link);
  }
  if (!entry.title.empty()) return HashId(entry.title);
  return HashId(file.name() + ":" + std::to_string(entry.line));
}

struct NameHash {
  size_t operator()(std::string_view name) const {
    return static_cast<size_t>(HashOf(name).low);
  }
};

// By names that lie elsewhere, with their hashes.
template <typename Value>
using NameMap =
    tsl::robin_map<std::string_view, Value, NameHash, std::equal_to<>,
                   std::allocator<std::pair<std::string_view, Value>>, true>;

struct HashedName {
  std::string_view name;
  size_t hash = 0;  // NameHash of it
};

class Merger {
 public:
  Merger(SharedDigests digests, const ArchiveOptions& options,
         std::vector<MetadataList> metadata)
      : options_(options) {
    archive_.digests = std::move(digests);
    archive_.metadata = std::move(metadata);
    for (const MetadataList& list : archive_.metadata) {
      for (const Metadata& item : *list) {
        metadata_by_id_.emplace(item.id.value, &item);
      }
    }
    std::sort(archive_.digests.begin(), archive_.digests.end(),
              [](const auto& a, const auto& b) {
                return a->source_file.name() < b->source_file.name();
              });
  }

  Archive Run() {
    MakeDays();
    MakeRoom();
    for (const auto& digest : archive_.digests) PlaceEntries(*digest);
    FillDays();
    SettlePapers();
    papers_by_id_ = {};
    authors_by_name_ = {};
    metadata_by_id_ = {};
    OrderPapers(&archive_);
    OrderAuthors(&archive_, options_.jobs);
    OrderTopics(&archive_);
    CountRepeats(&archive_);
    FindMissingDays(&archive_);
    return std::move(archive_);
  }

 private:
  std::optional<Date> DayOf(const Digest& digest, const Entry& entry) const {
    if (options_.day_rule == DayRule::kPublished && entry.published) {
      return entry.published;
    }
    return entry.day ? entry.day : digest.date;
  }

  // Days come first, so that their indices ascend with the dates.
  void MakeDays() {
    std::map<Date, DayIndex> dates;
    for (const auto& digest : archive_.digests) {
      if (options_.day_rule == DayRule::kDigest) {
        if (digest->date) dates.emplace(*digest->date, 0);
        for (const Date date : digest->days) dates.emplace(date, 0);
      }
      for (const Entry& entry : digest->entries) {
        if (const auto date = DayOf(*digest, entry)) dates.emplace(*date, 0);
      }
    }
    for (auto& [date, index] : dates) {
      index = static_cast<DayIndex>(archive_.days.size());
      archive_.days.push_back({date, {}, {}, 0});
    }
    days_by_date_ = std::move(dates);
  }

  // For as many papers as there are entries, so that none is moved while it is
  // looked up by its id. The system gives what of them is used.
  void MakeRoom() {
    size_t entries = 0;
    for (const auto& digest : archive_.digests) {
      entries += digest->entries.size();
    }
    archive_.entries.reserve(entries);
    archive_.papers.reserve(entries);
  }

  void PlaceEntries(const Digest& digest) {
    ++archive_.counts.files;
    if (options_.day_rule == DayRule::kDigest) {
      if (digest.date) NoteDigest(days_by_date_.at(*digest.date), digest);
      for (const Date date : digest.days) {
        NoteDigest(days_by_date_.at(date), digest);
      }
    }
    for (const Entry& entry : digest.entries) {
      ++archive_.counts.entries;
      if (entry.code_in_text) ++archive_.counts.code_in_text;
      PlaceEntry(digest, entry);
    }
  }

  void PlaceEntry(const Digest& digest, const Entry& entry) {
    ArchiveEntry placed;
    placed.digest = &digest;
    placed.entry = &entry;
    placed.paper = PaperOf(IdentityOf(entry, digest.source_file));
    if (const auto date = DayOf(digest, entry)) {
      placed.day = days_by_date_.at(*date);
      NoteDigest(placed.day, digest);
    }
    Paper& paper = archive_.papers[placed.paper];
    for (const EntryIndex index : paper.entries) {
      ArchiveEntry& before = archive_.entries[index];
      if (before.day != placed.day || !SameWords(*before.entry, entry)) {
        continue;
      }
      ++before.repeats;
      ++archive_.counts.same_entry;
      return;
    }
    placed.topic = TopicOf(entry.topic);
    paper.entries.push_back(static_cast<EntryIndex>(archive_.entries.size()));
    archive_.entries.push_back(placed);
  }

  void NoteDigest(DayIndex day, const Digest& digest) {
    std::vector<const Digest*>& digests = archive_.days[day].digests;
    if (std::find(digests.begin(), digests.end(), &digest) == digests.end()) {
      digests.push_back(&digest);
    }
  }

  PaperIndex PaperOf(PaperId id) {
    const auto found = papers_by_id_.find(id.value);
    if (found != papers_by_id_.end()) return found->second;
    const auto index = static_cast<PaperIndex>(archive_.papers.size());
    assert(archive_.papers.size() < archive_.papers.capacity());
    archive_.papers.emplace_back().id = std::move(id);
    papers_by_id_.emplace(archive_.papers.back().id.value, index);
    return index;
  }

  TopicIndex TopicOf(std::string_view name) {
    if (name.empty()) return kNoIndex;
    const auto alias = options_.topic_aliases.find(name);
    if (alias != options_.topic_aliases.end()) name = alias->second;
    const auto found = topics_by_name_.find(name);
    if (found != topics_by_name_.end()) return found->second;
    const auto index = static_cast<TopicIndex>(archive_.topics.size());
    const std::string_view kept = archive_.pool.Keep(name);
    archive_.topics.push_back({kept, {}, {}});
    topics_by_name_.emplace(kept, index);
    return index;
  }

  void FillDays() {
    std::vector<DayIndex> last_day(archive_.papers.size(), kNoIndex);
    for (EntryIndex i = 0; i < archive_.entries.size(); ++i) {
      const DayIndex day = archive_.entries[i].day;
      if (day != kNoIndex) archive_.days[day].entries.push_back(i);
    }
    for (DayIndex day = 0; day < archive_.days.size(); ++day) {
      for (const EntryIndex i : archive_.days[day].entries) {
        DayIndex& last = last_day[archive_.entries[i].paper];
        if (last != day) ++archive_.days[day].papers;
        last = day;
      }
    }
  }

  // Of some papers at once, so that not all names are in memory: each by
  // itself, then what papers share.
  void SettlePapers() {
    constexpr size_t kAtOnce = 8192;
    std::vector<std::vector<HashedName>> authors(kAtOnce);
    std::span<Paper> left = archive_.papers;
    while (!left.empty()) {
      const std::span<Paper> papers =
          left.first(std::min(left.size(), kAtOnce));
      ParallelFor(options_.jobs, papers.size(), [&](size_t, size_t i) {
        authors[i].clear();
        for (const std::string_view name : SettlePaper(&papers[i])) {
          authors[i].push_back({name, NameHash()(name)});
        }
      });
      for (size_t i = 0; i < papers.size(); ++i) {
        if (papers[i].title.empty()) {
          papers[i].title = archive_.pool.Keep(papers[i].id.value);
        }
        AddAuthors(authors[i], &papers[i]);
      }
      left = left.subspan(papers.size());
    }
  }

  // Returns the authors' names.
  std::vector<std::string_view> SettlePaper(Paper* paper) const {
    // Most have one; sorting that would take memory.
    if (paper->entries.size() > 1) {
      std::stable_sort(paper->entries.begin(), paper->entries.end(),
                       [&](EntryIndex a, EntryIndex b) {
                         return NewestFirst(a) < NewestFirst(b);
                       });
    }
    std::vector<const Entry*> entries;
    entries.reserve(paper->entries.size());
    for (const EntryIndex index : paper->entries) {
      entries.push_back(archive_.entries[index].entry);
    }
    const auto metadata = metadata_by_id_.find(paper->id.value);
    if (metadata != metadata_by_id_.end()) paper->metadata = metadata->second;
    const TitleChoice titles = ChooseTitle(entries, paper->metadata);
    paper->title = titles.title;
    paper->original_title = titles.original_title;
    UniteLinks(entries, paper);
    UniteFacts(entries, paper);
    UnitePlaces(paper);
    return AuthorsOf(std::move(entries), paper->metadata);
  }

  // A key that sorts the newest day first and no day last.
  uint32_t NewestFirst(EntryIndex index) const {
    const DayIndex day = archive_.entries[index].day;
    return day == kNoIndex ? kNoIndex : kNoIndex - 1 - day;
  }

  static void UniteLinks(const std::vector<const Entry*>& entries,
                         Paper* paper) {
    const auto take = [](std::string_view from, std::string_view* to) {
      if (to->empty()) *to = from;
    };
    for (const Entry* entry : entries) {
      take(entry->links.abs, &paper->links.abs);
      take(entry->links.pdf, &paper->links.pdf);
      take(entry->links.html, &paper->links.html);
      take(entry->links.code, &paper->links.code);
    }
  }

  static void UniteFacts(const std::vector<const Entry*>& entries,
                         Paper* paper) {
    for (const Entry* entry : entries) {
      if (entry->version > 0) paper->versions.push_back(entry->version);
      if (entry->published &&
          (!paper->published || *entry->published < *paper->published)) {
        paper->published = entry->published;
      }
      if (entry->score && (!paper->score || *entry->score > *paper->score)) {
        paper->score = entry->score;
      }
    }
    if (!paper->published && paper->metadata != nullptr) {
      paper->published = paper->metadata->published;
    }
    std::sort(paper->versions.begin(), paper->versions.end());
    paper->versions.erase(
        std::unique(paper->versions.begin(), paper->versions.end()),
        paper->versions.end());
  }

  void AddAuthors(const std::vector<HashedName>& names, Paper* paper) {
    paper->authors.reserve(names.size());
    for (const auto& [name, hash] : names) {
      auto found = authors_by_name_.find(name, hash);
      if (found == authors_by_name_.end()) {
        // Side by side, as they are sorted and looked up more than once.
        const std::string_view kept = archive_.pool.Keep(name);
        const auto index = static_cast<AuthorIndex>(archive_.authors.size());
        archive_.authors.push_back({kept, {}, {}});
        found = authors_by_name_.emplace(kept, index).first;
      }
      paper->authors.push_back(found->second);
    }
  }

  void UnitePlaces(Paper* paper) const {
    for (auto index = paper->entries.rbegin(); index != paper->entries.rend();
         ++index) {
      const ArchiveEntry& placed = archive_.entries[*index];
      if (placed.day != kNoIndex &&
          (paper->days.empty() || paper->days.back() != placed.day)) {
        paper->days.push_back(placed.day);
      }
      if (placed.topic != kNoIndex &&
          std::find(paper->topics.begin(), paper->topics.end(), placed.topic) ==
              paper->topics.end()) {
        paper->topics.push_back(placed.topic);
      }
    }
    std::sort(paper->days.begin(), paper->days.end());
  }

  const ArchiveOptions& options_;
  Archive archive_;
  std::map<Date, DayIndex> days_by_date_;
  NameMap<PaperIndex> papers_by_id_;  // by slices of the papers' ids
  NameMap<TopicIndex> topics_by_name_;
  NameMap<AuthorIndex> authors_by_name_;
  NameMap<const Metadata*> metadata_by_id_;
};

}  // namespace

Archive BuildArchive(SharedDigests digests, const ArchiveOptions& options,
                     std::vector<MetadataList> metadata) {
  return Merger(std::move(digests), options, std::move(metadata)).Run();
}

SharedDigests Shared(std::vector<Digest> digests) {
  SharedDigests shared;
  shared.reserve(digests.size());
  for (Digest& digest : digests) {
    shared.push_back(std::make_shared<const Digest>(std::move(digest)));
  }
  return shared;
}

Archive BuildArchive(std::vector<Digest> digests, const ArchiveOptions& options,
                     std::vector<MetadataList> metadata) {
  return BuildArchive(Shared(std::move(digests)), options, std::move(metadata));
}

}  // namespace offprint
