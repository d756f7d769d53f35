#include "feeds/opensearch.h"

#include <pugixml.hpp>

#include "feeds/xml_text.h"
#include "pages/excerpt.h"
#include "pages/site_url.h"

namespace offprint {
namespace {

// What the specification allows, "…" taken off.
constexpr size_t kLongestName = 15;
constexpr size_t kLongestDescription = 1023;

void AddText(const char* name, const std::string& text, pugi::xml_node root) {
  root.append_child(name).text().set(XmlText(text).c_str());
}

}  // namespace

std::string OpenSearchXml(const Site& site) {
  const SiteConfig& config = *site.config;
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "utf-8";
  pugi::xml_node root = document.append_child("OpenSearchDescription");
  root.append_attribute("xmlns") = "http://a9.com/-/spec/opensearch/1.1/";
  AddText("ShortName", CutText(config.title, kLongestName), root);
  AddText(
      "Description",
      CutText(config.description.empty() ? config.title : config.description,
              kLongestDescription),
      root);
  AddText("InputEncoding", "UTF-8", root);
  AddText("Language", config.lang, root);
  pugi::xml_node url = root.append_child("Url");
  url.append_attribute("type") = "text/html";
  const std::string address = PublicUrl(site, site.search_page);
  url.append_attribute("template") = (address + "?q={searchTerms}").c_str();
  return XmlBytes(document);
}

}  // namespace offprint
