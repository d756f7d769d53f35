#include "base/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace offprint {
namespace {

constexpr std::string_view kIndent = "    ";
// Bytes of a long line that are shown before and behind the place.
constexpr size_t kBefore = 60;
constexpr size_t kBehind = 40;

bool IsInsideCodePoint(std::string_view text, size_t at) {
  return at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// As many blanks as the text is wide; tabs stay tabs.
std::string BlanksFor(std::string_view text) {
  std::string blanks;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (c == '\t') {
      blanks += '\t';
    } else {
      blanks.append(DisplayWidth(c), ' ');
    }
  }
  return blanks;
}

}  // namespace

const char* SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

std::string FormatDiagnostic(const Diagnostic& diagnostic) {
  std::string out;
  const SourceLocation& where = diagnostic.where;
  if (!where.file.empty()) {
    out += where.file;
    if (where.line > 0) out += ":" + std::to_string(where.line);
    if (where.line > 0 && where.column > 0) {
      out += ":" + std::to_string(where.column);
    }
    out += ": ";
  }
  out += SeverityName(diagnostic.severity);
  out += ": ";
  out += diagnostic.message;
  return out;
}

std::string FormatExcerpt(const SourceLocation& where) {
  if (where.excerpt.empty() || where.column < 1) return {};
  const std::string_view line = where.excerpt;
  const size_t place =
      std::min(static_cast<size_t>(where.column) - 1, line.size());
  size_t begin = place - std::min(place, kBefore);
  while (IsInsideCodePoint(line, begin)) ++begin;
  size_t end = std::min(line.size(), place + kBehind);
  while (IsInsideCodePoint(line, end)) ++end;
  const std::string head = begin > 0 ? "…" : "";
  std::string text(kIndent);
  text += head;
  text += line.substr(begin, end - begin);
  text += end < line.size() ? "…\n" : "\n";
  text += kIndent;
  text += BlanksFor(head) + BlanksFor(line.substr(begin, place - begin));
  return text + "^\n";
}

void Diagnostics::Report(Severity severity, SourceLocation where,
                         std::string message) {
  if (severity == Severity::kError) ++errors_;
  if (severity == Severity::kWarning) ++warnings_;
  list_.push_back({severity, std::move(where), std::move(message)});
}

void Diagnostics::Error(SourceLocation where, std::string message) {
  Report(Severity::kError, std::move(where), std::move(message));
}

void Diagnostics::Warning(SourceLocation where, std::string message) {
  Report(Severity::kWarning, std::move(where), std::move(message));
}

void Diagnostics::Note(SourceLocation where, std::string message) {
  Report(Severity::kNote, std::move(where), std::move(message));
}

void Diagnostics::Append(Diagnostics&& other) {
  errors_ += other.errors_;
  warnings_ += other.warnings_;
  if (list_.empty()) {
    list_ = std::move(other.list_);
  } else {
    list_.insert(list_.end(), std::make_move_iterator(other.list_.begin()),
                 std::make_move_iterator(other.list_.end()));
  }
  other = Diagnostics();
}

}  // namespace offprint
