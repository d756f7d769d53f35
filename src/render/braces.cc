#include "render/braces.h"

#include <utility>

namespace offprint {
namespace {

bool OpensLiquid(const std::string& text, size_t at) {
  return at + 1 < text.size() && (text[at + 1] == '{' || text[at + 1] == '%');
}

}  // namespace

void GuardBraces(std::string* html) {
  size_t at = html->find('{');
  while (at != std::string::npos && !OpensLiquid(*html, at)) {
    at = html->find('{', at + 1);
  }
  if (at == std::string::npos) return;
  std::string guarded;
  guarded.reserve(html->size() + 64);
  size_t start = 0;
  for (; at != std::string::npos; at = html->find('{', at + 1)) {
    if (!OpensLiquid(*html, at)) continue;
    guarded.append(*html, start, at - start);
    guarded += "&#123;";
    start = at + 1;
  }
  guarded.append(*html, start);
  *html = std::move(guarded);
}

}  // namespace offprint
