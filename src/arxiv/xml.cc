#include "arxiv/xml.h"

#include <pugixml.hpp>

#include "base/text.h"

namespace offprint::arxiv {

std::string LoadXml(std::string_view xml, const char* root, const char* what,
                    pugi::xml_document* document) {
  const pugi::xml_parse_result parsed = document->load_buffer(
      xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    return std::string("the answer is no XML: ") + parsed.description();
  }
  if (document->child(root).empty()) {
    return std::string("the answer is ") + what;
  }
  return {};
}

std::string TextOf(const pugi::xml_node& parent, const char* name) {
  return CollapseSpace(parent.child(name).text().get());
}

}  // namespace offprint::arxiv
