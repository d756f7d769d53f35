// A query as the client gives it, for comparisons with the program's.
#ifndef OFFPRINT_TESTS_SEARCH_QUERY_JSON_H_
#define OFFPRINT_TESTS_SEARCH_QUERY_JSON_H_

#include <cstdint>
#include <string>
#include <utility>

#include "data/json.h"
#include "search/query.h"

namespace offprint::search {

// A score as JavaScript writes it: whole ones without ".0".
inline data::Value ScoreValue(double score) {
  const auto whole = static_cast<int64_t>(score);
  if (static_cast<double>(whole) == score) return whole;
  return score;
}

inline data::Value ItemTree(const QueryItem& item) {
  data::Object tree;
  tree.Set("kind", ItemKindName(item.kind));
  if (!item.text.empty()) tree.Set("text", item.text);
  if (!item.first_day.empty()) tree.Set("from", item.first_day);
  if (!item.last_day.empty()) tree.Set("to", item.last_day);
  if (item.least) tree.Set("from", ScoreValue(*item.least));
  if (item.most) tree.Set("to", ScoreValue(*item.most));
  tree.Set("exclude", item.exclude);
  tree.Set("phrase", item.phrase);
  return tree;
}

inline std::string QueryJson(const Query& query) {
  data::Array items;
  for (const QueryItem& item : query.items) items.push_back(ItemTree(item));
  data::Array problems;
  for (const QueryProblem& problem : query.problems) {
    data::Object entry;
    entry.Set("kind", ProblemKindName(problem.kind));
    entry.Set("text", problem.text);
    problems.push_back(std::move(entry));
  }
  data::Object tree;
  tree.Set("items", std::move(items));
  tree.Set("problems", std::move(problems));
  tree.Set("direct",
           query.direct.empty() ? data::Value() : data::Value(query.direct));
  std::string json;
  data::AppendJson(tree, &json);
  return json;
}

}  // namespace offprint::search

#endif  // OFFPRINT_TESTS_SEARCH_QUERY_JSON_H_
