// A, the daily table: "# arxiv 2026-01-06", then one row a paper. Of the
// layouts that readers know, the one with dates is written, whose pipes are
// escaped; with a column for original titles where a paper has one.
//
// Titles lose "**" and the "#" at their heads, which readers take for a
// translator's marks; one that reads as a translator's refusal gives way to the
// original. No cell may look like the link's, by which rows are found.

#include <algorithm>

#include "base/text.h"
#include "readers/translated_title.h"
#include "writers/dialects.h"
#include "writers/fit.h"

namespace offprint {
namespace {

constexpr std::string_view kHeaderCell = "标题";

std::string FitCell(std::string_view text) {
  std::string cell = Replaced(FitLine(text), "[PDF](", "[PDF] (");
  return Replaced(cell, "PDF缺失", "PDF 缺失");
}

std::string FitTitle(std::string title) {
  for (;;) {
    std::string next = ParseTranslatedTitle(title).title;
    if (next == title) break;
    title = std::move(next);
  }
  return title == kHeaderCell ? "《标题》" : title;
}

void AppendCell(std::string_view text, std::string* out) {
  out->append(" ").append(Replaced(text, "|", "\\|")).append(" |");
}

void AppendRow(const NewPaper& paper, bool has_originals, std::string* out) {
  out->append("|");
  AppendCell(paper.title, out);
  AppendCell(paper.authors.empty() ? "" : paper.authors.front(), out);
  AppendCell(FormatDate(*paper.published), out);
  AppendCell("[PDF](" + PaperPdfUrl(paper) + ")", out);
  if (has_originals) AppendCell(paper.original_title, out);
  AppendCell(SectionOf(paper, SectionKey::kAbstract), out);
  out->append("\n");
}

}  // namespace

void FitDailyTable(NewPaper* paper) {
  for (std::string& name : paper->authors) name = FitCell(name);
  for (auto& [key, text] : paper->sections) text = FitCell(text);
  paper->original_title = FitCell(paper->original_title);
  paper->title = FitTitle(FitCell(paper->title));
  const bool gives_way = paper->title.empty() || IsRefusal(paper->title);
  if (gives_way && !paper->original_title.empty()) {
    paper->title = FitTitle(paper->original_title);
    paper->original_title.clear();
  }
  if (paper->original_title == paper->title) paper->original_title.clear();
}

std::string WriteDailyTable(const NewDigest& digest, const std::string& head) {
  const std::string day = FormatDate(digest.day);
  if (digest.papers.empty()) {
    return "# arxiv " + day + "\n\n" + head + "> 当天没有抓取到有效论文。\n";
  }
  const bool has_originals = std::ranges::any_of(
      digest.papers,
      [](const NewPaper& paper) { return !paper.original_title.empty(); });
  std::string out;
  std::string_view source;
  for (const NewPaper& paper : digest.papers) {
    if (paper.source != source) {
      if (!out.empty()) out += "\n";
      source = paper.source;
      out.append("# ").append(source).append(" " + day + "\n\n");
      if (!head.empty()) out += head + "\n";
      out += has_originals
                 ? "| 标题 | 作者 | 发布日期 | PDF链接 | Title | 摘要 |\n"
                   "|---|---|---|---|---|---|\n"
                 : "| 标题 | 作者 | 发布日期 | PDF链接 | 摘要 |\n"
                   "|---|---|---|---|---|\n";
    }
    AppendRow(paper, has_originals, &out);
  }
  return out;
}

}  // namespace offprint
