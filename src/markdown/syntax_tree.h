// cmark's syntax tree of a text.
#ifndef OFFPRINT_MARKDOWN_SYNTAX_TREE_H_
#define OFFPRINT_MARKDOWN_SYNTAX_TREE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

extern "C" {
typedef struct cmark_node cmark_node;  // NOLINT(modernize-use-using)
typedef struct cmark_iter cmark_iter;  // NOLINT(modernize-use-using)
}

namespace offprint {

// Whether GitHub's tables are read, or left as text.
enum class Tables { kRead, kLeave };

struct FreeTree {
  void operator()(cmark_node* root) const;
};

// A tree, by its root.
using SyntaxTree = std::unique_ptr<cmark_node, FreeTree>;

// The tree of the text, by cmark's options. Safe from any thread.
SyntaxTree ParseMarkdown(std::string_view text, int options, Tables tables);

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

// The text of a node that is text, code or HTML; empty for any other. Valid as
// long as the node and its text are.
std::string_view LiteralOf(cmark_node* node);

// The texts of the node and of those below it.
std::string TextBelow(cmark_node* node);

// Whether there is a node, of that cmark_node_type.
bool HasType(cmark_node* node, int type);

// Whether the block stands within no other.
bool IsTop(cmark_node* block);

// The child of a node that has one alone, or null.
cmark_node* OnlyChild(cmark_node* node);

// How the column (from 0) of a cell of a table is aligned: 'l', 'c', 'r', or
// '\0' where the table does not say.
char AlignmentOf(cmark_node* cell, size_t column);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_SYNTAX_TREE_H_
