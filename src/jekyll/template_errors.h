// The mistakes that templates make over many pages, each told once.
#ifndef OFFPRINT_JEKYLL_TEMPLATE_ERRORS_H_
#define OFFPRINT_JEKYLL_TEMPLATE_ERRORS_H_

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace offprint::jekyll {

// Collects what the renders of pages report, from many threads at once.
// Mistakes at the same place become one, told with the includes that led there
// on the first of their pages, and the number of the other pages. A page is
// known by its number.
class TemplateErrors {
 public:
  // What a page is called in a mistake: its address, or its file.
  using PageName = std::function<std::string(size_t page)>;

  // `diagnostics` are those of one page: mistakes, each with a note for every
  // include on the way there behind it.
  void Add(size_t page, const Diagnostics& diagnostics);

  // Moves everything into `diagnostics`, by page and place: in an order that
  // does not depend on the threads.
  void Report(const PageName& name_of, Diagnostics& diagnostics);

 private:
  struct Mistake {
    Diagnostic told;
    std::vector<SourceLocation> includes;  // innermost first
    size_t first = 0;
    size_t last = 0;   // the page that Add counted last
    size_t pages = 0;  // so far; the two above hold where it is not 0
  };

  static std::string Describe(const Mistake& mistake, const PageName& name_of);

  std::mutex mutex_;
  std::map<std::string, Mistake> mistakes_;  // by their formatted text
};

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_TEMPLATE_ERRORS_H_
