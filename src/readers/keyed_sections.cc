#include "readers/keyed_sections.h"

#include <utility>

#include "base/text.h"

namespace offprint {

void KeyedSections::Open(size_t key, std::string_view rest) {
  parts_.push_back({key, rest});
  next_ = key + 1;
  open_ = true;
}

void KeyedSections::Extend(std::string_view line) {
  if (!open_) return;
  std::string_view& text = parts_.back().text;
  const char* const end = line.data() + line.size();
  text = {text.data(), static_cast<size_t>(end - text.data())};
}

std::vector<KeyedSections::Part> KeyedSections::Finish() {
  for (Part& part : parts_) part.text = Trim(part.text);
  next_ = 0;
  open_ = false;
  return std::exchange(parts_, {});
}

}  // namespace offprint
