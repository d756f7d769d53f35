#include "writers/writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "writers/dialects.h"
#include "writers/fit.h"

namespace offprint {
namespace {

struct Writer {
  void (*fit)(NewPaper* paper);
  std::string (*write)(const NewDigest& digest, const std::string& head);
  std::vector<SectionKey> sections;
  bool by_topic = true;
  bool one_author = false;
  bool needs_date = false;
  bool has_date = false;
  bool has_score = false;
  bool has_original_title = false;
};

const Writer& WriterOf(Dialect dialect) {
  using enum SectionKey;
  static const std::array<Writer, 5> kWriters = {{
      {.fit = FitDailyTable,
       .write = WriteDailyTable,
       .sections = {kAbstract},
       .by_topic = false,
       .one_author = true,
       .needs_date = true,
       .has_date = true,
       .has_original_title = true},
      {.fit = FitTopicTable,
       .write = WriteTopicTable,
       .sections = {kAbstract},
       .one_author = true,
       .needs_date = true,
       .has_date = true},
      {.fit = FitAnalysedList,
       .write = WriteAnalysedList,
       .sections = {kBackground, kInnovation, kConclusion}},
      {.fit = FitScoredList,
       .write = WriteScoredList,
       .sections = {kReason},
       .has_date = true,
       .has_score = true},
      {.fit = FitEnhancedList,
       .write = WriteEnhancedList,
       .sections = {kTldr, kTask, kMotivation, kMethod, kResult, kConclusion,
                    kAbstract}},
  }};
  assert(dialect != Dialect::kGeneric);
  return kWriters[static_cast<size_t>(dialect)];
}

// Whether an address of the paper says who it is, and Markdown takes it whole.
bool HasPlainAddress(const PaperId& id) {
  const std::string url = AbstractUrl(id);
  const auto is_plain = [](char c) {
    return c > 0x20 && c < 0x7F &&
           std::string_view("()[]<>{}|\\`\"'*").find(c) ==
               std::string_view::npos;
  };
  return IdFromUrl(url).id == id && std::ranges::all_of(url, is_plain);
}

std::string FitSource(Dialect dialect, const NewPaper& paper) {
  if (paper.id.kind == PaperId::Kind::kArxiv) return "arxiv";
  if (dialect == Dialect::kScoredList) return "arxiv";
  if (dialect != Dialect::kDailyTable) return {};
  const std::string source = AsciiLower(paper.source);
  const bool is_word =
      !source.empty() && std::ranges::all_of(source, [](char c) {
        return IsAsciiAlpha(c) || IsAsciiDigit(c);
      });
  return is_word ? source : "preprint";
}

std::vector<std::string> FitAuthors(const Writer& writer,
                                    const std::vector<std::string>& authors) {
  std::vector<std::string> names;
  for (const std::string& author : authors) {
    std::string name =
        writer.one_author ? FitName(author) : FitListedName(author);
    if (!name.empty()) names.push_back(std::move(name));
    if (writer.one_author && !names.empty()) break;
  }
  return names;
}

void FitPaper(Dialect dialect, const Writer& writer, Date day,
              NewPaper* paper) {
  const bool is_arxiv = paper->id.kind == PaperId::Kind::kArxiv;
  if (!is_arxiv || paper->version < 0 || paper->version > 999) {
    paper->version = 0;
  }
  paper->source = FitSource(dialect, *paper);
  paper->title = FitLine(paper->title);
  paper->original_title =
      writer.has_original_title ? FitLine(paper->original_title) : "";
  paper->authors = FitAuthors(writer, paper->authors);
  paper->topic = writer.by_topic ? FitTopic(paper->topic) : "";
  if (writer.needs_date && !paper->published) paper->published = day;
  if (!writer.has_date) paper->published.reset();
  if (!writer.has_score || !std::isfinite(paper->score.value_or(0))) {
    paper->score.reset();
  }
  std::map<SectionKey, std::string> sections;
  for (const SectionKey key : writer.sections) {
    std::string text = FitText(SectionOf(*paper, key));
    if (!text.empty()) sections.emplace(key, std::move(text));
  }
  paper->sections = std::move(sections);
  writer.fit(paper);
  std::erase_if(paper->sections,
                [](const auto& section) { return section.second.empty(); });
}

// Puts the papers of a topic (or of a source) together, in the order of their
// first ones. Those without a topic come before all headings.
void Group(const Writer& writer, std::vector<NewPaper>* papers) {
  const auto name_of = [&](const NewPaper& paper) -> const std::string& {
    return writer.by_topic ? paper.topic : paper.source;
  };
  std::map<std::string, size_t> order = {{"", 0}};
  for (const NewPaper& paper : *papers) {
    order.try_emplace(name_of(paper), order.size());
  }
  std::ranges::stable_sort(*papers, {}, [&](const NewPaper& paper) {
    return order.at(name_of(paper));
  });
}

// In the words that the scored list's reader knows.
std::string HeadLines(const DigestHead& head) {
  std::string out;
  if (!head.time.empty()) out += "> 更新于北京时间：" + head.time + "\n";
  if (head.read) {
    out += "> 已自动阅读了 " + std::to_string(*head.read) + " 篇最新的论文。\n";
  }
  if (!head.model.empty()) {
    out += "> 使用模型：" + head.model + " | 消耗 Tokens：" +
           std::to_string(head.tokens.value_or(0)) + "\n";
  }
  return out;
}

}  // namespace

NewDigest FitDigest(Dialect dialect, NewDigest digest) {
  const Writer& writer = WriterOf(dialect);
  std::erase_if(digest.papers, [](const NewPaper& paper) {
    return !HasPlainAddress(paper.id);
  });
  for (NewPaper& paper : digest.papers) {
    FitPaper(dialect, writer, digest.day, &paper);
  }
  Group(writer, &digest.papers);
  digest.head.time = FitLine(digest.head.time);
  digest.head.model = FitLine(Without("|", digest.head.model));
  return digest;
}

std::string WriteDigest(Dialect dialect, NewDigest digest) {
  digest = FitDigest(dialect, std::move(digest));
  return WriterOf(dialect).write(digest, HeadLines(digest.head));
}

bool HoldsSection(Dialect dialect, SectionKey key) {
  const std::vector<SectionKey>& keys = WriterOf(dialect).sections;
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace offprint
