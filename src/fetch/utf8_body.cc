#include "fetch/utf8_body.h"

#include <string_view>

#include "base/text.h"

namespace offprint::fetch {
namespace {

bool SaysLatin1(std::string_view text) {
  const std::string lower = AsciiLower(text);
  return lower.find("iso-8859-1") != std::string::npos ||
         lower.find("windows-1252") != std::string::npos ||
         lower.find("latin1") != std::string::npos;
}

}  // namespace

std::string Utf8Body(const Response& response) {
  if (!FindInvalidUtf8(response.body)) return response.body;
  constexpr size_t kDeclaration = 200;
  const auto type = FindHeader(response.headers, "Content-Type");
  if (!(type && SaysLatin1(*type)) &&
      !SaysLatin1(std::string_view(response.body).substr(0, kDeclaration))) {
    return RepairUtf8(response.body);
  }
  std::string text;
  for (const char c : response.body) {
    AppendUtf8(static_cast<unsigned char>(c), &text);
  }
  return text;
}

}  // namespace offprint::fetch
