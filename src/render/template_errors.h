// The mistakes that templates make over many pages, each told once.
#ifndef OFFPRINT_RENDER_TEMPLATE_ERRORS_H_
#define OFFPRINT_RENDER_TEMPLATE_ERRORS_H_

#include <map>
#include <mutex>
#include <string>

#include "base/diagnostics.h"
#include "pages/site.h"

namespace offprint {

// Collects what the renders of pages report, from many threads at once.
// Mistakes that are equal but for the page become one, with the first page in
// the site's order and the number of the others.
class TemplateErrors {
 public:
  void Add(PageIndex page, const Diagnostics& diagnostics);

  // Moves everything into `diagnostics`, in an order that does not depend on
  // the threads.
  void Report(const Site& site, Diagnostics& diagnostics);

 private:
  struct Mistake {
    Diagnostics list;
    PageIndex first = kNoIndex;
    size_t pages = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Mistake> mistakes_;  // by their formatted text
};

}  // namespace offprint

#endif  // OFFPRINT_RENDER_TEMPLATE_ERRORS_H_
