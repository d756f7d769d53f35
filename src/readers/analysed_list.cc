// C, the analysed list: "# 20260131", then papers
//   ## 1. `cs.AI` - title [PDF](url), [HTML](url)
// each with the headings Authors, Background, Innovation and Conclusion one
// level below. Old files have the papers at level one and no date line.

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "readers/authors.h"
#include "readers/dialects.h"
#include "readers/keyed_sections.h"
#include "readers/line_scanner.h"
#include "readers/paper_heading.h"

namespace offprint {
namespace {

struct Part {
  std::array<std::string_view, 2> headings;
  std::optional<SectionKey> key;  // none for the authors
};
constexpr std::array<Part, 4> kParts = {{
    {{"Authors", "作者"}, std::nullopt},
    {{"Background", "背景"}, SectionKey::kBackground},
    {{"Innovation", "创新点"}, SectionKey::kInnovation},
    {{"Conclusion", "结论"}, SectionKey::kConclusion},
}};

class AnalysedListReader {
 public:
  explicit AnalysedListReader(DigestBuilder& builder) : builder_(builder) {}

  void Read() {
    LineScanner lines(builder_.text());
    std::string_view line;
    while (lines.Next(&line)) {
      if (const auto heading = ParseAnalysedHeading(line)) {
        ClosePaper();
        OpenPaper(line, *heading);
      } else if (level_ > 0) {
        ReadLine(line);
      } else if (HeadingLevel(line) == 1) {
        if (const auto day = ParseDate(HeadingText(line))) {
          builder_.EnterDay(*day);
        }
      }
    }
    ClosePaper();
  }

 private:
  void OpenPaper(std::string_view line, const AnalysedHeading& heading) {
    level_ = HeadingLevel(line);
    Entry& entry = builder_.Add(line);
    entry.topic = builder_.Field(heading.topic);
    entry.title = builder_.Field(heading.title);
    SetLink(&entry, &Links::pdf, heading.pdf);
    SetLink(&entry, &Links::html, heading.html);
    if (!heading.topic.empty()) return;
    builder_.Report(Severity::kWarning, line,
                    "this paper has no topic: write its heading as ## 1. "
                    "`cs.AI` - title [PDF](…), [HTML](…)");
  }

  void ReadLine(std::string_view line) {
    if (HeadingLevel(line) == level_ + 1) {
      const std::string_view text = HeadingText(line);
      for (size_t key = 0; key < kParts.size(); ++key) {
        if (std::ranges::count(kParts[key].headings, text) == 0 ||
            !parts_.MayOpen(key)) {
          continue;
        }
        parts_.Open(key, line.substr(line.size()));
        return;
      }
    }
    parts_.Extend(line);
  }

  void ClosePaper() {
    if (level_ == 0) return;
    Entry& entry = builder_.digest().entries.back();
    for (const KeyedSections::Part& part : parts_.Finish()) {
      if (const auto key = kParts[part.key].key) {
        AddSection(&entry, *key, part.text);
        continue;
      }
      builder_.AddAuthors(SplitAuthors(part.text), &entry);
    }
  }

  DigestBuilder& builder_;
  KeyedSections parts_;
  int level_ = 0;  // of the open paper's heading; 0 before the first
};

}  // namespace

void ReadAnalysedList(DigestBuilder& builder) {
  AnalysedListReader(builder).Read();
}

}  // namespace offprint
