#include "papers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "random.h"
#include "sentences.h"

namespace offprint::bench {
namespace {

constexpr Date kLastDay = {2025, 12, 31};

// Streams of randomness: papers, the plan and readings each have their own.
constexpr uint64_t kPaperStream = 1;
constexpr uint64_t kPlanStream = 2;
constexpr uint64_t kReadingStream = 3;
constexpr uint64_t kOneMoreDayStream = 4;

constexpr size_t kMostEntries = 4;  // of one paper
constexpr size_t kMostDays = 12;    // from one entry of a paper to the next

Random StreamOf(const Options& options, uint64_t kind, size_t number) {
  return Random(options.seed * 8 + kind, number);
}

std::string Padded(size_t number, size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string ArxivId(Date published, size_t place) {
  const std::string date = FormatDate(published);
  return date.substr(2, 2) + date.substr(5, 2) + "." + Padded(place + 1, 5);
}

std::string Doi(Date published, size_t number) {
  std::string date = FormatDate(published);
  std::replace(date.begin(), date.end(), '-', '.');
  return "10.1101/" + date + "." + Padded(500000 + number, 6);
}

std::vector<std::string> MakeAuthors(size_t papers, Random* random) {
  const size_t pool = std::max<size_t>(500, papers * 2);
  const size_t count = 1 + random->Rank(12, 6);
  std::vector<std::string> authors;
  while (authors.size() < count) {
    std::string name = PersonName(random->Rank(pool, 200));
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) {
      authors.push_back(std::move(name));
    }
  }
  return authors;
}

size_t CountEntries(Random* random) {
  const double chance = random->Unit();
  if (chance < 0.70) return 1;
  if (chance < 0.92) return 2;
  return chance < 0.98 ? 3 : kMostEntries;
}

// Only daily tables link to bioRxiv.
bool MayBeDoi(const Options& options) {
  return !options.dialect || *options.dialect == Dialect::kDaily;
}

bool IsDoi(const Options& options, size_t number) {
  return MayBeDoi(options) && number % 12 == 7;
}

struct SectionPlan {
  std::string_view key;
  size_t least;
  size_t spread;
  std::string (*make)(const std::string& method, size_t characters,
                      Random* random) = ChineseText;
};

// How a dialect speaks of a paper.
struct DialectPlan {
  bool chinese_title;
  const std::vector<std::string_view>& (*topics)();  // null: it has none
  bool scored;
  std::vector<SectionPlan> sections;
};

const std::array<DialectPlan, kDialects> kPlans = {{
    {true, nullptr, false, {{"abstract", 280, 280}}},
    {false, Topics, false, {{"abstract", 280, 280}}},
    {true,
     Categories,
     false,
     {{"background", 90, 90},
      {"innovation", 120, 120},
      {"conclusion", 70, 90}}},
    {false, Topics, true, {{"reason", 60, 80}}},
    {false,
     Categories,
     false,
     {{"tldr", 30, 40},
      {"motivation", 40, 60},
      {"method", 60, 80},
      {"result", 40, 60},
      {"conclusion", 30, 40},
      {"abstract", 900, 600, EnglishText}}},
}};

Dialect PickDialect(const Options& options, size_t paper, Random* random) {
  if (options.dialect) return *options.dialect;
  const auto any = static_cast<Dialect>(random->Below(kDialects));
  return IsDoi(options, paper) ? Dialect::kDaily : any;
}

void SortEntries(std::vector<Entry>* entries) {
  std::sort(entries->begin(), entries->end(),
            [](const Entry& a, const Entry& b) {
              return std::tie(a.day, a.dialect, a.paper, a.number) <
                     std::tie(b.day, b.dialect, b.paper, b.number);
            });
}

}  // namespace

std::string_view DialectName(Dialect dialect) {
  static constexpr std::array<std::string_view, kDialects> kNames = {
      "daily-table", "topic-table", "analysed-list", "scored-list",
      "enhanced-list"};
  return kNames[static_cast<size_t>(dialect)];
}

const std::vector<std::string_view>& Topics() {
  static const std::vector<std::string_view> kTopics = {
      "大语言模型", "多模态",   "强化学习",   "扩散模型",
      "高效推理",   "图学习",   "三维视觉",   "语音",
      "机器人",     "医学影像", "时间序列",   "推荐系统",
      "可信与安全", "科学计算", "计算生物学", "信息检索"};
  return kTopics;
}

const std::vector<std::string_view>& Categories() {
  static const std::vector<std::string_view> kCategories = {
      "cs.CL", "cs.MM",   "cs.LG",    "cs.CV",   "cs.DC",   "cs.SI",
      "cs.GR", "eess.AS", "cs.RO",    "eess.IV", "stat.ML", "cs.IR",
      "cs.CR", "math.NA", "q-bio.QM", "cs.DL"};
  return kCategories;
}

size_t PapersADay(size_t papers) {
  const double day = 0.8 * std::sqrt(static_cast<double>(papers));
  return static_cast<size_t>(std::clamp(day, 12.0, 200.0));
}

size_t DayCount(size_t papers) {
  return (papers + PapersADay(papers) - 1) / PapersADay(papers);
}

Date DayOf(size_t day, size_t papers) {
  const auto days = static_cast<int>(DayCount(papers));
  return DateFromDays(DaysSinceEpoch(kLastDay) - days + 1 +
                      static_cast<int>(day));
}

Paper MakePaper(const Options& options, size_t number) {
  Random random = StreamOf(options, kPaperStream, number);
  const size_t a_day = PapersADay(options.papers);
  // Papers past the end are all of the day after the last.
  const size_t day = std::min(number / a_day, DayCount(options.papers));
  Paper paper;
  paper.published =
      DateFromDays(DaysSinceEpoch(DayOf(day, options.papers)) - 1);
  paper.is_doi = IsDoi(options, number);
  const auto month_day = static_cast<size_t>(paper.published.day - 1);
  paper.id = paper.is_doi ? Doi(paper.published, number)
                          : ArxivId(paper.published,
                                    month_day * a_day + number - day * a_day);
  paper.method = MethodName(&random);
  paper.title = ChineseTitle(paper.method, &random);
  paper.original = EnglishTitle(paper.method, &random);
  paper.authors = MakeAuthors(options.papers, &random);
  paper.topic = random.Rank(Topics().size(), 8);
  if (random.Chance(0.25)) {
    paper.code = "https://github.com/example/" + paper.method;
  }
  return paper;
}

std::vector<Entry> MakeEntries(const Options& options) {
  const size_t days = DayCount(options.papers);
  std::vector<Entry> entries;
  for (size_t paper = 0; paper < options.papers; ++paper) {
    Random random = StreamOf(options, kPlanStream, paper);
    Entry entry;
    entry.paper = paper;
    entry.day = paper / PapersADay(options.papers);
    const size_t count = CountEntries(&random);
    for (entry.number = 0; entry.number < count; ++entry.number) {
      entry.dialect = PickDialect(options, paper, &random);
      entries.push_back(entry);
      const size_t later = entry.day + random.Below(kMostDays);
      if (later < days) entry.day = later;
    }
  }
  SortEntries(&entries);
  return entries;
}

std::vector<Entry> MakeOneMoreDay(const Options& options, size_t count) {
  Random random = StreamOf(options, kOneMoreDayStream, 0);
  const size_t day = DayCount(options.papers);
  const size_t recent =
      std::min(options.papers, kMostDays * PapersADay(options.papers));
  const size_t again = std::min(recent, count * 2 / 5);  // as on other days
  std::vector<Entry> entries;
  const auto add = [&](size_t paper, size_t number) {
    entries.push_back(
        {paper, number, day, PickDialect(options, paper, &random)});
  };
  for (size_t i = 0; i < count; ++i) add(options.papers + i, 0);
  for (size_t i = 0; i < again; ++i) {
    add(options.papers - 1 - i * recent / again, kMostEntries);
  }
  SortEntries(&entries);
  return entries;
}

Reading MakeReading(const Options& options, const Paper& paper,
                    const Entry& entry) {
  Random random =
      StreamOf(options, kReadingStream, entry.paper * 8 + entry.number);
  const DialectPlan& plan = kPlans[static_cast<size_t>(entry.dialect)];
  Reading reading;
  reading.version = entry.number + 1;
  reading.title = plan.chinese_title ? paper.title : paper.original;
  if (plan.topics) reading.topic = plan.topics()[paper.topic];
  if (plan.scored) {
    reading.score = std::to_string(5 + random.Below(5)) +
                    (random.Chance(0.5) ? ".0" : ".5");
  }
  for (const SectionPlan& section : plan.sections) {
    const size_t length = section.least + random.Below(section.spread);
    reading.sections.push_back(
        {section.key, section.make(paper.method, length, &random)});
  }
  return reading;
}

std::vector<std::string> AuthorsNamed(const Paper& paper, Dialect dialect) {
  switch (dialect) {
    case Dialect::kDaily:
      return {paper.authors.front()};
    case Dialect::kTopics:
      return {};
    default:
      return paper.authors;
  }
}

std::string PaperLink(const Paper& paper, std::string_view form) {
  if (paper.is_doi) return "https://doi.org/" + paper.id;
  return "https://arxiv.org/" + std::string(form) + "/" + paper.id;
}

}  // namespace offprint::bench
