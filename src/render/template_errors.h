// The mistakes that templates make over many pages, each told once.
#ifndef OFFPRINT_RENDER_TEMPLATE_ERRORS_H_
#define OFFPRINT_RENDER_TEMPLATE_ERRORS_H_

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "pages/site.h"

namespace offprint {

// Collects what the renders of pages report, from many threads at once.
// Mistakes at the same place become one, told with the includes that led there
// on the first of their pages, and the number of the other pages.
class TemplateErrors {
 public:
  // `diagnostics` are those of one page: mistakes, each with a note for every
  // include on the way there behind it.
  void Add(PageIndex page, const Diagnostics& diagnostics);

  // Moves everything into `diagnostics`, by page and place: in an order that
  // does not depend on the threads.
  void Report(const Site& site, Diagnostics& diagnostics);

 private:
  struct Mistake {
    Diagnostic told;
    std::vector<SourceLocation> includes;  // innermost first
    PageIndex first = kNoIndex;
    PageIndex last = kNoIndex;  // the page that Add counted last
    size_t pages = 0;
  };

  static std::string Describe(const Mistake& mistake, const Site& site);

  std::mutex mutex_;
  std::map<std::string, Mistake> mistakes_;  // by their formatted text
};

}  // namespace offprint

#endif  // OFFPRINT_RENDER_TEMPLATE_ERRORS_H_
