#include "render/template_errors.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace offprint {

void TemplateErrors::Add(PageIndex page, const Diagnostics& diagnostics) {
  if (diagnostics.list().empty()) return;
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    text += FormatDiagnostic(diagnostic) + "\n";
  }
  const std::lock_guard lock(mutex_);
  Mistake& mistake = mistakes_[std::move(text)];
  if (mistake.pages == 0) mistake.list = diagnostics;
  mistake.first = std::min(mistake.first, page);
  ++mistake.pages;
}

void TemplateErrors::Report(const Site& site, Diagnostics& diagnostics) {
  std::vector<Mistake*> order;
  for (auto& [text, mistake] : mistakes_) order.push_back(&mistake);
  std::stable_sort(
      order.begin(), order.end(),
      [](const Mistake* a, const Mistake* b) { return a->first < b->first; });
  for (Mistake* mistake : order) {
    std::string note =
        "this came up on the page " + std::string(site.Address(mistake->first));
    if (mistake->pages > 1) {
      note += " and on " + std::to_string(mistake->pages - 1) + " more";
    }
    diagnostics.Append(std::move(mistake->list));
    diagnostics.Note({}, std::move(note));
  }
  mistakes_.clear();
}

}  // namespace offprint
