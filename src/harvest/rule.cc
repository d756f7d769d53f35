#include "harvest/rule.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace offprint::harvest {
namespace {

constexpr size_t kMostBytes = 4000;
constexpr int kDeepest = 50;

// The words of the text, case folded, each with a blank before and behind it:
// " language model ".
std::string NormalForm(std::string_view text) {
  std::string folded;
  if (!AppendNfkcCasefold(text, &folded)) return " ";
  std::string out = " ";
  for (size_t at = 0; at < folded.size();) {
    const size_t start = at;
    if (IsWordCharacter(NextCodePoint(folded, &at))) {
      out.append(folded, start, at - start);
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  if (!out.ends_with(' ')) out += ' ';
  return out;
}

bool Holds(std::string_view text, std::string_view term) {
  return text.find(term) != std::string_view::npos;
}

// "cs" names all of "cs.CV" and so on.
bool NamesCategory(std::string_view term, std::string_view category) {
  return category == term ||
         (category.starts_with(term) && category[term.size()] == '.');
}

size_t Characters(std::string_view text) {
  return static_cast<size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

struct FieldName {
  std::string_view name;
  Rule::Field field;
};
constexpr std::array<FieldName, 4> kFields = {{
    {"title", Rule::Field::kTitle},
    {"abstract", Rule::Field::kAbstract},
    {"author", Rule::Field::kAuthor},
    {"category", Rule::Field::kCategory},
}};

// Recursive descent; the first error is the one that is told.
class RuleParser {
 public:
  explicit RuleParser(std::string_view text) : text_(text) {}

  bool Parse(Rule* rule, RuleError* error) {
    if (text_.size() > kMostBytes) Fail(0, "a rule of so many words");
    SkipSpace();
    if (!failed_ && at_ < text_.size()) {
      *rule = ParseOr();
      if (!failed_ && at_ < text_.size()) {
        Fail(at_, "this \")\" closes nothing: take it out");
      }
    }
    if (failed_) *error = error_;
    return !failed_;
  }

 private:
  Rule ParseOr() {
    std::vector<Rule> parts = {ParseAnd()};
    while (!failed_ && TakeWord("or")) parts.push_back(ParseAnd());
    return Joined(Rule::Kind::kOr, std::move(parts));
  }

  Rule ParseAnd() {
    std::vector<Rule> parts = {ParseItem()};
    while (!failed_ && at_ < text_.size() && text_[at_] != ')' &&
           !NextIs("or")) {
      TakeWord("and");
      parts.push_back(ParseItem());
    }
    return Joined(Rule::Kind::kAnd, std::move(parts));
  }

  Rule ParseItem() {
    if (++depth_ > kDeepest) Fail(at_, "too many brackets and \"not\"");
    Rule rule;
    if (failed_) return rule;
    if (TakeWord("not")) {
      rule.kind = Rule::Kind::kNot;
      rule.parts.push_back(ParseItem());
    } else if (at_ < text_.size() && text_[at_] == '(') {
      const size_t open = at_++;
      SkipSpace();
      rule = ParseOr();
      if (!failed_ && !TakeClose()) Fail(open, "this \"(\" is never closed");
    } else {
      rule = ParseTerm();
    }
    --depth_;
    return rule;
  }

  Rule ParseTerm() {
    Rule rule;
    rule.kind = Rule::Kind::kTerm;
    const size_t start = at_;
    for (const std::string_view word : {"and", "or"}) {
      if (NextIs(word)) {
        Fail(start, "\"" + std::string(word) +
                        "\" needs something before it and behind it");
        return rule;
      }
    }
    if (!TakeField(&rule.field)) return rule;
    const size_t value = at_;
    const std::string_view text = TakeText();
    if (failed_) return rule;
    if (rule.field == Rule::Field::kCategory) {
      rule.term = AsciiLower(text);
    } else {
      const bool begins = text.ends_with('*');
      rule.term = NormalForm(text);
      if (begins && rule.term.size() > 1) rule.term.pop_back();
    }
    if (Trim(rule.term).empty()) {
      Fail(value, "a word, or words in quotes, should stand here");
    }
    return rule;
  }

  // "title:"; false where the name is none.
  bool TakeField(Rule::Field* field) {
    const size_t end = text_.find_first_of(": \t\n\"()", at_);
    if (end == std::string_view::npos || text_[end] != ':') return true;
    const std::string_view name = text_.substr(at_, end - at_);
    const auto found = std::ranges::find_if(kFields, [&](const FieldName& f) {
      return EqualsIgnoreCase(f.name, name);
    });
    if (found == kFields.end()) {
      Fail(at_, "there is no field \"" + std::string(name) +
                    "\": it is title, abstract, author or category; words "
                    "with a colon need quotes");
      return false;
    }
    *field = found->field;
    at_ = end + 1;
    return true;
  }

  std::string_view TakeText() {
    const size_t start = at_;
    if (at_ < text_.size() && text_[at_] == '"') {
      const size_t end = text_.find('"', at_ + 1);
      if (end == std::string_view::npos) {
        Fail(at_, "this quote is never closed");
        return {};
      }
      at_ = end + 1;
      SkipSpace();
      return text_.substr(start + 1, end - start - 1);
    }
    at_ = std::min(text_.find_first_of(" \t\n\"()", at_), text_.size());
    const std::string_view word = text_.substr(start, at_ - start);
    SkipSpace();
    return word;
  }

  bool NextIs(std::string_view word) const {
    const std::string_view rest = text_.substr(at_);
    if (!StartsWithIgnoreCase(rest, word)) return false;
    return rest.size() == word.size() ||
           std::string_view(" \t\n\"()").find(rest[word.size()]) !=
               std::string_view::npos;
  }

  bool TakeWord(std::string_view word) {
    if (!NextIs(word)) return false;
    at_ += word.size();
    SkipSpace();
    return true;
  }

  bool TakeClose() {
    if (at_ >= text_.size() || text_[at_] != ')') return false;
    ++at_;
    SkipSpace();
    return true;
  }

  void SkipSpace() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }

  static Rule Joined(Rule::Kind kind, std::vector<Rule> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Rule rule;
    rule.kind = kind;
    rule.parts = std::move(parts);
    return rule;
  }

  void Fail(size_t at, std::string message) {
    if (failed_) return;
    failed_ = true;
    error_ = {Characters(text_.substr(0, at)) + 1, std::move(message)};
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  RuleError error_;
};

}  // namespace

RuleSubject::RuleSubject(const arxiv::Record& record)
    : title(NormalForm(record.title)), abstract(NormalForm(record.abstract)) {
  for (const arxiv::RecordAuthor& author : record.authors) {
    authors += NormalForm(author.name) + "\n";
  }
  for (const std::string& category : record.categories) {
    categories.push_back(AsciiLower(category));
  }
}

bool Rule::Matches(const RuleSubject& subject) const {
  const auto matches = [&](const Rule& part) { return part.Matches(subject); };
  switch (kind) {
    case Kind::kAnd:
      return std::ranges::all_of(parts, matches);
    case Kind::kOr:
      return std::ranges::any_of(parts, matches);
    case Kind::kNot:
      return !matches(parts.front());
    case Kind::kTerm:
      break;
  }
  switch (field) {
    case Field::kTitle:
      return Holds(subject.title, term);
    case Field::kAbstract:
      return Holds(subject.abstract, term);
    case Field::kAuthor:
      return Holds(subject.authors, term);
    case Field::kCategory:
      return std::ranges::any_of(subject.categories, [&](const auto& category) {
        return NamesCategory(term, category);
      });
    case Field::kText:
      break;
  }
  return Holds(subject.title, term) || Holds(subject.abstract, term);
}

bool ParseRule(std::string_view text, Rule* rule, RuleError* error) {
  return RuleParser(text).Parse(rule, error);
}

std::string RuleProblem(std::string_view text) {
  Rule rule;
  RuleError error;
  if (ParseRule(text, &rule, &error)) return {};
  return "is no rule: at character " + std::to_string(error.column) + ", " +
         error.message;
}

}  // namespace offprint::harvest
