// Rules by which papers are chosen and sorted:
//   title:diffusion or ("language model" and not survey)
//
//   rule  = part *("or" part)
//   part  = item *(["and"] item)
//   item  = "not" item / "(" rule ")" / term
//   term  = [field ":"] (word / quoted words)
//   field = "title" / "abstract" / "author" / "category"
//
// "and", "or" and "not" may be in capitals; in quotes they are words. A term
// without a field looks into title and abstract. Case, accents' forms and
// punctuation do not count, and words are whole ones: "gan" is not in "organ";
// "gan*" begins a word. A category is named in full, or by its archive:
// category:cs.CV, category:cs.
#ifndef OFFPRINT_HARVEST_RULE_H_
#define OFFPRINT_HARVEST_RULE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "arxiv/record.h"

namespace offprint::harvest {

// What rules look into: a record's texts in the form that they compare.
struct RuleSubject {
  explicit RuleSubject(const arxiv::Record& record);

  std::string title;
  std::string abstract;
  std::string authors;
  std::vector<std::string> categories;  // in small letters
};

class Rule {
 public:
  enum class Kind { kAnd, kOr, kNot, kTerm };
  enum class Field { kText, kTitle, kAbstract, kAuthor, kCategory };

  bool Matches(const RuleSubject& subject) const;

  Kind kind = Kind::kAnd;  // without parts: every paper
  std::vector<Rule> parts;
  Field field = Field::kText;  // of kTerm, as is
  std::string term;            // in normal form
};

// What is wrong with a rule, and where in it.
struct RuleError {
  size_t column = 0;  // in characters, from 1
  std::string message;
};

// Reads a rule; an empty text is one that every paper matches. False, and
// *error is set, for what is none.
bool ParseRule(std::string_view text, Rule* rule, RuleError* error);

// What is wrong with the text, to stand behind its name in a message; empty for
// a rule.
std::string RuleProblem(std::string_view text);

}  // namespace offprint::harvest

#endif  // OFFPRINT_HARVEST_RULE_H_
