// The tags that set variables.
#include <optional>
#include <string>

#include "liquid/markup.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

class AssignNode final : public Node {
 public:
  AssignNode(const Key& name, const Pipeline& value)
      : name_(name), value_(value) {
    blank = true;
  }

  void Render(Renderer& renderer, std::string*) const override {
    renderer.Assign(name_, renderer.Evaluate(value_));
  }

 private:
  Key name_;
  Pipeline value_;
};

class CaptureNode final : public Node {
 public:
  CaptureNode(const Key& name, Body body) : name_(name), body_(body) {
    blank = true;
  }

  // The body is written behind what is there already, and taken away again.
  void Render(Renderer& renderer, std::string* out) const override {
    const size_t begin = out->size();
    renderer.Render(body_, out);
    const std::string_view text = std::string_view(*out).substr(begin);
    renderer.Assign(name_, Value(renderer.Keep(text)));
    out->resize(begin);
  }

 private:
  Key name_;
  Body body_;
};

class CounterNode final : public Node {
 public:
  CounterNode(const Key& name, bool up) : name_(name), up_(up) {}

  void Render(Renderer& renderer, std::string* out) const override {
    Value counter = renderer.Counter(name_);
    if (!counter.IsTruthy()) counter = Value(0);
    if (!counter.IsNumber()) {
      renderer.Fail("'" + std::string(name_.text) + "' is no number");
      return;
    }
    const int step = up_ ? 1 : -1;
    const Value next = counter.IsInt()
                           ? Value(counter.integer() + int64_t{step})
                           : Value(counter.number() + step);
    renderer.SetCounter(name_, next);
    AppendText(up_ ? counter : next, renderer, out);
  }

 private:
  Key name_;
  bool up_;
};

std::string_view Stripped(std::string_view text) {
  size_t end = text.size();
  while (end > 0 && SkipSpace(text, end - 1) == end) --end;
  const size_t begin = SkipSpace(text, 0);
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

// (signature+)\s*=\s*(.*)
const Node* ParseAssign(Parser& parser, const TagMarkup& tag) {
  size_t from = 0;
  while (const auto name = FindSignature(tag.markup, from)) {
    const size_t equals = SkipSpace(tag.markup, name->end);
    if (equals < tag.markup.size() && tag.markup[equals] == '=') {
      const std::string_view value =
          tag.markup.substr(SkipSpace(tag.markup, equals + 1));
      return parser.New<AssignNode>(tag, Key(name->In(tag.markup)),
                                    parser.ParsePipeline(value, tag.at));
    }
    from = name->end;
  }
  parser.Error(tag.at, "'assign' is written {% assign name = value %}");
  return nullptr;
}

const Node* ParseCapture(Parser& parser, const TagMarkup& tag) {
  const auto name = FindSignature(tag.markup, 0);
  if (!name) {
    parser.Error(tag.at, "'capture' is written {% capture name %}");
    return nullptr;
  }
  bool blank = true;
  const Body body = parser.ParseWholeBody(tag, &blank);
  return parser.New<CaptureNode>(tag, Key(name->In(tag.markup)), body);
}

const Node* ParseIncrement(Parser& parser, const TagMarkup& tag) {
  return parser.New<CounterNode>(tag, Key(Stripped(tag.markup)), true);
}

const Node* ParseDecrement(Parser& parser, const TagMarkup& tag) {
  return parser.New<CounterNode>(tag, Key(Stripped(tag.markup)), false);
}

}  // namespace offprint::liquid
