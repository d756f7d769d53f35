// Outputs and assignments: a value and its filters, parsed strictly and, where
// that fails, laxly.
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "liquid/filter.h"
#include "liquid/markup.h"
#include "liquid/parser.h"

namespace offprint::liquid {
namespace {

// "(\w+)\s*\:\s*(fragment)" as the whole of an argument.
std::optional<Attribute> KeywordArgument(std::string_view argument) {
  const std::vector<Attribute> found = FindAttributes(argument);
  if (found.empty()) return std::nullopt;
  const Attribute& first = found.front();
  if (first.name.data() != argument.data() ||
      first.value.end() != argument.end()) {
    return std::nullopt;
  }
  return first;
}

// The arguments in the text of a filter: what follows each ":" and ",".
std::vector<std::string_view> LaxArguments(std::string_view text) {
  std::vector<std::string_view> arguments;
  size_t at = 0;
  while (at < text.size()) {
    if (text[at] != ':' && text[at] != ',') {
      ++at;
      continue;
    }
    const size_t begin = SkipSpace(text, at + 1);
    size_t name_end = begin;
    while (name_end < text.size() && IsWordChar(text[name_end])) ++name_end;
    std::optional<size_t> end;
    const size_t colon = SkipSpace(text, name_end);
    if (name_end > begin && colon < text.size() && text[colon] == ':') {
      end = FragmentEnd(text, SkipSpace(text, colon + 1));
    }
    if (!end) end = FragmentEnd(text, begin);
    if (end) arguments.push_back(text.substr(begin, *end - begin));
    at = end.value_or(at + 1);
  }
  return arguments;
}

// The runs of fragments, commas and blanks between what fits nowhere.
std::vector<std::string_view> SplitFilters(std::string_view text) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  size_t at = 0;
  while (at < text.size()) {
    const auto end = IsSpace(text[at]) || text[at] == ','
                         ? std::optional(at + 1)
                         : FragmentEnd(text, at);
    if (end) {
      at = *end;
      continue;
    }
    if (at > begin) parts.push_back(text.substr(begin, at - begin));
    begin = ++at;
  }
  if (at > begin) parts.push_back(text.substr(begin, at - begin));
  return parts;
}

std::string_view FirstWord(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size() && !IsWordChar(text[begin])) ++begin;
  size_t end = begin;
  while (end < text.size() && IsWordChar(text[end])) ++end;
  return text.substr(begin, end - begin);
}

}  // namespace

Pipeline Parser::ParsePipeline(std::string_view markup, uint32_t at) {
  Pipeline pipeline;
  std::string error;
  if (StrictPipeline(markup, at, &pipeline, &error)) return pipeline;
  Warn(at, "in '" + std::string(Trim(markup)) + "': " + error);
  return LaxPipeline(markup, at);
}

bool Parser::StrictPipeline(std::string_view markup, uint32_t at,
                            Pipeline* pipeline, std::string* error) {
  struct Step {
    std::string_view name;
    std::vector<std::string_view> arguments;
  };
  StrictParser parser(markup);
  std::string text;
  parser.Expression(&text);
  std::vector<Step> steps;
  while (parser.Accept(Token::Kind::kPipe)) {
    Step& step = steps.emplace_back();
    step.name = parser.Consume(Token::Kind::kId);
    if (!parser.Accept(Token::Kind::kColon)) continue;
    do {
      std::string argument;
      parser.Argument(&argument);
      step.arguments.push_back(arena().Keep(argument));
    } while (parser.Accept(Token::Kind::kComma));
  }
  parser.End();
  if (!parser.ok()) {
    *error = parser.error();
    return false;
  }
  std::vector<FilterStep> made;
  for (const Step& step : steps) {
    made.push_back(MakeStep(step.name, step.arguments, at));
  }
  pipeline->value = ParseValue(arena().Keep(text), at);
  pipeline->steps = arena().Copy(made);
  return true;
}

Pipeline Parser::LaxPipeline(std::string_view markup, uint32_t at) {
  Pipeline pipeline;
  const auto value = FindFragment(markup, 0);
  if (!value) return pipeline;
  pipeline.value = ParseValue(value->In(markup), at);
  const size_t bar = markup.find('|', value->end);
  if (bar == std::string_view::npos) return pipeline;
  std::vector<FilterStep> steps;
  const std::string_view filters = markup.substr(SkipSpace(markup, bar + 1));
  for (const std::string_view part : SplitFilters(filters)) {
    const std::string_view name = FirstWord(part);
    if (name.empty()) continue;
    steps.push_back(MakeStep(name, LaxArguments(part), at));
  }
  pipeline.steps = arena().Copy(steps);
  return pipeline;
}

FilterStep Parser::MakeStep(std::string_view name,
                            const std::vector<std::string_view>& arguments,
                            uint32_t at) {
  FilterStep step;
  step.filter = FindFilter(name);
  if (step.filter == nullptr) {
    const auto near = NearMiss(name, FilterNames());
    Warn(at, "unknown filter '" + std::string(name) + "' changes nothing" +
                 (near ? "; did you mean '" + std::string(*near) + "'?" : ""));
  }
  std::vector<Expression> values;
  std::vector<Expression> keyword_values;
  std::vector<std::string_view> keywords;
  for (const std::string_view argument : arguments) {
    if (const auto keyword = KeywordArgument(argument)) {
      keywords.push_back(keyword->name);
      keyword_values.push_back(ParseValue(keyword->value, at));
    } else {
      values.push_back(ParseValue(argument, at));
    }
  }
  values.insert(values.end(), keyword_values.begin(), keyword_values.end());
  step.arguments = arena().Copy(values);
  step.keywords = arena().Copy(keywords);
  return step;
}

}  // namespace offprint::liquid
