#include "liquid/pipeline.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "liquid/filter.h"
#include "liquid/markup.h"
#include "liquid/strict_parser.h"

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

class PipelineParser {
 public:
  PipelineParser(Arena& arena, PipelineProblems* problems)
      : arena_(arena), problems_(*problems) {}

  Pipeline Parse(std::string_view markup) {
    Pipeline pipeline;
    std::string error;
    if (ParseStrictly(markup, &pipeline, &error)) return pipeline;
    problems_.warnings.push_back("in '" + Excerpt(Trim(markup)) +
                                 "': " + error);
    return ParseLaxly(markup);
  }

 private:
  struct Step {
    std::string_view name;
    std::vector<std::string_view> arguments;
  };

  bool ParseStrictly(std::string_view markup, Pipeline* pipeline,
                     std::string* error) {
    StrictParser parser(markup);
    std::string value;
    parser.Expression(&value);
    std::vector<Step> steps;
    while (parser.Accept(Token::Kind::kPipe)) {
      Step& step = steps.emplace_back();
      step.name = parser.Consume(Token::Kind::kId);
      if (!parser.Accept(Token::Kind::kColon)) continue;
      do {
        std::string argument;
        parser.Argument(&argument);
        step.arguments.push_back(arena_.Keep(argument));
      } while (parser.Accept(Token::Kind::kComma));
    }
    parser.End();
    *error = parser.error();
    if (!parser.ok()) return false;
    pipeline->value = ParseValue(arena_.Keep(value));
    pipeline->steps = MakeSteps(steps);
    return true;
  }

  Pipeline ParseLaxly(std::string_view markup) {
    Pipeline pipeline;
    const auto value = FindFragment(markup, 0);
    if (!value) return pipeline;
    pipeline.value = ParseValue(value->In(markup));
    const size_t bar = markup.find('|', value->end);
    if (bar == std::string_view::npos) return pipeline;
    std::vector<Step> steps;
    const std::string_view filters = markup.substr(SkipSpace(markup, bar + 1));
    for (const std::string_view part : SplitFilters(filters)) {
      const std::string_view name = FirstWord(part);
      if (!name.empty()) steps.push_back({name, LaxArguments(part)});
    }
    pipeline.steps = MakeSteps(steps);
    return pipeline;
  }

  Expression ParseValue(std::string_view markup) {
    bool failed = false;
    const Expression value = ParseExpression(markup, arena_, &failed);
    if (failed) problems_.error = "'" + Excerpt(markup) + "' is no range";
    return value;
  }

  std::span<const FilterStep> MakeSteps(const std::vector<Step>& steps) {
    std::vector<FilterStep> made;
    made.reserve(steps.size());
    for (const Step& step : steps) {
      WarnOfJekyll4(step);
      made.push_back(MakeStep(step));
    }
    return arena_.Copy(made);
  }

  FilterStep MakeStep(const Step& step) {
    FilterStep made;
    made.filter = FindFilter(step.name);
    if (made.filter == nullptr) WarnOfUnknown(step.name);
    std::vector<Expression> values;
    std::vector<Expression> keyword_values;
    std::vector<std::string_view> keywords;
    for (const std::string_view argument : step.arguments) {
      if (const auto keyword = KeywordArgument(argument)) {
        keywords.push_back(keyword->name);
        keyword_values.push_back(ParseValue(keyword->value));
      } else {
        values.push_back(ParseValue(argument));
      }
    }
    values.insert(values.end(), keyword_values.begin(), keyword_values.end());
    made.arguments = arena_.Copy(values);
    made.keywords = arena_.Copy(keywords);
    return made;
  }

  // What Jekyll 4 renders otherwise than GitHub Pages' 3.10.
  void WarnOfJekyll4(const Step& step) {
    if (step.name != "where_exp" || step.arguments.size() < 2) return;
    const std::string_view condition = step.arguments[1];
    if (condition.find(" and ") == std::string_view::npos &&
        condition.find(" or ") == std::string_view::npos) {
      return;
    }
    problems_.warnings.emplace_back(
        "GitHub Pages takes the first comparison of this where_exp alone, "
        "Jekyll 4 takes 'and' and 'or': filter in two steps");
  }

  void WarnOfUnknown(std::string_view name) {
    if (name == "find" || name == "find_exp") {
      problems_.warnings.push_back(
          "'" + std::string(name) +
          "' is a filter of Jekyll 4 and changes "
          "nothing on GitHub Pages: write where or where_exp, then first");
      return;
    }
    const auto near = NearMiss(name, FilterNames());
    problems_.warnings.push_back(
        "unknown filter '" + std::string(name) + "' changes nothing" +
        (near ? "; did you mean '" + std::string(*near) + "'?" : ""));
  }

  Arena& arena_;
  PipelineProblems& problems_;
};

}  // namespace

Pipeline ParsePipeline(std::string_view markup, Arena& arena,
                       PipelineProblems* problems) {
  return PipelineParser(arena, problems).Parse(markup);
}

}  // namespace offprint::liquid
