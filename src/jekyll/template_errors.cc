#include "jekyll/template_errors.h"

#include <algorithm>
#include <utility>

namespace offprint::jekyll {
namespace {

std::string PlaceOf(const SourceLocation& where) {
  return where.file + ":" + std::to_string(where.line) + ":" +
         std::to_string(where.column);
}

}  // namespace

void TemplateErrors::Add(size_t page, const Diagnostics& diagnostics) {
  if (diagnostics.list().empty()) return;
  const std::lock_guard lock(mutex_);
  Mistake* mistake = nullptr;
  bool is_first = false;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.severity == Severity::kNote && mistake != nullptr) {
      if (is_first) mistake->includes.push_back(diagnostic.where);
      continue;
    }
    mistake = &mistakes_[FormatDiagnostic(diagnostic)];
    is_first = mistake->pages == 0 || page < mistake->first;
    if (mistake->pages == 0 || mistake->last != page) ++mistake->pages;
    mistake->last = page;
    if (!is_first) continue;
    mistake->told = diagnostic;
    mistake->includes.clear();
    mistake->first = page;
  }
}

std::string TemplateErrors::Describe(const Mistake& mistake,
                                     const PageName& name_of) {
  std::string text = mistake.told.message + " (";
  for (size_t i = 0; i < mistake.includes.size();) {
    const std::string place = PlaceOf(mistake.includes[i]);
    size_t times = 0;
    while (i < mistake.includes.size() &&
           PlaceOf(mistake.includes[i]) == place) {
      ++i;
      ++times;
    }
    text += "included at " + place;
    text += times > 1 ? " " + std::to_string(times) + " times, " : ", ";
  }
  text += "on the page " + name_of(mistake.first);
  if (mistake.pages > 1) {
    text += " and " + std::to_string(mistake.pages - 1) + " more";
  }
  return text + ")";
}

void TemplateErrors::Report(const PageName& name_of, Diagnostics& diagnostics) {
  std::vector<const Mistake*> order;
  for (const auto& [text, mistake] : mistakes_) order.push_back(&mistake);
  std::stable_sort(
      order.begin(), order.end(),
      [](const Mistake* a, const Mistake* b) { return a->first < b->first; });
  for (const Mistake* mistake : order) {
    diagnostics.Report(mistake->told.severity, mistake->told.where,
                       Describe(*mistake, name_of));
  }
  mistakes_.clear();
}

}  // namespace offprint::jekyll
