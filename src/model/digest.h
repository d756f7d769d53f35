// One digest file as its reader understood it.
#ifndef OFFPRINT_MODEL_DIGEST_H_
#define OFFPRINT_MODEL_DIGEST_H_

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/source_file.h"
#include "base/text_pool.h"
#include "model/name_list.h"
#include "model/paper_id.h"

namespace offprint {

enum class Dialect {
  kDailyTable,
  kTopicTable,
  kAnalysedList,
  kScoredList,
  kEnhancedList,
  kGeneric,
};

// "daily-table" and so on, and back.
std::string_view DialectName(Dialect dialect);
std::optional<Dialect> FindDialect(std::string_view name);
// All names, in the order of the enumeration.
std::vector<std::string_view> DialectNames();

enum class SectionKey {
  kAbstract,
  kReason,
  kBackground,
  kInnovation,
  kConclusion,
  kTldr,
  kTask,
  kMotivation,
  kMethod,
  kResult,
};

// "abstract", "reason", … as `inspect` and themes call them.
std::string_view SectionName(SectionKey key);

// One part of what a digest says of a paper: Markdown as it stood in the file,
// trimmed, never empty.
struct Section {
  SectionKey key = SectionKey::kAbstract;
  std::string_view text;
};

// Addresses as written in the digest; empty where there is none.
struct Links {
  std::string_view abs;
  std::string_view pdf;
  std::string_view html;
  std::string_view code;
};

// What one digest says of one paper. The texts are slices of the digest's
// source, its pool or its file and live as long as the digest.
struct Entry {
  int line = 0;  // from 1
  // Empty (kNone) where the digest gives neither an arXiv id nor a DOI.
  PaperId id;
  int version = 0;  // 0 where none was given
  // White space collapsed, marks of links and bold taken off; may be empty.
  std::string_view title;
  // Where the title is a translation and the digest gives the original too.
  std::string_view original_title;
  // What a translator wrote around the title, kept as a note.
  std::string_view title_note;
  NameList authors;
  std::string_view topic;
  // The source as the heading above it names it, lower-case ("biorxiv"); the
  // digest's where the file has one only.
  std::string_view source;
  // The day of the digest (or of the file's section) that it stands in.
  std::optional<Date> day;
  // The paper's own date where the digest gives one.
  std::optional<Date> published;
  std::optional<double> score;
  Links links;
  std::vector<Section> sections;
  // One plain line of what the sections say; empty until MakeExcerpts
  // (pages/excerpt.h) has made it.
  std::string_view excerpt;
  // The code cell says null, but the text has a link to code.
  bool code_in_text = false;
  // What HashOfWords gives, where a cache told it; else zero.
  Hash128 words;
};

// Of all that a digest says in the entry, but for its topic, its day and its
// line. The excerpt follows from the sections.
Hash128 HashOfWords(const Entry& entry);

// One file. Move-only; a move leaves the slices valid.
struct Digest {
  SourceFile source_file;
  TextPool pool;
  // What the slices are of where the digest comes from a cache; else null, and
  // the text of the source file is there.
  std::shared_ptr<const MappedFile> file;
  // Where it is a part of another, which then has what the slices are of.
  std::shared_ptr<const Digest> whole;
  Dialect dialect = Dialect::kGeneric;
  std::optional<Date> date;
  // "arxiv", "biorxiv", "medrxiv", …: lower-case; empty where the file does
  // not say or has several.
  std::string_view source;
  // What the head of the file tells, by the names "time", "read" (papers read),
  // "model", "tokens", in file order.
  std::vector<std::pair<std::string_view, std::string_view>> meta;
  std::vector<Entry> entries;
  // Days that a heading names, with entries or without (an empty day is a day
  // too), in file order.
  std::vector<Date> days;
};

}  // namespace offprint

#endif  // OFFPRINT_MODEL_DIGEST_H_
