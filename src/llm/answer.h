// What a model is asked to say of a paper, and whether it did.
#ifndef OFFPRINT_LLM_ANSWER_H_
#define OFFPRINT_LLM_ANSWER_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/digest.h"
#include "writers/new_digest.h"

namespace offprint::llm {

// The schema of an answer: a JSON object of these members, all needed.
struct Wanted {
  bool title = false;               // translated
  bool score = false;               // 1 to 10
  std::vector<std::string> topics;  // one of them; empty: none is asked for
  std::vector<SectionKey> sections;

  // "title", "score", "topic" and the sections' names.
  std::vector<std::string> Names() const;
};

// What the dialect has a place for. Titles are translated in daily-table,
// topic-table and analysed-list, as the systems do that write those.
Wanted WantedFor(Dialect dialect, const std::vector<std::string>& topics);

// Lays what the text says over the paper: the JSON object in it, with or
// without a fence around it. Gives what is wrong with it, in words that a model
// understands, and leaves the paper as it was; an empty text where all is well.
// Wrong is what the schema does not allow, and what nobody would say of a
// paper: a title of several lines or much longer than the paper's own, and a
// refusal in any place.
std::string ReadAnswer(std::string_view text, const Wanted& wanted,
                       NewPaper* paper);

// Whether the text is what a model says that does not do what it was asked for.
bool SoundsLikeRefusal(std::string_view text);

}  // namespace offprint::llm

#endif  // OFFPRINT_LLM_ANSWER_H_
