// Lists of tasks, whose items begin with "[ ]" or "[x]".
#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_TASK_LISTS_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_TASK_LISTS_H_

#include <string>

#include "markdown/syntax_tree.h"

namespace offprint {

// Whether the item is a task: "[ ] text" or "[x] text".
bool IsTask(cmark_node* item);

// Whether one of the items is.
bool HasTasks(cmark_node* list);

// Takes "[ ] " off the text of a task, and gives the HTML that stands for it.
std::string TakeCheckbox(cmark_node* task);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_TASK_LISTS_H_
