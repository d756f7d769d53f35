#include "feeds/xml_text.h"

#include <pugixml.hpp>
#include <utility>

namespace offprint {
namespace {

class StringWriter final : public pugi::xml_writer {
 public:
  void write(const void* data, size_t size) override {
    bytes.append(static_cast<const char*>(data), size);
  }
  std::string bytes;
};

bool IsNoncharacter(std::string_view text, size_t at) {
  return text.compare(at, 3, "\uFFFE") == 0 ||
         text.compare(at, 3, "\uFFFF") == 0;
}

}  // namespace

std::string XmlText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 && byte != '\t' && byte != '\n') continue;
    if (byte == 0xEF && IsNoncharacter(text, at)) {
      at += 2;
      continue;
    }
    out += text[at];
  }
  return out;
}

std::string XmlBytes(const pugi::xml_document& document) {
  StringWriter writer;
  document.save(writer, "", pugi::format_indent, pugi::encoding_utf8);
  return std::move(writer.bytes);
}

}  // namespace offprint
