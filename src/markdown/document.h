#ifndef OFFPRINT_MARKDOWN_DOCUMENT_H_
#define OFFPRINT_MARKDOWN_DOCUMENT_H_

#include <string>
#include <string_view>
#include <unordered_map>

#include "markdown/protected_text.h"
#include "markdown/syntax_tree.h"

namespace offprint {

// Untrusted Markdown as cmark's tree, and which of the raw tags in it are
// markup all the same.
class Document {
 public:
  // Keeps slices of `markdown`, which outlives it.
  explicit Document(std::string_view markdown);

  cmark_node* root() const { return tree_.get(); }
  const ProtectedText& source() const { return source_; }

  // The tag to write for a raw inline tag: "<br>", or one of a pair ("<sub>",
  // "</sub>", "<del>" for "~~"); empty for any that is to be shown as text.
  std::string_view TagOf(cmark_node* raw_tag) const;

 private:
  void PairTags();

  ProtectedText source_;
  SyntaxTree tree_;
  std::unordered_map<cmark_node*, std::string> tags_;
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_DOCUMENT_H_
