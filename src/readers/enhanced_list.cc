// E, the AI-enhanced list: papers
//   ### [1] [title](url)
//   *name,name*
// with parts behind keys ("TL;DR: …", "Motivation: …"), most of them in a
// <details> block. Four layouts differ in which keys there are and where they
// stand; their order is one, so one list of keys reads them all.

#include <algorithm>
#include <array>
#include <charconv>
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

struct Key {
  size_t order;
  std::string_view label;
  std::optional<SectionKey> section;  // none for the category
};
constexpr size_t kCategory = 0;
constexpr size_t kAbstract = 7;
constexpr std::array<Key, 9> kKeys = {{
    {kCategory, "Main category:", std::nullopt},
    {1, "TL;DR:", SectionKey::kTldr},
    {1, "TLDR:", SectionKey::kTldr},
    {2, "Task:", SectionKey::kTask},
    {3, "Motivation:", SectionKey::kMotivation},
    {4, "Method:", SectionKey::kMethod},
    {5, "Result:", SectionKey::kResult},
    {6, "Conclusion:", SectionKey::kConclusion},
    {kAbstract, "Abstract:", SectionKey::kAbstract},
}};

std::optional<SectionKey> SectionOf(size_t order) {
  const auto key = std::find_if(kKeys.begin(), kKeys.end(),
                                [&](const Key& k) { return k.order == order; });
  return key->section;
}

// What the model's caller writes where the model gave nothing.
bool IsPlaceholder(std::string_view text) {
  constexpr std::array<std::string_view, 5> kPlaceholders = {
      "Summary generation failed", "Motivation analysis unavailable",
      "Method extraction failed", "Result analysis unavailable",
      "Conclusion extraction failed"};
  return std::find(kPlaceholders.begin(), kPlaceholders.end(), text) !=
         kPlaceholders.end();
}

// "# cs.CV [[Back]](#toc)".
std::optional<std::string_view> ParseCategory(std::string_view line) {
  if (HeadingLevel(line) != 1) return std::nullopt;
  const std::string_view text = HeadingText(line);
  const size_t back = text.rfind("[[Back]]");
  if (back == std::string_view::npos) return std::nullopt;
  return Trim(text.substr(0, back));
}

class EnhancedListReader {
 public:
  explicit EnhancedListReader(DigestBuilder& builder) : builder_(builder) {}

  void Read() {
    LineScanner lines(builder_.text());
    std::string_view line;
    while (lines.Next(&line)) {
      if (StartsPaper(line, lines.Peek())) {
        ClosePaper();
        OpenPaper(line);
      } else if (const auto category = ParseCategory(line);
                 category && !in_details_) {
        ClosePaper();
        category_ = builder_.Field(*category);
      } else if (in_paper_) {
        ReadPieces(line);
      } else {
        CountPromised(line);
      }
    }
    ClosePaper();
    ComparePromised();
    ReportPlaceholders();
  }

 private:
  // Inside <details> a heading is text, unless a whole paper begins there: then
  // the block was never closed. A heading without a link counts where a line of
  // authors follows.
  bool StartsPaper(std::string_view line, std::string_view next) const {
    if (HeadingLevel(line) != 3) return false;
    const bool has_link = ParseEnhancedHeading(line).has_value();
    const bool has_authors = IsEmphasised(next);
    return in_details_ ? has_link && has_authors : has_link || has_authors;
  }

  void OpenPaper(std::string_view line) {
    const auto heading = ParseEnhancedHeading(line);
    Entry& paper = builder_.Add(line);
    paper.topic = category_;
    if (heading) {
      paper.title = builder_.Field(heading->title);
      SetLink(&paper, &Links::abs, heading->url);
    } else {
      paper.title = builder_.Field(DropNumber(HeadingText(line)));
      builder_.Report(Severity::kWarning, line,
                      "this paper has no link: write its heading as ### "
                      "[title](https://arxiv.org/abs/…)");
    }
    paper_line_ = line;
    in_paper_ = true;
    has_authors_ = false;
    has_placeholder_ = false;
  }

  // A whole block may stand on one line, or begin on the line of its summary.
  void ReadPieces(std::string_view line) {
    constexpr std::string_view kOpen = "<details>";
    constexpr std::string_view kSummaryEnd = "</summary>";
    constexpr std::string_view kClose = "</details>";
    const size_t summary = line.starts_with("<details><summary>") &&
                                   !in_details_ && parts_.MayOpen(kAbstract)
                               ? line.find(kSummaryEnd)
                               : line.npos;
    if (summary == line.npos) return ReadLine(line);
    const size_t begin = summary + kSummaryEnd.size();
    std::string_view text = Trim(line.substr(begin));
    const bool is_closed = text.ends_with(kClose);
    if (is_closed) text.remove_suffix(kClose.size());
    ReadLine(line.substr(0, kOpen.size()));
    ReadLine(line.substr(kOpen.size(), begin - kOpen.size()));
    if (!text.empty()) ReadLine(text);
    if (is_closed) ReadLine(kClose);
  }

  void ReadLine(std::string_view line) {
    const std::string_view text = Trim(line);
    const bool in_abstract = !parts_.MayOpen(kAbstract);
    if (!has_authors_ && parts_.MayOpen(kCategory) && IsEmphasised(text)) {
      has_authors_ = true;
      SetAuthors(text.substr(1, text.size() - 2));
    } else if (text == "</details>") {
      in_details_ = false;
      parts_.Shut();
    } else if (!in_abstract && text == "<details>") {
      in_details_ = true;
      parts_.Shut();
    } else if (!in_abstract && text == "<summary>Abstract</summary>") {
      parts_.Open(kAbstract, line.substr(line.size()));
    } else if (in_abstract ||
               (!text.starts_with("<summary>") && !OpenPart(line))) {
      parts_.Extend(line);
    }
  }

  bool OpenPart(std::string_view line) {
    for (const Key& key : kKeys) {
      std::string_view rest = line;
      if (!parts_.MayOpen(key.order)) continue;
      if (!TakePrefix(&rest, key.label)) continue;
      parts_.Open(key.order, rest);
      return true;
    }
    return false;
  }

  void SetAuthors(std::string_view text) {
    builder_.AddAuthors(SplitAuthors(text), &builder_.digest().entries.back());
  }

  void ClosePaper() {
    if (!in_paper_) return;
    if (in_details_) {
      builder_.Report(Severity::kWarning, paper_line_,
                      "this paper's <details> is never closed: end it with a "
                      "line </details>");
    }
    Entry& paper = builder_.digest().entries.back();
    for (const KeyedSections::Part& part : parts_.Finish()) {
      if (part.key == kCategory) {
        if (paper.topic.empty()) paper.topic = builder_.Field(part.text);
      } else if (!IsPlaceholder(part.text)) {
        AddSection(&paper, *SectionOf(part.key), part.text);
      } else if (!has_placeholder_) {
        has_placeholder_ = true;
        if (++placeholders_ == 1) first_placeholder_ = paper_line_;
      }
    }
    in_paper_ = false;
    in_details_ = false;
  }

  // "- [cs.CV](#cs.CV) [Total: 117]" of the contents list.
  void CountPromised(std::string_view line) {
    const size_t at = line.rfind("[Total: ");
    if (!line.starts_with("- [") || at == std::string_view::npos) return;
    size_t count = 0;
    const std::string_view digits = line.substr(at + 8);
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (promised_ == 0) promised_line_ = line;
    promised_ += std::min<size_t>(count, 1000000);
  }

  void ReportPlaceholders() {
    if (placeholders_ == 0) return;
    builder_.Report(Severity::kNote, first_placeholder_,
                    "papers for which the model gave no summary: " +
                        std::to_string(placeholders_) + "; this is the first");
  }

  void ComparePromised() {
    const size_t found = builder_.digest().entries.size();
    if (promised_ == 0 || promised_ == found) return;
    builder_.Report(Severity::kWarning, promised_line_,
                    "the contents list counts " + std::to_string(promised_) +
                        " papers, but " + std::to_string(found) +
                        " stand in the file: see whether it is whole");
  }

  DigestBuilder& builder_;
  KeyedSections parts_;
  std::string_view category_;
  bool in_paper_ = false;
  bool in_details_ = false;
  bool has_authors_ = false;
  std::string_view paper_line_;
  std::string_view promised_line_;
  size_t promised_ = 0;
  bool has_placeholder_ = false;  // the open paper
  size_t placeholders_ = 0;
  std::string_view first_placeholder_;
};

}  // namespace

void ReadEnhancedList(DigestBuilder& builder) {
  EnhancedListReader(builder).Read();
}

}  // namespace offprint
