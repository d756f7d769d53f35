#include "llm/answer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "data/json_parser.h"
#include "readers/translated_title.h"
#include "writers/fit.h"
#include "writers/writer.h"

namespace offprint::llm {
namespace {

constexpr size_t kMostSection = 12000;  // bytes

// Titles grow when they are translated, and a short one may grow twice.
size_t MostTitle(const std::string& original) {
  return 2 * original.size() + 120;
}

// From the first brace to the last: models put fences and words around it.
std::string_view ObjectIn(std::string_view text) {
  const size_t open = text.find('{');
  const size_t close = text.rfind('}');
  if (open == text.npos || close == text.npos || close < open) return {};
  return text.substr(open, close - open + 1);
}

std::optional<double> NumberOf(const data::Value& value) {
  if (const int64_t* whole = value.AsInt()) return static_cast<double>(*whole);
  if (const double* number = value.AsDouble()) return *number;
  return std::nullopt;
}

std::string Quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

// Reads the members of one answer; the first problem is the one that is told.
class AnswerReader {
 public:
  AnswerReader(const data::Object& answer, const Wanted& wanted)
      : answer_(answer), wanted_(wanted) {}

  std::string Read(NewPaper* paper) {
    NewPaper read = *paper;
    if (wanted_.title) ReadTitle(&read);
    if (wanted_.score) ReadScore(&read);
    if (!wanted_.topics.empty()) ReadTopic(&read);
    for (const SectionKey key : wanted_.sections) {
      read.sections[key] = Text(SectionName(key), kMostSection);
    }
    if (problem_.empty()) *paper = std::move(read);
    return problem_;
  }

 private:
  void ReadTitle(NewPaper* paper) {
    std::string title = Text("title", MostTitle(paper->title));
    if (title.find('\n') != std::string::npos) {
      Fail("\"title\" must be one line");
    }
    if (title == paper->title) return;
    paper->original_title = std::exchange(paper->title, std::move(title));
  }

  void ReadScore(NewPaper* paper) {
    const data::Value* value = answer_.Find("score");
    const auto score = value == nullptr ? std::nullopt : NumberOf(*value);
    if (!score || *score < 1 || *score > 10) {
      return Fail("\"score\" must be a number from 1 to 10");
    }
    paper->score = score;
  }

  void ReadTopic(NewPaper* paper) {
    const std::string topic = Text("topic", kMostSection);
    if (std::ranges::find(wanted_.topics, topic) == wanted_.topics.end()) {
      return Fail(
          "\"topic\" must be one of the topics, written as in the list");
    }
    paper->topic = topic;
  }

  std::string Text(std::string_view name, size_t most) {
    const data::Value* value = answer_.Find(name);
    const std::string* given = value == nullptr ? nullptr : value->AsString();
    if (given == nullptr) {
      Fail(Quoted(name) + " must be a text");
      return {};
    }
    std::string text = FitText(*given);
    if (text.empty()) Fail(Quoted(name) + " must not be empty");
    if (text.size() > most) Fail(Quoted(name) + " is far too long");
    if (SoundsLikeRefusal(text)) {
      Fail(Quoted(name) + " must be about the paper, and no refusal");
    }
    return text;
  }

  void Fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

  const data::Object& answer_;
  const Wanted& wanted_;
  std::string problem_;
};

}  // namespace

std::vector<std::string> Wanted::Names() const {
  std::vector<std::string> names;
  if (title) names.emplace_back("title");
  if (score) names.emplace_back("score");
  if (!topics.empty()) names.emplace_back("topic");
  for (const SectionKey key : sections) names.emplace_back(SectionName(key));
  return names;
}

Wanted WantedFor(Dialect dialect, const std::vector<std::string>& topics) {
  using enum SectionKey;
  Wanted wanted;
  wanted.title =
      dialect != Dialect::kScoredList && dialect != Dialect::kEnhancedList;
  wanted.score = dialect == Dialect::kScoredList;
  if (dialect != Dialect::kDailyTable) wanted.topics = topics;
  // The abstract of an enhanced list is the original one.
  for (const SectionKey key :
       {kAbstract, kReason, kBackground, kInnovation, kTldr, kMotivation,
        kMethod, kResult, kConclusion}) {
    const bool stays = key == kAbstract && dialect == Dialect::kEnhancedList;
    if (HoldsSection(dialect, key) && !stays) wanted.sections.push_back(key);
  }
  return wanted;
}

std::string ReadAnswer(std::string_view text, const Wanted& wanted,
                       NewPaper* paper) {
  Diagnostics ignored;
  const std::string repaired = RepairUtf8(text);
  const data::Value value = data::ParseJson(ObjectIn(repaired), "", ignored);
  const data::Object* answer = value.AsObject();
  if (answer == nullptr) return "the answer must be one JSON object";
  return AnswerReader(*answer, wanted).Read(paper);
}

bool SoundsLikeRefusal(std::string_view text) {
  constexpr std::array<std::string_view, 14> kOpenings = {
      "I can't ",    "I can’t ",      "I'm unable",       "I am unable",
      "I’m sorry",   "I'm not able",  "I am not able",    "Sorry, ",
      "I apologize", "As a language", "As a large langu", "我无法",
      "作为一个AI",  "作为AI"};
  if (IsRefusal(text)) return true;
  return std::ranges::any_of(kOpenings, [&](std::string_view opening) {
    return StartsWithIgnoreCase(text, opening);
  });
}

}  // namespace offprint::llm
