#include "markdown/syntax_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cstdint>

namespace offprint {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

// The table extension. cmark's registry is filled once, by the first thread
// that comes; afterwards it is read alone. (The other extensions set marks in
// cmark's own tables while they parse, which no two threads may do.)
cmark_syntax_extension* TableExtension() {
  static cmark_syntax_extension* const extension = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return extension;
}

}  // namespace

void FreeTree::operator()(cmark_node* root) const { cmark_node_free(root); }

SyntaxTree ParseMarkdown(std::string_view text, int options, Tables tables) {
  const std::unique_ptr<cmark_parser, FreeParser> parser(
      cmark_parser_new(options));
  if (tables == Tables::kRead) {
    cmark_parser_attach_syntax_extension(parser.get(), TableExtension());
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  SyntaxTree tree(cmark_parser_finish(parser.get()));
  cmark_consolidate_text_nodes(tree.get());
  return tree;
}

NodeWalk::NodeWalk(cmark_node* root) : iterator_(cmark_iter_new(root)) {}

NodeWalk::~NodeWalk() { cmark_iter_free(iterator_); }

bool NodeWalk::Next() { return cmark_iter_next(iterator_) != CMARK_EVENT_DONE; }

cmark_node* NodeWalk::node() const { return cmark_iter_get_node(iterator_); }

bool NodeWalk::enters() const {
  return cmark_iter_get_event_type(iterator_) == CMARK_EVENT_ENTER;
}

std::string_view LiteralOf(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : literal;
}

std::string TextBelow(cmark_node* node) {
  std::string text;
  for (NodeWalk walk(node); walk.Next();) {
    if (walk.enters()) text += LiteralOf(walk.node());
  }
  return text;
}

bool HasType(cmark_node* node, int type) {
  return node != nullptr && static_cast<int>(cmark_node_get_type(node)) == type;
}

bool IsTop(cmark_node* block) {
  return HasType(cmark_node_parent(block), CMARK_NODE_DOCUMENT);
}

cmark_node* OnlyChild(cmark_node* node) {
  cmark_node* const first = cmark_node_first_child(node);
  return first != nullptr && cmark_node_next(first) == nullptr ? first
                                                               : nullptr;
}

char AlignmentOf(cmark_node* cell, size_t column) {
  cmark_node* const table = cmark_node_parent(cmark_node_parent(cell));
  const size_t columns = cmark_gfm_extensions_get_table_columns(table);
  const uint8_t* sides = cmark_gfm_extensions_get_table_alignments(table);
  return column < columns ? static_cast<char>(sides[column]) : '\0';
}

}  // namespace offprint
