#include "markdown/delimiter_run.h"

namespace offprint {

size_t CodeSpanEnd(std::string_view text, size_t at) {
  const size_t ticks = RunLength(text, at);
  const size_t behind = at + ticks;
  for (size_t next = text.find('`', behind); next != std::string_view::npos;
       next = text.find('`', next)) {
    const size_t run = RunLength(text, next);
    next += run;
    if (run == ticks) return next;
  }
  return behind;
}

}  // namespace offprint
