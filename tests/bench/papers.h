// An archive that nobody wrote: papers, and which digest says what of them.
// Everything follows from the options, so that texts need not be kept.
#ifndef OFFPRINT_BENCH_PAPERS_H_
#define OFFPRINT_BENCH_PAPERS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace offprint::bench {

enum class Dialect { kDaily, kTopics, kAnalysed, kScored, kEnhanced };
inline constexpr size_t kDialects = 5;

// "daily-table" and so on, as `offprint inspect` calls them.
std::string_view DialectName(Dialect dialect);

struct Options {
  size_t papers = 1000;
  uint64_t seed = 1;
  std::optional<Dialect> dialect;  // all five mixed when there is none
};

struct Paper {
  std::string id;  // of arXiv, or a DOI of bioRxiv
  bool is_doi = false;
  std::string method;
  std::string title;     // in Chinese
  std::string original;  // in English
  std::vector<std::string> authors;
  size_t topic = 0;  // a place in Topics() and Categories()
  Date published;
  std::string code;  // an address, or empty
};

// What one digest holds of a paper.
struct Entry {
  size_t paper = 0;
  size_t number = 0;  // 0 where the paper is seen first
  size_t day = 0;
  Dialect dialect = Dialect::kDaily;
};

struct Section {
  std::string_view key;
  std::string text;
};

struct Reading {
  std::string title;
  std::string topic;  // empty in daily tables, which have none
  size_t version = 1;
  std::string score;  // of scored lists
  std::vector<Section> sections;
};

// Names of topics in Chinese, and categories of arXiv, place by place.
const std::vector<std::string_view>& Topics();
const std::vector<std::string_view>& Categories();

size_t PapersADay(size_t papers);
size_t DayCount(size_t papers);
Date DayOf(size_t day, size_t papers);

Paper MakePaper(const Options& options, size_t number);

// By day, dialect and paper.
std::vector<Entry> MakeEntries(const Options& options);

// What the day after the last adds: `count` papers with the numbers from
// `options.papers` on, and some of the days before once more.
std::vector<Entry> MakeOneMoreDay(const Options& options, size_t count);

Reading MakeReading(const Options& options, const Paper& paper,
                    const Entry& entry);

// The authors that a digest of the dialect names: all, the first or none.
std::vector<std::string> AuthorsNamed(const Paper& paper, Dialect dialect);

// "https://arxiv.org/abs/2601.00012"; `form` is "abs" or "pdf".
std::string PaperLink(const Paper& paper, std::string_view form);

}  // namespace offprint::bench

#endif  // OFFPRINT_BENCH_PAPERS_H_
