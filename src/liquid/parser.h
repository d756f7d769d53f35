// Parses the text of a template into its tree.
#ifndef OFFPRINT_LIQUID_PARSER_H_
#define OFFPRINT_LIQUID_PARSER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "liquid/condition.h"
#include "liquid/engine.h"
#include "liquid/expression.h"
#include "liquid/node.h"
#include "liquid/strict_parser.h"

namespace offprint::liquid {

// "{% name markup %}"; an empty name stands for the end of the template.
struct TagMarkup {
  std::string_view name;
  std::string_view markup;
  uint32_t at = 0;  // where it begins in the template
};

class Parser;

// How a tag is parsed; null after an error.
using TagParser = const Node* (*)(Parser&, const TagMarkup&);

// Liquid's mode "warn": what the strict parser refuses is a warning, and the
// lax one takes it. The first error ends the parse.
class Parser {
 public:
  Parser(Template* parsed, const Options& options, Diagnostics& diagnostics)
      : parsed_(*parsed),
        options_(options),
        text_(parsed->source.text),
        diagnostics_(diagnostics) {}

  // Parses the whole template; false after an error.
  bool Run();

  // What the parsers of tags use.

  Arena& arena() { return parsed_.arena; }
  bool failed() const { return failed_; }
  void Error(uint32_t at, std::string message);
  void Warn(uint32_t at, std::string message);

  // The pieces up to the next tag that has no meaning of its own, such as an
  // end or an else, which becomes *stop. *blank becomes false where the
  // pieces can make more than white space.
  Body ParseBody(const TagMarkup& block, bool* blank, TagMarkup* stop);
  // The same up to the end of the block; any other stop is an error.
  Body ParseWholeBody(const TagMarkup& block, bool* blank);
  // Whether it ends the block.
  static bool Ends(const TagMarkup& stop, const TagMarkup& block);
  // Reports a tag that does not belong into the block.
  void UnexpectedTag(const TagMarkup& stop, const TagMarkup& block);
  // The pieces of a slice of the template, as of a template of its own.
  Body ParseSlice(std::string_view slice);
  // The text up to the end of a block whose inside is no template.
  std::string_view ParseRawText(const TagMarkup& block);

  Expression ParseValue(std::string_view markup, uint32_t at);
  Pipeline ParsePipeline(std::string_view markup, uint32_t at);
  const Condition* ParseCondition(const TagMarkup& tag);

  // A node in the tree.
  template <typename T, typename... Args>
  T* New(const TagMarkup& tag, Args&&... args) {
    T* node = arena().New<T>(std::forward<Args>(args)...);
    node->at = tag.at;
    return node;
  }

 private:
  std::string_view NextToken();
  void AddText(std::string_view token, bool* blank,
               std::vector<const Node*>* nodes);
  void AddOutput(std::string_view token, std::vector<const Node*>* nodes);
  // The parser of the tag, Liquid's own or a plugin's; null for another.
  TagParser ParserOf(std::string_view name) const;
  // Whether the token is a tag that nodes were made of; else it is in *stop.
  bool AddTag(std::string_view token, bool* blank,
              std::vector<const Node*>* nodes, TagMarkup* stop);
  void HandleSpace(std::string_view token,
                   const std::vector<const Node*>& nodes);
  uint32_t OffsetOf(std::string_view token) const;

  Template& parsed_;
  const Options& options_;
  std::string_view text_;  // of the template, up to where it is parsed
  Diagnostics& diagnostics_;
  size_t at_ = 0;
  int depth_ = 0;
  bool trim_next_text_ = false;
  bool failed_ = false;
};

// The parser of the tag of that name, or null.
TagParser FindTag(std::string_view name);
std::vector<std::string_view> TagNames();

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_PARSER_H_
