// The tags that live in loops: cycle, break and continue.
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "liquid/compare.h"
#include "liquid/markup.h"
#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

class CycleNode final : public Node {
 public:
  CycleNode(const Expression& name, std::span<const Expression> values)
      : name_(name), values_(values) {}

  void Render(Renderer& renderer, std::string* out) const override {
    if (!renderer.Enter()) return;
    const Value key = renderer.Evaluate(name_);
    auto& cycles = renderer.cycles;
    size_t place = 0;
    while (place < cycles.size() && !Same(cycles[place].first, key, renderer))
      ++place;
    if (place == cycles.size()) cycles.emplace_back(key, 0);
    const size_t turn = cycles[place].second;
    if (turn < values_.size()) {
      AppendPrinted(renderer.Evaluate(values_[turn]), renderer, out);
    }
    cycles[place].second = turn + 1 < values_.size() ? turn + 1 : 0;
    renderer.Leave();
  }

 private:
  Expression name_;
  std::span<const Expression> values_;
};

class InterruptNode final : public Node {
 public:
  explicit InterruptNode(Interrupt interrupt) : interrupt_(interrupt) {}

  void Render(Renderer& renderer, std::string*) const override {
    renderer.Push(interrupt_);
  }

 private:
  Interrupt interrupt_;
};

// The name of a cycle that has none: its values. One with variables is like
// no other.
Expression CycleName(Parser& parser, const TagMarkup& tag,
                     std::string_view markup,
                     const std::vector<Expression>& values) {
  std::string name;
  bool unique = false;
  for (const Expression& value : values) {
    unique = unique || !value.IsLiteral();
    name.push_back(value.literal.IsString() ? '"' : ' ');
    if (value.literal.IsString()) name.append(value.literal.text());
    if (value.literal.IsInt()) AppendInteger(value.literal.integer(), &name);
    if (value.literal.IsDouble()) AppendDouble(value.literal.number(), &name);
    name.push_back(static_cast<char>('a' + int(value.literal.kind())));
  }
  if (unique) name = std::string(markup) + " at " + std::to_string(tag.at);
  Expression expression;
  expression.literal = Value(parser.arena().Keep("cycle " + name));
  return expression;
}

std::vector<Expression> CycleValues(Parser& parser, const TagMarkup& tag,
                                    std::string_view markup) {
  std::vector<Expression> values;
  for (const std::string_view part : Split(markup, ',')) {
    const auto value = FindFragment(part, 0);
    if (!value) continue;
    const Expression parsed = parser.ParseValue(value->In(part), tag.at);
    if (parsed.IsLiteral() && parsed.literal.IsNil()) continue;
    values.push_back(parsed);
  }
  return values;
}

}  // namespace

const Node* ParseCycle(Parser& parser, const TagMarkup& tag) {
  for (const size_t end : FragmentEnds(tag.markup, 0)) {
    const size_t colon = SkipSpace(tag.markup, end);
    if (colon >= tag.markup.size() || tag.markup[colon] != ':') continue;
    const Expression name =
        parser.ParseValue(tag.markup.substr(0, end), tag.at);
    const std::vector<Expression> values =
        CycleValues(parser, tag, tag.markup.substr(colon + 1));
    return parser.New<CycleNode>(tag, name, parser.arena().Copy(values));
  }
  if (!FragmentEnd(tag.markup, 0)) {
    parser.Error(tag.at, "'cycle' is written {% cycle 'one', 'two' %}");
    return nullptr;
  }
  const std::vector<Expression> values = CycleValues(parser, tag, tag.markup);
  return parser.New<CycleNode>(tag, CycleName(parser, tag, tag.markup, values),
                               parser.arena().Copy(values));
}

const Node* ParseBreak(Parser& parser, const TagMarkup& tag) {
  return parser.New<InterruptNode>(tag, Interrupt::kBreak);
}

const Node* ParseContinue(Parser& parser, const TagMarkup& tag) {
  return parser.New<InterruptNode>(tag, Interrupt::kContinue);
}

}  // namespace offprint::liquid
