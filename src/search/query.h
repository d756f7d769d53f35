// What was typed into a search, as terms and filters.
// client/query.js reads it the same way; tests/search/cases.json
// holds both to that.
#ifndef OFFPRINT_SEARCH_QUERY_H_
#define OFFPRINT_SEARCH_QUERY_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::search {

enum class ItemKind {
  kTerm,
  kTitle,
  kAuthor,
  kTopic,
  kSource,
  kId,
  kDate,
  kScore,
  kCode,
};

// "term", "title", …
std::string_view ItemKindName(ItemKind kind);

// All items of a query must be true of a paper.
struct QueryItem {
  ItemKind kind = ItemKind::kTerm;
  // In normal form; empty for kDate, kScore and kCode.
  std::string text;
  // Of kDate, "2026-01-23", both inclusive; empty for an open end.
  std::string first_day;
  std::string last_day;
  // Of kScore, both inclusive, multiples of 0.01.
  std::optional<double> least;
  std::optional<double> most;
  bool exclude = false;  // what it says must not be true
  bool phrase = false;   // it stood in quotes

  bool operator==(const QueryItem&) const = default;
};

struct QueryProblem {
  enum class Kind {
    kEmptyTerm,  // a term without anything to look for
    kBadFilter,  // a filter whose value cannot be read
    kTooLong,    // more than a query may have; `text` is what was left out
  };

  Kind kind = Kind::kEmptyTerm;
  std::string text;  // as typed
};

// "empty-term", "bad-filter", "too-long".
std::string_view ProblemKindName(QueryProblem::Kind kind);

struct Query {
  std::vector<QueryItem> items;  // without repeats
  std::vector<QueryProblem> problems;
  std::string direct;  // the identity that the whole query is; empty for none
};

// Takes valid UTF-8. What cannot be used is a problem and left out.
Query ParseQuery(std::string_view text);

// What keeps a query from being saved, to stand behind its name in a message;
// empty for one that is good: it asks for something and has no problem.
std::string SavedQueryProblem(std::string_view text);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_QUERY_H_
