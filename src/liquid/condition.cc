#include "liquid/condition.h"

#include <optional>
#include <vector>

#include "base/text.h"
#include "liquid/markup.h"
#include "liquid/renderer.h"
#include "liquid/strict_parser.h"

namespace offprint::liquid {
namespace {

using Relation = Condition::Relation;

// The expression that comes next; it must be checked that the parser is ok.
Expression NextExpression(StrictParser& parser, Arena& arena) {
  std::string text;
  parser.Expression(&text);
  bool failed = false;
  const Expression result = ParseExpression(arena.Keep(text), arena, &failed);
  if (failed) parser.Fail("a range needs numbers");
  return result;
}

Condition* NextComparison(StrictParser& parser, Arena& arena) {
  Condition* condition = arena.New<Condition>();
  condition->left = NextExpression(parser, arena);
  if (parser.Accept(Token::Kind::kComparison, &condition->op_text)) {
    condition->op = FindOperator(condition->op_text);
    condition->right = NextExpression(parser, arena);
  }
  return condition;
}

constexpr bool IsBoundary(std::string_view text, size_t at) {
  const bool before = at > 0 && IsWordChar(text[at - 1]);
  const bool behind = at < text.size() && IsWordChar(text[at]);
  return before != behind;
}

// The end of "and" or "or" as a word of its own at `at`.
std::optional<size_t> RelationEnd(std::string_view text, size_t at) {
  if (!IsBoundary(text, at)) return std::nullopt;
  for (const std::string_view word : {"and", "or"}) {
    const size_t end = at + word.size();
    if (text.substr(at).starts_with(word) && IsBoundary(text, end)) return end;
  }
  return std::nullopt;
}

// Comparisons with "and" and "or" between them, in turns.
std::vector<std::string_view> SplitAtRelations(std::string_view markup) {
  std::vector<std::string_view> parts;
  bool in_comparison = false;
  size_t begin = 0;
  for (size_t at = SkipSpace(markup, 0); at < markup.size();
       at = SkipSpace(markup, at)) {
    if (const auto end = RelationEnd(markup, at)) {
      if (in_comparison) parts.push_back(markup.substr(begin, at - begin));
      parts.push_back(markup.substr(at, *end - at));
      in_comparison = false;
      at = *end;
      continue;
    }
    if (!in_comparison) begin = at;
    in_comparison = true;
    if (const auto end = FragmentEnd(markup, at)) {
      at = *end;
    } else {
      while (at < markup.size() && !IsSpace(markup[at])) ++at;
    }
  }
  if (in_comparison) parts.push_back(markup.substr(begin));
  return parts;
}

constexpr bool IsOperatorChar(char c) {
  return c == '=' || c == '!' || c == '<' || c == '>' || c == '_' ||
         (c >= 'a' && c <= 'z');
}

// (fragment)\s*([=!<>a-z_]+)?\s*(fragment)?
Condition* LaxComparison(std::string_view markup, Arena& arena) {
  const auto left = FindFragment(markup, 0);
  if (!left) return nullptr;
  bool failed = false;
  Condition* condition = arena.New<Condition>();
  condition->left = ParseExpression(left->In(markup), arena, &failed);
  const size_t begin = SkipSpace(markup, left->end);
  size_t end = begin;
  while (end < markup.size() && IsOperatorChar(markup[end])) ++end;
  if (end > begin) {
    condition->op_text = markup.substr(begin, end - begin);
    condition->op = FindOperator(condition->op_text);
  }
  const size_t right = SkipSpace(markup, end);
  if (const auto right_end = FragmentEnd(markup, right)) {
    condition->right = ParseExpression(markup.substr(right, *right_end - right),
                                       arena, &failed);
  }
  return failed ? nullptr : condition;
}

}  // namespace

Operator FindOperator(std::string_view text) {
  if (text == "==") return Operator::kEqual;
  if (text == "!=" || text == "<>") return Operator::kNotEqual;
  if (text == "<") return Operator::kLess;
  if (text == ">") return Operator::kGreater;
  if (text == "<=") return Operator::kLessEqual;
  if (text == ">=") return Operator::kGreaterEqual;
  if (text == "contains") return Operator::kContains;
  return Operator::kUnknown;
}

bool Evaluate(const Condition& condition, Renderer& renderer) {
  for (const Condition* at = &condition;; at = at->next) {
    const Value left = renderer.Evaluate(at->left);
    bool holds = false;
    if (at->op == Operator::kNone) {
      holds = left.IsTruthy();
    } else if (at->op == Operator::kUnknown) {
      renderer.Fail("unknown operator " + std::string(at->op_text));
    } else {
      holds = Compare(left, at->op, renderer.Evaluate(at->right), renderer);
    }
    if (renderer.failed()) return false;
    if (at->relation == Relation::kNone) return holds;
    if (holds == (at->relation == Relation::kOr)) return holds;
  }
}

const Condition* ParseConditionStrictly(std::string_view markup, Arena& arena,
                                        std::string* error) {
  StrictParser parser(markup);
  Condition* first = NextComparison(parser, arena);
  Condition* last = first;
  while (parser.ok()) {
    if (parser.AcceptId("and")) {
      last->relation = Relation::kAnd;
    } else if (parser.AcceptId("or")) {
      last->relation = Relation::kOr;
    } else {
      break;
    }
    Condition* next = NextComparison(parser, arena);
    last->next = next;
    last = next;
  }
  parser.End();
  if (parser.ok()) return first;
  *error = parser.error();
  return nullptr;
}

const Condition* ParseConditionLaxly(std::string_view markup, Arena& arena) {
  const std::vector<std::string_view> parts = SplitAtRelations(markup);
  if (parts.empty()) return nullptr;
  Condition* condition = LaxComparison(parts.back(), arena);
  for (size_t i = parts.size() - 1; i > 0 && condition != nullptr; i -= 2) {
    const std::string_view word = parts[i - 1];
    if (i < 2 || (word != "and" && word != "or")) return nullptr;
    Condition* before = LaxComparison(parts[i - 2], arena);
    if (before == nullptr) return nullptr;
    before->relation = word == "and" ? Relation::kAnd : Relation::kOr;
    before->next = condition;
    condition = before;
  }
  return condition;
}

const Condition* ParseComparison(std::string_view markup, Arena& arena,
                                 std::string* error) {
  StrictParser parser(markup);
  const Condition* condition = NextComparison(parser, arena);
  parser.End();
  if (parser.ok()) return condition;
  *error = parser.error();
  return nullptr;
}

}  // namespace offprint::liquid
