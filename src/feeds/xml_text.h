#ifndef OFFPRINT_FEEDS_XML_TEXT_H_
#define OFFPRINT_FEEDS_XML_TEXT_H_

#include <string>
#include <string_view>

namespace pugi {
class xml_document;
}

namespace offprint {

// The text without what XML 1.0 cannot hold, not even as a reference: control
// characters but tab and line feed, U+FFFE and U+FFFF.
std::string XmlText(std::string_view text);

// The document as UTF-8 with its declaration, one element a line.
std::string XmlBytes(const pugi::xml_document& document);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_XML_TEXT_H_
