#include "markdown/kramdown_task_lists.h"

#include <cmark-gfm.h>

#include <string_view>

namespace offprint {
namespace {

// The text that an item of a list begins with; null where it does with none.
cmark_node* FirstText(cmark_node* item) {
  cmark_node* const paragraph = cmark_node_first_child(item);
  if (!HasType(paragraph, CMARK_NODE_PARAGRAPH)) return nullptr;
  cmark_node* const text = cmark_node_first_child(paragraph);
  return HasType(text, CMARK_NODE_TEXT) ? text : nullptr;
}

}  // namespace

bool IsTask(cmark_node* item) {
  cmark_node* const text = FirstText(item);
  if (text == nullptr) return false;
  const std::string_view literal = LiteralOf(text);
  return literal.starts_with("[ ] ") || literal.starts_with("[x] ") ||
         literal.starts_with("[X] ");
}

bool HasTasks(cmark_node* list) {
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
       item = cmark_node_next(item)) {
    if (IsTask(item)) return true;
  }
  return false;
}

std::string TakeCheckbox(cmark_node* task) {
  cmark_node* const text = FirstText(task);
  const std::string literal(LiteralOf(text));
  cmark_node_set_literal(text, literal.substr(4).c_str());
  std::string checkbox =
      "<input type=\"checkbox\" class=\"task-list-item-checkbox\" "
      "disabled=\"disabled\" ";
  if (literal[1] != ' ') checkbox += "checked=\"checked\" ";
  return checkbox += "/>";
}

}  // namespace offprint
