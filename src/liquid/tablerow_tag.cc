// {% tablerow item in list %}
#include <array>
#include <optional>
#include <string>

#include "liquid/drop.h"
#include "liquid/in_markup.h"
#include "liquid/loop.h"
#include "liquid/markup.h"
#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"

namespace offprint::liquid {
namespace {

// "tablerowloop" inside a table row.
class TableLoop final : public Drop {
 public:
  TableLoop(size_t length, int64_t columns)
      : length_(length), columns_(columns) {}

  Value Find(const Key& key, Arena&) const override {
    switch (kFields.IndexOf(key)) {
      case 0:
        return Value(length_);
      case 1:
        return Value(row);
      case 2:
        return Value(column);
      case 3:
        return Value(column - 1);
      case 4:
        return Value(index + 1);
      case 5:
        return Value(index);
      case 6:
        return Value(length_ - index);
      case 7:
        return Value(length_ - index - 1);
      case 8:
        return Value(index == 0);
      case 9:
        return Value(IsLast());
      case 10:
        return Value(column == 1);
      case 11:
        return Value(IsLastColumn());
      default:
        return Value();
    }
  }
  std::span<const std::string_view> Keys() const override {
    return kFields.names();
  }

  bool IsLast() const { return index + 1 == length_; }
  bool IsLastColumn() const { return column == columns_; }
  void Next() {
    ++index;
    if (IsLastColumn()) {
      column = 1;
      ++row;
    } else {
      ++column;
    }
  }

  size_t index = 0;
  int64_t row = 1;
  int64_t column = 1;

 private:
  static constexpr FieldTable<12> kFields{std::array<std::string_view, 12>{
      "length", "row", "col", "col0", "index", "index0", "rindex", "rindex0",
      "first", "last", "col_first", "col_last"}};

  size_t length_;
  int64_t columns_;
};

struct TableMarkup {
  Key variable;
  Expression collection;
  Expression limit;
  Expression offset;
  Expression columns;
  bool has_limit = false;
};

class TableNode final : public Node {
 public:
  TableNode(const TableMarkup& markup, Body body)
      : markup_(markup), body_(body) {}

  void Render(Renderer& renderer, std::string* out) const override {
    const Value collection = renderer.Evaluate(markup_.collection);
    if (!collection.IsTruthy()) return;
    const int64_t from = ToInteger(renderer.Evaluate(markup_.offset), renderer);
    std::optional<int64_t> to;
    if (markup_.has_limit) {
      to = from + ToInteger(renderer.Evaluate(markup_.limit), renderer);
    }
    const int64_t columns =
        ToInteger(renderer.Evaluate(markup_.columns), renderer);
    if (renderer.failed() || !renderer.Enter()) return;
    RenderRows(SliceItems(collection, from, to), columns, renderer, out);
    renderer.Leave();
  }

 private:
  void RenderRows(const Items& items, int64_t columns, Renderer& renderer,
                  std::string* out) const {
    TableLoop* loop = renderer.arena().New<TableLoop>(items.count, columns);
    renderer.SetLocal("tablerowloop", Value(static_cast<const Drop*>(loop)));
    const size_t place = renderer.SetLocal(markup_.variable, Value());
    out->append("<tr class=\"row1\">\n");
    for (size_t i = 0; i < items.count && renderer.CountItem(); ++i) {
      renderer.SetAt(place, items.At(i, renderer));
      out->append("<td class=\"col");
      AppendInteger(loop->column, out);
      out->append("\">");
      renderer.Render(body_, out);
      if (renderer.failed()) return;
      out->append("</td>");
      if (loop->IsLastColumn() && !loop->IsLast()) {
        out->append("</tr>\n<tr class=\"row");
        AppendInteger(loop->row + 1, out);
        out->append("\">");
      }
      loop->Next();
    }
    out->append("</tr>\n");
  }

  TableMarkup markup_;
  Body body_;
};

}  // namespace

const Node* ParseTablerow(Parser& parser, const TagMarkup& tag) {
  std::optional<InMarkup> in;
  for (size_t at = 0; at < tag.markup.size() && !in; ++at) {
    in = MatchIn(tag.markup, at, [](char c) { return IsWordChar(c); });
  }
  if (!in) {
    parser.Error(tag.at, "'tablerow' is written {% tablerow item in list %}");
    return nullptr;
  }
  TableMarkup markup;
  markup.variable = Key(in->variable);
  markup.collection = parser.ParseValue(in->collection.In(tag.markup), tag.at);
  for (const Attribute& attribute : FindAttributes(tag.markup)) {
    const Expression value = parser.ParseValue(attribute.value, tag.at);
    if (attribute.name == "cols") markup.columns = value;
    if (attribute.name == "offset") markup.offset = value;
    if (attribute.name == "limit") {
      markup.limit = value;
      markup.has_limit = true;
    }
  }
  bool blank = true;
  const Body body = parser.ParseWholeBody(tag, &blank);
  TableNode* node = parser.New<TableNode>(tag, markup, body);
  node->blank = blank;
  return node;
}

}  // namespace offprint::liquid
