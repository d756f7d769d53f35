// D, scored recommendations: "# ArXiv 每日推荐 - 2026-01-23", then under
// "## field" papers
//   ### [Score: 9.0/10] title
// Scores are written to a tenth. A paper without one is read with a warning.

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "writers/dialects.h"
#include "writers/fit.h"

namespace offprint {
namespace {

std::string FormatScore(double score) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%.1f", score);
  return buffer;
}

bool IsStructure(std::string_view line) {
  return line.starts_with('#') || line.starts_with("<h2") ||
         line.starts_with("Score:") || line.starts_with("Field:") ||
         line.starts_with("Reason:");
}

void AppendPaper(const NewPaper& paper, std::string* out) {
  const std::string score = paper.score ? FormatScore(*paper.score) : "";
  const std::string url = PaperAbstractUrl(paper);
  out->append("### [Score: " + score + "/10] " + paper.title + "\n");
  out->append("- **Authors:** " + Join(paper.authors, ", ") + "\n");
  if (paper.published) {
    out->append("- **Published:** " + FormatDate(*paper.published) + "\n");
  }
  out->append("- **Link:** [" + url + "](" + url + ")\n");
  const std::string_view reason = SectionOf(paper, SectionKey::kReason);
  if (!reason.empty()) {
    out->append("- **Reason:** ").append(reason).append("\n");
  }
  out->append("\n");
}

}  // namespace

void FitScoredList(NewPaper* paper) {
  if (paper->score) {
    paper->score = std::round(std::clamp(*paper->score, 0.0, 10.0) * 10) / 10;
  }
  for (auto& [key, text] : paper->sections) {
    text = Replaced(text, "[PAPER_START]", "[PAPER START]");
    text = GuardLines(text, " ", IsStructure);
  }
}

std::string WriteScoredList(const NewDigest& digest, const std::string& head) {
  std::string out =
      "# ArXiv 每日推荐 - " + FormatDate(digest.day) + "\n\n" + head + "\n";
  if (digest.papers.empty()) return out + "今日未发现相关论文。\n";
  std::string_view topic;
  for (const NewPaper& paper : digest.papers) {
    if (paper.topic != topic) {
      topic = paper.topic;
      out.append("## ").append(topic).append("\n\n");
    }
    AppendPaper(paper, &out);
  }
  return out;
}

}  // namespace offprint
