#include "check/xml_links.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "base/text.h"
#include "check/html_links.h"

namespace offprint {
namespace {

// Without the prefix of its namespace.
std::string_view NameOf(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

class XmlReader {
 public:
  explicit XmlReader(FileLinks* file) : file_(*file) {}

  void Take(const pugi::xml_node& root) {
    const std::string_view name = NameOf(root);
    if (name == "feed") {
      EachBelow(root, [&](const auto& node) { TakeAtom(node); });
    } else if (name == "urlset" || name == "sitemapindex") {
      EachBelow(root, [&](const auto& node) {
        if (NameOf(node) == "loc") AddText(node, LinkScope::kThisSite);
      });
    } else if (name == "OpenSearchDescription") {
      EachBelow(root, [&](const auto& node) { TakeOpenSearch(node); });
    }
  }

 private:
  template <typename Each>
  static void EachBelow(const pugi::xml_node& root, Each each) {
    struct Walker final : pugi::xml_tree_walker {
      explicit Walker(Each each) : each_(each) {}
      bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_element) each_(node);
        return true;
      }
      Each each_;
    };
    Walker walker(each);
    pugi::xml_node(root).traverse(walker);
  }

  void TakeAtom(const pugi::xml_node& node) {
    const std::string_view name = NameOf(node);
    if (name == "link") {
      AddAttribute(node, "href");
    } else if (name == "icon" || name == "logo" || name == "uri") {
      AddText(node, LinkScope::kAnywhere);
    } else if (node.attribute("src")) {
      AddAttribute(node, "src");
    } else if (std::string_view(node.attribute("type").value()) == "html") {
      AddHtml(node);
    }
  }

  void TakeOpenSearch(const pugi::xml_node& node) {
    const std::string_view name = NameOf(node);
    if (name == "Image" || name == "SearchForm") {
      AddText(node, LinkScope::kAnywhere);
    } else if (name == "Url") {
      // What comes behind the first parameter is up to who searches.
      const std::string address = node.attribute("template").value();
      Add(address.substr(0, address.find('{')), node, LinkScope::kAnywhere);
    }
  }

  // Of an entry's HTML, which has no place in the file but that of its element.
  void AddHtml(const pugi::xml_node& node) {
    FileLinks html;
    const std::string text = node.text().get();
    ReadHtmlLinks(text, &html);
    for (const Link& link : html.links) {
      const bool is_absolute = link.reference.starts_with('/') ||
                               link.reference.find("://") != std::string::npos;
      if (is_absolute) Add(link.reference, node, LinkScope::kAnywhere);
    }
  }

  void AddAttribute(const pugi::xml_node& node, const char* name) {
    if (node.attribute(name)) {
      Add(node.attribute(name).value(), node, LinkScope::kAnywhere);
    }
  }

  void AddText(const pugi::xml_node& node, LinkScope scope) {
    const pugi::xml_node text = node.first_child();
    Add(std::string(Trim(node.text().get())), text ? text : node, scope);
  }

  void Add(std::string address, const pugi::xml_node& node, LinkScope scope) {
    const ptrdiff_t offset = node.offset_debug();
    file_.links.push_back({std::move(address),
                           offset < 0 ? 0 : static_cast<size_t>(offset),
                           scope});
  }

  FileLinks& file_;
};

}  // namespace

void ReadXmlLinks(std::string_view xml, FileLinks* file) {
  pugi::xml_document document;
  // As UTF-8, so that no bytes move and offsets are those of the file.
  const pugi::xml_parse_result result = document.load_buffer(
      xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    // pugixml may point behind the end.
    file->defects.push_back(
        {std::min(static_cast<size_t>(result.offset), xml.size()),
         std::string("is not well-formed XML: ") + result.description()});
    return;
  }
  XmlReader(file).Take(document.document_element());
}

}  // namespace offprint
