#include "readers/line_scanner.h"

#include "base/text.h"

namespace offprint {

bool LineScanner::Next(std::string_view* line) {
  if (at_ >= text_.size()) return false;
  *line = Peek();
  at_ += line->size() + 1;
  return true;
}

std::string_view LineScanner::Peek() const {
  if (at_ >= text_.size()) return {};
  const size_t end = text_.find('\n', at_);
  return text_.substr(at_, end == std::string_view::npos ? end : end - at_);
}

int HeadingLevel(std::string_view line) {
  const size_t level = line.find_first_not_of('#');
  if (level == 0 || level > 6 || level == std::string_view::npos) return 0;
  return IsSpace(line[level]) ? static_cast<int>(level) : 0;
}

std::string_view HeadingText(std::string_view line) {
  const auto level = static_cast<size_t>(HeadingLevel(line));
  return Trim(line.substr(level));
}

bool TakePrefix(std::string_view* text, std::string_view prefix) {
  if (!text->starts_with(prefix)) return false;
  text->remove_prefix(prefix.size());
  return true;
}

}  // namespace offprint
