#include "model/arxiv_categories.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {
namespace {

constexpr std::string_view kWithSubjects[] = {
    "astro-ph", "cond-mat", "cs",    "econ",  "eess", "math",
    "nlin",     "physics",  "q-bio", "q-fin", "stat",
};
constexpr std::string_view kAlone[] = {
    "astro-ph", "cond-mat", "gr-qc",   "hep-ex",  "hep-lat",  "hep-ph",
    "hep-th",   "math-ph",  "nucl-ex", "nucl-th", "quant-ph",
};

}  // namespace

bool IsArxivCategory(std::string_view text) {
  const size_t dot = text.find('.');
  if (dot == std::string_view::npos) {
    return std::ranges::find(kAlone, text) != std::end(kAlone);
  }
  const std::string_view subject = text.substr(dot + 1);
  return std::ranges::find(kWithSubjects, text.substr(0, dot)) !=
             std::end(kWithSubjects) &&
         subject.size() >= 2 && std::ranges::all_of(subject, [](char c) {
           return IsAsciiAlpha(c) || c == '-';
         });
}

}  // namespace offprint
