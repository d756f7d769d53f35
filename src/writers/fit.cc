#include "writers/fit.h"

#include <algorithm>

#include "base/text.h"
#include "readers/authors.h"

namespace offprint {
namespace {

constexpr std::string_view kNameMarks = "*|<>[]#";
constexpr std::string_view kTopicMarks = "`[]<>|";

// Without the controls of ASCII and of C1, but for white space.
std::string WithoutControls(std::string_view text) {
  const std::string repaired = RepairUtf8(text);
  std::string out;
  out.reserve(repaired.size());
  for (size_t at = 0; at < repaired.size();) {
    const size_t start = at;
    const char32_t c = NextCodePoint(repaired, &at);
    const bool is_space =
        (c < 0x80 && IsSpace(static_cast<char>(c))) || c == 0x85;
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (is_space || !is_control) out.append(repaired, start, at - start);
  }
  return out;
}

bool IsBalanced(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return false;
  }
  return depth == 0;
}

// What readers make of the name when they read it again and again.
std::string Cleaned(std::string name) {
  for (;;) {
    std::string next = CollapseSpace(CleanAuthor(name));
    if (next == name) return name;
    name = std::move(next);
  }
}

}  // namespace

std::string FitLine(std::string_view text) {
  return CollapseSpace(WithoutControls(text));
}

std::string FitText(std::string_view text) {
  const std::string plain = WithoutControls(text);
  std::string out;
  for (size_t at = 0; at < plain.size(); ++at) {
    const char c = plain[at];
    if (c == '\r') {
      if (at + 1 == plain.size() || plain[at + 1] != '\n') out += '\n';
    } else {
      out += c == '\v' || c == '\f' ? ' ' : c;
    }
  }
  return std::string(Trim(out));
}

std::string FitName(std::string_view name) {
  return Cleaned(FitLine(Without(kNameMarks, FitLine(name))));
}

std::string FitListedName(std::string_view name) {
  std::string fit = FitName(name);
  std::ranges::replace(fit, ',', ' ');
  if (!IsBalanced(fit)) fit = Without("()", fit);
  return Cleaned(CollapseSpace(fit));
}

std::string FitTopic(std::string_view topic) {
  std::string fit = FitLine(Without(kTopicMarks, FitLine(topic)));
  const size_t start = std::min(fit.find_first_not_of("# "), fit.size());
  return fit.substr(start);
}

std::string Without(std::string_view marks, std::string_view text) {
  std::string out(text);
  std::erase_if(out, [&](char c) { return marks.find(c) != marks.npos; });
  return out;
}

std::string Replaced(std::string_view text, std::string_view from,
                     std::string_view to) {
  std::string out;
  size_t start = 0;
  for (size_t at = text.find(from); at != text.npos;
       at = text.find(from, start)) {
    out.append(text.substr(start, at - start)).append(to);
    start = at + from.size();
  }
  return out.append(text.substr(start));
}

std::string GuardLines(
    std::string_view text, std::string_view mark,
    const std::function<bool(std::string_view)>& is_structure) {
  std::string out;
  bool first = true;
  for (const std::string_view line : Split(text, '\n')) {
    if (!first) out += '\n';
    if (!first && is_structure(line)) {
      const size_t blanks = line.size() - TrimLeft(line).size();
      out.append(line.substr(0, blanks)).append(mark);
      out.append(line.substr(blanks));
    } else {
      out += line;
    }
    first = false;
  }
  return out;
}

std::string_view SectionOf(const NewPaper& paper, SectionKey key) {
  const auto found = paper.sections.find(key);
  return found == paper.sections.end() ? std::string_view() : found->second;
}

std::string PaperAbstractUrl(const NewPaper& paper) {
  std::string url = AbstractUrl(paper.id);
  if (paper.version > 0) url += "v" + std::to_string(paper.version);
  return url;
}

std::string PaperPdfUrl(const NewPaper& paper) {
  const std::string url = PaperAbstractUrl(paper);
  return paper.id.kind == PaperId::Kind::kArxiv
             ? Replaced(url, "/abs/", "/pdf/")
             : url;
}

}  // namespace offprint
