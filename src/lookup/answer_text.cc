#include "lookup/answer_text.h"

#include <pugixml.hpp>

namespace offprint::lookup {
namespace {

class TextCollector final : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    const pugi::xml_node_type type = node.type();
    if (type == pugi::node_pcdata || type == pugi::node_cdata) {
      text_ += node.value();
    } else if (type == pugi::node_element && IsBlock(node.name())) {
      text_ += ' ';
    }
    return true;
  }
  const std::string& text() const { return text_; }

 private:
  static bool IsBlock(std::string_view name) {
    const size_t colon = name.find(':');
    if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
    return name == "p" || name == "title" || name == "sec" || name == "br" ||
           name == "div" || name == "list-item" || name == "li";
  }

  std::string text_;
};

}  // namespace

std::string TextOfMarkup(const std::string& markup) {
  if (markup.find_first_of("<&") == std::string::npos) return markup;
  // Recursion would follow tags in each other; pugixml's walker has none.
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(markup.data(), markup.size(),
                           pugi::parse_fragment | pugi::parse_escapes |
                               pugi::parse_cdata | pugi::parse_ws_pcdata,
                           pugi::encoding_utf8);
  if (!parsed) return markup;
  TextCollector collector;
  document.traverse(collector);
  return collector.text();
}

}  // namespace offprint::lookup
