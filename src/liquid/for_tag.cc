// {% for item in list %}
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "liquid/drop.h"
#include "liquid/in_markup.h"
#include "liquid/loop.h"
#include "liquid/markup.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"

namespace offprint::liquid {
namespace {

// "forloop" inside a loop.
class ForLoop final : public Drop {
 public:
  ForLoop(std::string_view name, size_t length, Value parent)
      : name_(name), length_(length), parent_(parent) {}

  Value Find(const Key& key, Arena&) const override {
    switch (kFields.IndexOf(key)) {
      case 0:
        return Value(name_);
      case 1:
        return Value(length_);
      case 2:
        return parent_;
      case 3:
        return Value(index + 1);
      case 4:
        return Value(index);
      case 5:
        return Value(length_ - index);
      case 6:
        return Value(length_ - index - 1);
      case 7:
        return Value(index == 0);
      case 8:
        return Value(index + 1 == length_);
      default:
        return Value();
    }
  }
  std::span<const std::string_view> Keys() const override {
    return kFields.names();
  }

  size_t index = 0;

 private:
  static constexpr FieldTable<9> kFields{std::array<std::string_view, 9>{
      "name", "length", "parentloop", "index", "index0", "rindex", "rindex0",
      "first", "last"}};

  std::string_view name_;
  size_t length_;
  Value parent_;
};

struct ForMarkup {
  Key variable;
  std::string_view name;  // of the loop: "item-collection"
  Expression collection;
  Expression limit;
  Expression offset;
  bool continues = false;  // offset: continue
  bool reversed = false;
};

class ForNode final : public Node {
 public:
  explicit ForNode(const ForMarkup& markup) : markup_(markup) {}

  void Render(Renderer& renderer, std::string* out) const override {
    const std::optional<Items> items = FindItems(renderer);
    if (!items) return;
    if (items->count > 0) {
      RenderItems(*items, renderer, out);
    } else if (renderer.Enter()) {
      renderer.Render(else_body, out);
      renderer.Leave();
    }
  }

  Body body;
  Body else_body;

 private:
  std::optional<Items> FindItems(Renderer& renderer) const {
    int64_t& remembered = renderer.loop_offsets[markup_.name];
    const int64_t from =
        markup_.continues
            ? remembered
            : ToInteger(renderer.Evaluate(markup_.offset), renderer);
    const Value collection = renderer.Evaluate(markup_.collection);
    const Value limit = renderer.Evaluate(markup_.limit);
    std::optional<int64_t> to;
    if (limit.IsTruthy()) to = ToInteger(limit, renderer) + from;
    if (renderer.failed()) return std::nullopt;
    Items items = SliceItems(collection, from, to);
    items.backwards = markup_.reversed;
    remembered = from + static_cast<int64_t>(items.count);
    return items;
  }

  void RenderItems(const Items& items, Renderer& renderer,
                   std::string* out) const {
    if (!renderer.Enter()) return;
    const Value parent =
        renderer.loops.empty() ? Value() : renderer.loops.back();
    ForLoop* loop =
        renderer.arena().New<ForLoop>(markup_.name, items.count, parent);
    const Value loop_value{static_cast<const Drop*>(loop)};
    renderer.loops.push_back(loop_value);
    renderer.SetLocal("forloop", loop_value);
    const size_t place = renderer.SetLocal(markup_.variable, Value());
    for (size_t i = 0; i < items.count && renderer.CountItem(); ++i) {
      loop->index = i;
      renderer.SetAt(place, items.At(i, renderer));
      renderer.Render(body, out);
      if (renderer.failed()) break;
      if (renderer.interrupted() && renderer.Pop() == Interrupt::kBreak) break;
    }
    renderer.loops.pop_back();
    renderer.Leave();
  }

  ForMarkup markup_;
};

void SetAttribute(Parser& parser, const TagMarkup& tag,
                  const Attribute& attribute, ForMarkup* markup) {
  if (attribute.name == "limit") {
    markup->limit = parser.ParseValue(attribute.value, tag.at);
  } else if (attribute.name == "offset") {
    markup->continues = attribute.value == "continue";
    if (!markup->continues) {
      markup->offset = parser.ParseValue(attribute.value, tag.at);
    }
  }
}

void SetCollection(Parser& parser, const TagMarkup& tag,
                   std::string_view variable, std::string_view collection,
                   ForMarkup* markup) {
  markup->variable = Key(variable);
  markup->collection = parser.ParseValue(collection, tag.at);
  markup->name = parser.arena().Keep(std::string(variable) + "-" +
                                     std::string(collection));
}

bool ParseForStrictly(Parser& parser, const TagMarkup& tag, ForMarkup* markup,
                      std::string* error) {
  StrictParser strict(tag.markup);
  const std::string_view variable = strict.Consume(Token::Kind::kId);
  if (!strict.AcceptId("in")) strict.Fail("'in' is missing");
  std::string collection;
  strict.Expression(&collection);
  markup->reversed = strict.AcceptId("reversed");
  std::vector<Attribute> attributes;
  while (strict.Look(Token::Kind::kId) && strict.Look(Token::Kind::kColon, 1)) {
    const std::string_view name = strict.Consume(Token::Kind::kId);
    if (name != "limit" && name != "offset") {
      strict.Fail("'" + std::string(name) + "' is neither limit nor offset");
      break;
    }
    strict.Consume(Token::Kind::kColon);
    std::string value;
    strict.Expression(&value);
    attributes.push_back({name, parser.arena().Keep(value)});
    if (!strict.ok()) break;
  }
  strict.End();
  if (!strict.ok()) {
    *error = strict.error();
    return false;
  }
  SetCollection(parser, tag, variable, parser.arena().Keep(collection), markup);
  for (const Attribute& attribute : attributes) {
    SetAttribute(parser, tag, attribute, markup);
  }
  return true;
}

bool ParseForLaxly(Parser& parser, const TagMarkup& tag, ForMarkup* markup) {
  const auto in = MatchIn(tag.markup, 0, [](char c) { return IsNameChar(c); });
  if (!in) return false;
  const size_t behind = SkipSpace(tag.markup, in->collection.end);
  *markup = ForMarkup();
  markup->reversed = tag.markup.substr(behind).starts_with("reversed");
  SetCollection(parser, tag, in->variable, in->collection.In(tag.markup),
                markup);
  for (const Attribute& attribute : FindAttributes(tag.markup)) {
    SetAttribute(parser, tag, attribute, markup);
  }
  return true;
}

}  // namespace

const Node* ParseFor(Parser& parser, const TagMarkup& tag) {
  ForMarkup markup;
  std::string error;
  if (!ParseForStrictly(parser, tag, &markup, &error)) {
    if (!ParseForLaxly(parser, tag, &markup)) {
      parser.Error(tag.at, "'for' is written {% for item in list %}: " + error);
      return nullptr;
    }
    parser.Warn(tag.at, "in '" + Excerpt(tag.markup) + "': " + error);
  }
  ForNode* node = parser.New<ForNode>(tag, markup);
  bool blank = true;
  TagMarkup stop;
  node->body = parser.ParseBody(tag, &blank, &stop);
  if (!parser.failed() && stop.name == "else") {
    node->else_body = parser.ParseWholeBody(tag, &blank);
  } else if (!parser.failed() && !Parser::Ends(stop, tag)) {
    parser.UnexpectedTag(stop, tag);
  }
  node->blank = blank;
  return node;
}

}  // namespace offprint::liquid
