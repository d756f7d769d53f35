#include "base/diagnostics.h"

#include <iterator>
#include <utility>

namespace offprint {

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
