#include "build/diagnostic_bytes.h"

#include <cstdint>

namespace offprint {

void Write(const std::vector<Diagnostic>& diagnostics, ByteWriter* out) {
  out->List(diagnostics, [&](const Diagnostic& diagnostic) {
    out->Number(static_cast<uint64_t>(diagnostic.severity));
    out->Text(diagnostic.where.file);
    out->Number(static_cast<uint64_t>(diagnostic.where.line));
    out->Number(static_cast<uint64_t>(diagnostic.where.column));
    out->Text(diagnostic.where.excerpt);
    out->Text(diagnostic.message);
  });
}

std::vector<Diagnostic> ReadDiagnostics(ByteReader* in) {
  return in->List([&] {
    Diagnostic diagnostic;
    diagnostic.severity = in->Enum(Severity::kError);
    diagnostic.where.file = in->Text();
    diagnostic.where.line = static_cast<int>(in->Number());
    diagnostic.where.column = static_cast<int>(in->Number());
    diagnostic.where.excerpt = in->Text();
    diagnostic.message = in->Text();
    return diagnostic;
  });
}

}  // namespace offprint
