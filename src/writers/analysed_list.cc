// C, the analysed list: "# 20260131", then papers
//   ## 1. `cs.AI` - title [PDF](url), [HTML](url)
// each with Authors, Background, Innovation and Conclusion.

#include <array>

#include "base/text.h"
#include "writers/dialects.h"
#include "writers/fit.h"

namespace offprint {
namespace {

struct Part {
  std::string_view heading;
  SectionKey key;
};
constexpr std::array<Part, 3> kParts = {{
    {"Background", SectionKey::kBackground},
    {"Innovation", SectionKey::kInnovation},
    {"Conclusion", SectionKey::kConclusion},
}};

void AppendPaper(const NewPaper& paper, size_t number, std::string* out) {
  out->append("## " + std::to_string(number) + ". `" + paper.topic + "` - ");
  out->append(paper.title).append(" [PDF](" + PaperPdfUrl(paper));
  out->append("), [HTML](" + PaperAbstractUrl(paper) + ")\n");
  out->append("### Authors\n").append(Join(paper.authors, ",")).append("\n");
  for (const Part& part : kParts) {
    const std::string_view text = SectionOf(paper, part.key);
    if (text.empty()) continue;
    out->append("### ").append(part.heading).append("\n");
    // The first line stands below its heading, and may look like one.
    if (text.starts_with('#')) out->append(" ");
    out->append(text).append("\n");
  }
}

}  // namespace

void FitAnalysedList(NewPaper* paper) {
  for (auto& [key, text] : paper->sections) {
    text = GuardLines(
        text, " ", [](std::string_view line) { return line.starts_with('#'); });
  }
}

std::string WriteAnalysedList(const NewDigest& digest,
                              const std::string& head) {
  std::string out = "# " + Without("-", FormatDate(digest.day)) + "\n" + head;
  size_t number = 0;
  for (const NewPaper& paper : digest.papers) {
    out += "\n";
    AppendPaper(paper, ++number, &out);
  }
  return out;
}

}  // namespace offprint
