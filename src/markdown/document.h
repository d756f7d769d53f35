#ifndef OFFPRINT_MARKDOWN_DOCUMENT_H_
#define OFFPRINT_MARKDOWN_DOCUMENT_H_

#include <string>
#include <string_view>
#include <unordered_map>

#include "markdown/protected_text.h"

extern "C" {
typedef struct cmark_node cmark_node;  // NOLINT(modernize-use-using)
typedef struct cmark_iter cmark_iter;  // NOLINT(modernize-use-using)
}

namespace offprint {

// Whether GitHub's tables are read, or left as text.
enum class Tables { kRead, kLeave };

// cmark's tree of the text, by cmark's options, for cmark_node_free. Safe from
// any thread.
cmark_node* ParseMarkdown(std::string_view text, int options, Tables tables);

// Untrusted Markdown as cmark's tree, and which of the raw tags in it are
// markup all the same.
class Document {
 public:
  // Keeps slices of `markdown`, which outlives it.
  explicit Document(std::string_view markdown);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  cmark_node* root() const { return root_; }
  const ProtectedText& source() const { return source_; }

  // The tag to write for a raw inline tag: "<br>", or one of a pair ("<sub>",
  // "</sub>", "<del>" for "~~"); empty for any that is to be shown as text.
  std::string_view TagOf(cmark_node* raw_tag) const;

 private:
  void Parse();
  void PairTags();

  ProtectedText source_;
  cmark_node* root_ = nullptr;
  std::unordered_map<cmark_node*, std::string> tags_;
};

// Visits a tree in the order of its text, without recursion: text may nest as
// deep as it likes. A node that can hold others is entered and left, any other
// entered alone.
class NodeWalk {
 public:
  explicit NodeWalk(cmark_node* root);
  ~NodeWalk();
  NodeWalk(const NodeWalk&) = delete;
  NodeWalk& operator=(const NodeWalk&) = delete;

  // Goes to the next visit, the first one to begin with; false at the end.
  bool Next();

  cmark_node* node() const;
  bool enters() const;

 private:
  cmark_iter* iterator_;
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_DOCUMENT_H_
