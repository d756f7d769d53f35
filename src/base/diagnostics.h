// What went wrong in the user's files, and where.
//
// Content problems never throw: whoever finds one reports it here, skips the
// item and goes on. Problems of the environment (an unreadable folder, a full
// disk) are EnvironmentError and are caught in main alone.
#ifndef OFFPRINT_BASE_DIAGNOSTICS_H_
#define OFFPRINT_BASE_DIAGNOSTICS_H_

#include <stdexcept>
#include <string>
#include <vector>

namespace offprint {

enum class Severity { kNote, kWarning, kError };

// "note", "warning" or "error".
const char* SeverityName(Severity severity);

// A place in a file. The line and the column count from 1, the column in
// bytes; 0 stands for "the whole file" or "the whole line".
struct SourceLocation {
  std::string file;
  int line = 0;
  int column = 0;
  // The line itself, where whoever reports has it at hand.
  std::string excerpt = {};
};

struct Diagnostic {
  Severity severity = Severity::kError;
  SourceLocation where;
  // What is wrong and what to do about it, without a full stop at the end.
  std::string message;
};

// "input.md:5:3: error: message", leaving out what the location lacks.
std::string FormatDiagnostic(const Diagnostic& diagnostic);

// The line with a caret below its column, both indented and ended by LF: as
// much of a long line as shows the place. Empty where there is no excerpt.
std::string FormatExcerpt(const SourceLocation& where);

// A list of diagnostics in the order of their reports. Not thread-safe: each
// thread fills its own, and Append joins them in an order that does not
// depend on the threads.
class Diagnostics {
 public:
  void Report(Severity severity, SourceLocation where, std::string message);
  void Error(SourceLocation where, std::string message);
  void Warning(SourceLocation where, std::string message);
  void Note(SourceLocation where, std::string message);

  // Moves all of `other`'s reports behind this list's own.
  void Append(Diagnostics&& other);

  const std::vector<Diagnostic>& list() const { return list_; }
  size_t errors() const { return errors_; }
  size_t warnings() const { return warnings_; }

 private:
  std::vector<Diagnostic> list_;
  size_t errors_ = 0;
  size_t warnings_ = 0;
};

// The machine does not do what is asked of it: a folder that cannot be read,
// a disk that is full. what() says which path and what to do.
class EnvironmentError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_DIAGNOSTICS_H_
