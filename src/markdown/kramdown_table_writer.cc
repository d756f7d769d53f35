#include "markdown/kramdown_table_writer.h"

#include <cmark-gfm.h>

#include <string_view>

#include "markdown/kramdown_attribute_lists.h"
#include "markdown/kramdown_attributes.h"

namespace offprint {
namespace {

// "table", "table_header", "table_row" or "table_cell"; nodes of extensions
// have types that are known while the program runs alone.
std::string_view TypeName(cmark_node* node) {
  return cmark_node_get_type_string(node);
}

bool IsHeader(cmark_node* row) { return TypeName(row) == "table_header"; }

// As CSS names it; null where the table does not say.
const char* AlignmentName(char alignment) {
  switch (alignment) {
    case 'l':
      return "left";
    case 'r':
      return "right";
    case 'c':
      return "center";
    default:
      return nullptr;
  }
}

}  // namespace

bool KramdownTableWriter::Writes(cmark_node* node) {
  return TypeName(node).starts_with("table");
}

void KramdownTableWriter::Enter(cmark_node* node) {
  const std::string_view type = TypeName(node);
  if (type == "table") {
    OpenTable(node);
  } else if (type == "table_cell") {
    OpenCell(node);
  } else {
    OpenRow(node);
  }
}

void KramdownTableWriter::OpenTable(cmark_node* table) {
  layout_.PartFromPrevious(table);
  layout_.Indent();
  layout_.Nest();
  html_ += "<table";
  AppendAttributes(BlockAttributes(table, source_), &html_);
  html_ += ">\n";
}

void KramdownTableWriter::OpenRow(cmark_node* row) {
  column_ = 0;
  if (IsHeader(row)) {
    layout_.OpenLine("<thead>");
  } else if (IsHeader(cmark_node_previous(row))) {
    layout_.OpenLine("<tbody>");
  }
  layout_.OpenLine("<tr>");
}

void KramdownTableWriter::OpenCell(cmark_node* cell) {
  inlines_.Begin(cell);
  layout_.Indent();
  html_ += IsHeader(cmark_node_parent(cell)) ? "<th" : "<td";
  if (const char* name = AlignmentName(AlignmentOf(cell, column_))) {
    AppendAttribute("style", std::string("text-align: ") + name, &html_);
  }
  ++column_;
  html_ += '>';
  if (cmark_node_first_child(cell) == nullptr) html_ += "\u00a0";
}

void KramdownTableWriter::Leave(cmark_node* node) {
  const std::string_view type = TypeName(node);
  if (type == "table") {
    layout_.CloseLine("</table>");
  } else if (type == "table_cell") {
    html_ += IsHeader(cmark_node_parent(node)) ? "</th>\n" : "</td>\n";
  } else {
    CloseRow(node);
  }
}

void KramdownTableWriter::CloseRow(cmark_node* row) {
  layout_.CloseLine("</tr>");
  if (IsHeader(row)) {
    layout_.CloseLine("</thead>");
  } else if (cmark_node_next(row) == nullptr) {
    layout_.CloseLine("</tbody>");
  }
}

}  // namespace offprint
