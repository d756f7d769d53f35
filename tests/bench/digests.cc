#include "digests.h"

#include <fstream>
#include <map>
#include <span>
#include <stdexcept>
#include <string>

namespace offprint::bench {
namespace {

// One entry with all that its digest says.
struct Item {
  Paper paper;
  Reading reading;
};
using Items = std::vector<Item>;
using ItemsByTopic = std::map<std::string, Items>;

ItemsByTopic ByTopic(Items items) {
  ItemsByTopic topics;
  for (Item& item : items) {
    topics[item.reading.topic].push_back(std::move(item));
  }
  return topics;
}

std::string Joined(const std::vector<std::string>& parts,
                   std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::string Compact(Date date) {
  std::string text = FormatDate(date);
  std::erase(text, '-');
  return text;
}

std::string Dotted(Date date) {
  std::string text = FormatDate(date);
  text[4] = text[7] = '.';
  return text;
}

std::string PdfLink(const Item& item) {
  if (item.paper.is_doi) return PaperLink(item.paper, "pdf");
  return PaperLink(item.paper, "pdf") + "v" +
         std::to_string(item.reading.version);
}

// The papers of bioRxiv, or those of arXiv, of a daily table; empty if none.
std::string DailyTable(const Items& items, Date date, bool biorxiv) {
  std::string rows;
  for (const Item& item : items) {
    if (item.paper.is_doi != biorxiv) continue;
    rows += "| " + item.reading.title + " | " + item.paper.authors.front() +
            " | [PDF](" + PdfLink(item) + ") | " +
            item.reading.sections.front().text + " |\n";
  }
  if (rows.empty()) return rows;
  return std::string(biorxiv ? "# biorxiv " : "# arxiv ") + FormatDate(date) +
         "\n\n| 标题 | 作者 | PDF链接 |  摘要 |\n"
         "|------|------|--------|------|\n" +
         rows;
}

std::string TopicTables(const ItemsByTopic& topics, Date date) {
  std::string text = "## Updated on " + Dotted(date) +
                     "\n> Usage instructions: [here](./README.md#usage)\n";
  for (const auto& [topic, items] : topics) {
    text += "\n## " + topic +
            "\n\n| Publish Date | Title | Code | Abstract |\n"
            "|:---------|:-----------|:------|:-----------|\n";
    for (const Item& item : items) {
      text +=
          "|**" + FormatDate(item.paper.published) + "**|[" +
          item.reading.title + "](" + PaperLink(item.paper, "abs") + ")|" +
          (item.paper.code.empty() ? "null"
                                   : "**[link](" + item.paper.code + ")**") +
          "|" + item.reading.sections.front().text + "|\n";
    }
  }
  return text;
}

std::string AnalysedList(const ItemsByTopic& topics, Date date) {
  std::string text = "# " + Compact(date) + "\n[![bench](bench.svg)](#)\n\n";
  size_t number = 0;
  for (const auto& [topic, items] : topics) {
    for (const Item& item : items) {
      text += "## " + std::to_string(++number) + ". `" + topic + "` - " +
              item.reading.title + " [PDF](" + PaperLink(item.paper, "pdf") +
              "), [HTML](" + PaperLink(item.paper, "abs") + ")\n### Authors\n" +
              Joined(item.paper.authors, ",") + "\n";
      static constexpr const char* kHeadings[] = {"Background", "Innovation",
                                                  "Conclusion"};
      for (size_t i = 0; i < std::size(kHeadings); ++i) {
        text += "### " + std::string(kHeadings[i]) + "\n" +
                item.reading.sections[i].text + "\n";
      }
    }
  }
  return text;
}

std::string ScoredList(const ItemsByTopic& topics, Date date) {
  const std::string day = FormatDate(date);
  std::string text = "# ArXiv 每日推荐 - " + day + "\n\n> 更新于北京时间：" +
                     day +
                     " 08:30:00\n> 已自动阅读了 200 篇最新的论文。\n"
                     "> 使用模型：bench | 消耗 Tokens：90000\n";
  for (const auto& [topic, items] : topics) {
    text += "\n## " + topic + "\n";
    for (const Item& item : items) {
      const std::string link = PaperLink(item.paper, "abs");
      text += "\n### [Score: " + item.reading.score + "/10] " +
              item.reading.title + "\n- **Authors:** " +
              Joined(item.paper.authors, ", ") + "\n- **Published:** " +
              FormatDate(item.paper.published) + "\n- **Link:** [" + link +
              "](" + link + ")\n- **Reason:** " +
              item.reading.sections.front().text +
              "\nScore: " + item.reading.score + "\nField: " + topic + "\n";
    }
  }
  return text;
}

std::string EnhancedEntry(const Item& item, size_t number) {
  static constexpr const char* kKeys[] = {"Motivation", "Method", "Result",
                                          "Conclusion", "Abstract"};
  const std::vector<Section>& sections = item.reading.sections;
  std::string text = "### [" + std::to_string(number) + "] [" +
                     item.reading.title + "](" + PaperLink(item.paper, "abs") +
                     ")\n*" + Joined(item.paper.authors, ",") +
                     "*\n\nMain category: " + item.reading.topic +
                     "\n\nTL;DR: " + sections[0].text +
                     "\n\n\n<details>\n  <summary>Details</summary>\n";
  for (size_t i = 0; i < std::size(kKeys); ++i) {
    text += std::string(kKeys[i]) + ": " + sections[i + 1].text + "\n\n";
  }
  return text + "</details>\n\n\n";
}

std::string EnhancedList(const ItemsByTopic& topics) {
  std::string text = "<div id=toc></div>\n\n# Table of Contents\n\n";
  for (const auto& [topic, items] : topics) {
    text += "- [" + topic + "](#" + topic +
            ") [Total: " + std::to_string(items.size()) + "]\n";
  }
  size_t number = 0;
  for (const auto& [topic, items] : topics) {
    text += "\n\n<div id='" + topic + "'></div>\n\n# " + topic +
            " [[Back]](#toc)\n\n";
    for (const Item& item : items) text += EnhancedEntry(item, ++number);
  }
  return text;
}

void WriteDigest(Dialect dialect, Items items, Date date,
                 const std::filesystem::path& content, Written* written) {
  const std::string day = FormatDate(date);
  switch (dialect) {
    case Dialect::kDaily:
      for (const bool biorxiv : {false, true}) {
        const std::string text = DailyTable(items, date, biorxiv);
        if (text.empty()) continue;
        WriteFile(
            content / "daily" / (day + (biorxiv ? "-biorxiv.md" : "-arxiv.md")),
            text, written);
      }
      break;
    case Dialect::kTopics:
      WriteFile(content / "topics" / (day + ".md"),
                TopicTables(ByTopic(std::move(items)), date), written);
      break;
    case Dialect::kAnalysed:
      WriteFile(content / "analysed" /
                    ("arxiv_papers_" + Compact(date) + "_analyzed.md"),
                AnalysedList(ByTopic(std::move(items)), date), written);
      break;
    case Dialect::kScored:
      WriteFile(content / "scored" / (day + ".md"),
                ScoredList(ByTopic(std::move(items)), date), written);
      break;
    case Dialect::kEnhanced:
      WriteFile(content / "enhanced" / (day + ".md"),
                EnhancedList(ByTopic(std::move(items))), written);
      break;
  }
}

constexpr std::string_view kSettings =
    "title: Benchmark\n"
    "description: Papers that nobody wrote\n"
    "url: https://example.org\n"
    "baseurl: /bench\n"
    "lang: zh-CN\n"
    "timezone: Asia/Shanghai\n"
    "paginate: 50\n";

}  // namespace

void WriteFile(const std::filesystem::path& path, std::string_view text,
               Written* written) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.flush()) {
    throw std::runtime_error("cannot write " + path.string());
  }
  ++written->files;
  written->bytes += text.size();
}

Written WriteDigests(const Options& options, const std::vector<Entry>& entries,
                     const std::filesystem::path& folder) {
  Written written;
  std::filesystem::create_directories(folder);
  Written settings;
  WriteFile(folder / "site.yml", kSettings, &settings);
  for (size_t at = 0; at < entries.size();) {
    const Entry& first = entries[at];
    Items items;
    for (; at < entries.size() && entries[at].day == first.day &&
           entries[at].dialect == first.dialect;
         ++at) {
      Paper paper = MakePaper(options, entries[at].paper);
      Reading reading = MakeReading(options, paper, entries[at]);
      items.push_back({std::move(paper), std::move(reading)});
    }
    WriteDigest(first.dialect, std::move(items),
                DayOf(first.day, options.papers), folder / "content", &written);
  }
  return written;
}

}  // namespace offprint::bench
