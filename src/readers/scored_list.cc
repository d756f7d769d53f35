// D, scored recommendations: "# ArXiv 每日推荐 - 2026-01-23", a few lines that
// say how it was made, then under "## field" papers
//   ### [Score: 9.0/10] title
//   - **Authors:** …   - **Published:** …   - **Link:** [U](U)
//   - **Reason:** text to the next heading
// The heading may be of another level, and items may lack the bold.
// The reason is a language model's answer, copied as it came: it may repeat the
// form it was asked for ("Score: 9"), and even hold a whole further paper.

#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "base/text.h"
#include "readers/authors.h"
#include "readers/dialects.h"
#include "readers/generic_line.h"
#include "readers/line_scanner.h"
#include "readers/markdown_link.h"
#include "readers/paper_heading.h"

namespace offprint {
namespace {

constexpr std::string_view kFurtherPaper = "[PAPER_START]";
constexpr size_t kNone = std::string_view::npos;

std::optional<double> ParseScore(std::string_view text) {
  text = text.substr(0, text.find('/'));
  text = Trim(text);
  double score = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, score);
  if (error != std::errc() || stop != end || !std::isfinite(score)) {
    return std::nullopt;
  }
  return score;
}

// "## field" or "<h2 id='field'>field</h2>".
std::optional<std::string_view> ParseField(std::string_view line) {
  if (HeadingLevel(line) == 2) return HeadingText(line);
  if (!line.starts_with("<h2")) return std::nullopt;
  const size_t open = line.find('>');
  const size_t close = line.rfind("</h2>");
  if (open == kNone || close == kNone || close <= open) return std::nullopt;
  return Trim(line.substr(open + 1, close - open - 1));
}

// The first number behind the words.
std::string_view NumberAfter(std::string_view line, std::string_view words) {
  const size_t at = line.find(words);
  if (at == kNone) return {};
  line.remove_prefix(at + words.size());
  const size_t start = line.find_first_of("0123456789");
  if (start == kNone) return {};
  line.remove_prefix(start);
  return line.substr(0, line.find_first_not_of("0123456789"));
}

std::string_view Behind(std::string_view line, std::string_view words) {
  const size_t at = line.find(words);
  return at == kNone ? std::string_view()
                     : Trim(line.substr(at + words.size()));
}

class ScoredListReader {
 public:
  explicit ScoredListReader(DigestBuilder& builder) : builder_(builder) {}

  void Read() {
    builder_.EnterSource("arxiv");
    builder_.digest().source = "arxiv";
    LineScanner lines(builder_.text());
    std::string_view line;
    while (lines.Next(&line)) {
      if (const auto heading = FindHeading(line, lines.Peek())) {
        CloseReason(line);
        OpenPaper(line, *heading);
      } else if (const auto field = ParseField(line)) {
        CloseReason(line);
        field_ = builder_.Field(*field);
        in_paper_ = false;
      } else if (reason_ != nullptr) {
        continue;
      } else if (in_paper_) {
        ReadItem(line);
      } else {
        ReadHead(line);
      }
    }
    CloseReason(builder_.text().substr(builder_.text().size()));
    SetDateFromTime();
  }

 private:
  Entry& entry() { return builder_.digest().entries.back(); }

  // A heading without a score counts, too, where the items of a paper follow.
  static std::optional<ScoredHeading> FindHeading(std::string_view line,
                                                  std::string_view next) {
    if (const auto heading = ParseScoredHeading(line)) return heading;
    if (HeadingLevel(line) != 3 || !next.starts_with("- **")) {
      return std::nullopt;
    }
    return ScoredHeading{{}, HeadingText(line)};
  }

  void OpenPaper(std::string_view line, const ScoredHeading& heading) {
    Entry& paper = builder_.Add(line);
    in_paper_ = true;
    paper.topic = field_;
    paper.title = builder_.Field(heading.title);
    SetScore(heading.score, line);
  }

  void SetScore(std::string_view text, std::string_view line) {
    entry().score = ParseScore(text);
    if (entry().score) return;
    builder_.Report(Severity::kWarning, line,
                    "no score that is a number: write it as [Score: 8.5/10]");
  }

  void ReadItem(std::string_view line) {
    std::string_view rest = line.substr(ListMarkerLength(line));
    if (rest.size() == line.size()) return;
    if (TakeField("Authors", &rest)) {
      SetAuthors(rest);
    } else if (TakeField("Published", &rest)) {
      SetPublished(rest);
    } else if (TakeField("Link", &rest)) {
      SetAddress(rest);
    } else if (TakeField("Reason", &rest)) {
      reason_ = rest.data();
    }
  }

  // Takes "**name:**", "**name**:" or "name:" off the text; false where none is
  // there.
  static bool TakeField(std::string_view name, std::string_view* text) {
    std::string_view rest = TrimLeft(*text);
    const bool is_bold = TakePrefix(&rest, "**");
    if (!TakePrefix(&rest, name)) return false;
    const bool ends_bold = is_bold && TakePrefix(&rest, "**");
    if (!TakePrefix(&rest, ":")) return false;
    if (is_bold && !ends_bold) TakePrefix(&rest, "**");
    *text = rest;
    return true;
  }

  void SetAuthors(std::string_view text) {
    builder_.AddAuthors(SplitAuthors(text), &entry());
  }

  void SetPublished(std::string_view text) {
    entry().published = ParseDate(Trim(text));
    if (entry().published) return;
    builder_.Report(Severity::kNote, text,
                    Quoted(text) + " is no date: the digest's own is taken");
  }

  void SetAddress(std::string_view text) {
    const auto link = ParseWholeLink(text);
    SetLink(&entry(), &Links::abs, link ? link->url : text);
  }

  // The reason of the open paper ends where `next` begins.
  void CloseReason(std::string_view next) {
    if (reason_ == nullptr) return;
    std::string_view text(reason_, static_cast<size_t>(next.data() - reason_));
    reason_ = nullptr;
    size_t further = text.find(kFurtherPaper);
    AddReason(text.substr(0, further));
    while (further != kNone) {
      text.remove_prefix(further);
      further = text.find(kFurtherPaper, kFurtherPaper.size());
      ReadFurtherPaper(text.substr(0, further));
    }
  }

  // The model's own form: lines "Title: …", "Authors: …" and so on.
  void ReadFurtherPaper(std::string_view block) {
    builder_.Add(block).topic = field_;
    builder_.Report(Severity::kNote, block,
                    "a further paper stands in the reason above: it is read "
                    "as one of its own");
    std::string_view reason;
    LineScanner lines(block);
    std::string_view line;
    while (lines.Next(&line)) {
      std::string_view rest = line;
      if (TakePrefix(&rest, "Title:")) {
        entry().title = builder_.Field(rest);
      } else if (TakePrefix(&rest, "Authors:")) {
        SetAuthors(rest);
      } else if (TakePrefix(&rest, "Published:")) {
        SetPublished(rest);
      } else if (TakePrefix(&rest, "Link:")) {
        SetAddress(Trim(rest));
      } else if (TakePrefix(&rest, "Score:")) {
        SetScore(rest, line);
      } else if (TakePrefix(&rest, "Field:")) {
        entry().topic = builder_.Field(rest);
      } else if (TakePrefix(&rest, "Reason:")) {
        reason = block.substr(static_cast<size_t>(rest.data() - block.data()));
      }
    }
    AddReason(reason);
  }

  // Without the lines of the form; what stands before a "Reason:" of its own is
  // a part of the title.
  void AddReason(std::string_view text) {
    std::string rewritten;
    std::string_view slice;
    bool is_slice = true;
    LineScanner lines(text);
    std::string_view line;
    while (lines.Next(&line)) {
      if (line.starts_with("Score:") || line.starts_with("Field:")) continue;
      if (TakePrefix(&line, "Reason:")) {
        rewritten.clear();
        slice = {};
        is_slice = true;
      }
      rewritten.append(line).append("\n");
      if (slice.data() == nullptr) slice = line;
      is_slice = is_slice && slice.data() + slice.size() + 1 >= line.data();
      if (is_slice) {
        const char* const end = line.data() + line.size();
        slice = {slice.data(), static_cast<size_t>(end - slice.data())};
      }
    }
    AddSection(&entry(), SectionKey::kReason,
               is_slice ? slice : builder_.Keep(Trim(rewritten)));
  }

  void ReadHead(std::string_view line) {
    if (HeadingLevel(line) == 1) {
      if (const auto day = FindDate(line)) builder_.EnterDay(*day);
      return;
    }
    if (!line.starts_with('>')) return;
    AddMeta("time", Behind(line, "更新于北京时间："));
    AddMeta("read", NumberAfter(line, "已自动阅读了"));
    const std::string_view model = Behind(line, "使用模型：");
    AddMeta("model", Trim(model.substr(0, model.find('|'))));
    AddMeta("tokens", NumberAfter(line, "消耗 Tokens："));
  }

  void AddMeta(std::string_view key, std::string_view value) {
    if (!value.empty()) builder_.digest().meta.emplace_back(key, value);
  }

  // A README has no date in its heading, but the time at which it was made.
  void SetDateFromTime() {
    Digest& digest = builder_.digest();
    if (digest.date) return;
    for (const auto& [key, value] : digest.meta) {
      const auto day = key == "time" ? FindDate(value) : std::nullopt;
      if (!day) continue;
      builder_.EnterDay(*day);
      for (Entry& paper : digest.entries) paper.day = day;
      return;
    }
  }

  DigestBuilder& builder_;
  std::string_view field_;
  bool in_paper_ = false;
  const char* reason_ = nullptr;  // where the open reason begins
};

}  // namespace

void ReadScoredList(DigestBuilder& builder) {
  ScoredListReader(builder).Read();
}

}  // namespace offprint
