#include "markdown/kramdown_source.h"

#include <algorithm>

#include "markdown/kramdown_lines.h"
#include "markdown/kramdown_spans.h"
#include "markdown/noncharacters.h"

namespace offprint {
namespace {

// What is read: no noncharacters, and lines that end with line feeds alone.
std::string Cleaned(std::string_view markdown) {
  std::string text;
  for (size_t at = 0; at < markdown.size(); ++at) {
    if (IsNoncharacter(markdown, at)) {
      at += 2;
    } else if (markdown[at] != '\r') {
      text += markdown[at];
    }
  }
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

KramdownSource::KramdownSource(std::string_view markdown) {
  ReadKramdownLines(Cleaned(markdown), this);
  text = ReadKramdownSpans(text, this);
}

const std::string* KramdownSource::MathOf(const StandIn& found) const {
  return found.kind == StandIn::Kind::kMath && found.number < math.size()
             ? &math[found.number]
             : nullptr;
}

bool KramdownSource::IsFootnote(const StandIn& found) const {
  return found.kind == StandIn::Kind::kFootnote &&
         found.number < footnotes.size();
}

std::string KramdownSource::Restored(std::string_view from_cmark) const {
  std::string out;
  while (!from_cmark.empty()) {
    const StandIn found = ReadStandIn(from_cmark);
    size_t size = found.size;
    if (const std::string* tex = MathOf(found)) {
      out += "$$" + *tex + "$$";
    } else if (IsFootnote(found)) {
      out += "[^" + footnotes[found.number].name + "]";
    } else if (found.kind == StandIn::Kind::kNone) {
      const std::string_view plain = UpToStandIn(from_cmark);
      out += plain;
      size = plain.size();
    }
    from_cmark.remove_prefix(size);
  }
  return out;
}

bool KramdownSource::HasBlankBefore(int line) const {
  for (auto at = static_cast<size_t>(std::max(line, 1)); at-- > 1;) {
    if (at > lines.size()) continue;
    if (lines[at - 1] == Line::kBlank) return true;
    if (lines[at - 1] == Line::kText &&
        !attributes.contains(static_cast<int>(at))) {
      return false;
    }
  }
  return false;
}

bool KramdownSource::IsBlank(int line) const {
  const auto at = static_cast<size_t>(line);
  return line >= 1 && at <= lines.size() && lines[at - 1] == Line::kBlank;
}

}  // namespace offprint
