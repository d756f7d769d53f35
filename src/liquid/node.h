// The tree that a template is parsed into. All of it lives in the template's
// arena and never changes afterwards.
#ifndef OFFPRINT_LIQUID_NODE_H_
#define OFFPRINT_LIQUID_NODE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "liquid/arena.h"
#include "liquid/engine.h"
#include "liquid/expression.h"

namespace offprint::liquid {

class Renderer;
struct Filter;

// A piece of a template that renders to text.
class Node {
 public:
  enum class Kind : uint8_t { kText, kOutput, kTag };

  virtual void Render(Renderer& renderer, std::string* out) const = 0;

  // Where it begins in the template.
  uint32_t at = 0;
  Kind kind = Kind::kTag;
  // It can make white space at most, which is dropped.
  bool blank = false;

 protected:
  Node() = default;
  explicit Node(Kind of) : kind(of) {}
  Node(const Node&) = default;
  ~Node() = default;
};

using Body = std::span<const Node* const>;

class TextNode final : public Node {
 public:
  explicit TextNode(std::string_view content)
      : Node(Kind::kText), text(content) {}
  void Render(Renderer& renderer, std::string* out) const override;

  // White space that a "-" takes off is taken off here.
  std::string_view text;
};

// "| name: argument, key: value"
struct FilterStep {
  const Filter* filter = nullptr;  // null where the name is unknown
  std::span<const Expression> arguments;
  std::span<const std::string_view> keywords;  // of the last arguments
};

// A value with its filters, as outputs and assignments have it.
struct Pipeline {
  Expression value;
  std::span<const FilterStep> steps;
};

class OutputNode final : public Node {
 public:
  explicit OutputNode(const Pipeline& what)
      : Node(Kind::kOutput), pipeline(what) {}
  void Render(Renderer& renderer, std::string* out) const override;

  Pipeline pipeline;
};

class Template {
 public:
  // The place of an offset in the text.
  SourceLocation Locate(size_t offset) const;

  Source source;
  Arena arena;
  Body body;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_NODE_H_
