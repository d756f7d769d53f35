#include "feeds/atom.h"

#include <pugixml.hpp>

#include "feeds/xml_text.h"

namespace offprint {
namespace {

// Appends <name>text</name>, and nothing for an empty text.
void AddText(pugi::xml_node parent, const char* name, const std::string& text) {
  if (text.empty()) return;
  parent.append_child(name).text().set(XmlText(text).c_str());
}

// As AddText, for elements that must be there.
void AddRequired(pugi::xml_node parent, const char* name,
                 const std::string& text) {
  parent.append_child(name).text().set(XmlText(text).c_str());
}

void AddLink(pugi::xml_node parent, const char* relation, const char* type,
             const std::string& url) {
  if (url.empty()) return;
  pugi::xml_node link = parent.append_child("link");
  link.append_attribute("rel") = relation;
  if (type != nullptr) link.append_attribute("type") = type;
  link.append_attribute("href") = XmlText(url).c_str();
}

void AddPerson(pugi::xml_node parent, const std::string& name) {
  AddRequired(parent.append_child("author"), "name", name);
}

void AddEntry(pugi::xml_node feed, const AtomEntry& entry) {
  pugi::xml_node node = feed.append_child("entry");
  AddRequired(node, "id", entry.id);
  AddRequired(node, "title", entry.title);
  AddRequired(node, "updated", entry.updated);
  AddText(node, "published", entry.published);
  AddLink(node, "alternate", "text/html", entry.url);
  AddLink(node, "related", nullptr, entry.related);
  for (const std::string& author : entry.authors) AddPerson(node, author);
  for (const std::string& category : entry.categories) {
    node.append_child("category").append_attribute("term") =
        XmlText(category).c_str();
  }
  AddText(node, "summary", entry.summary);
}

}  // namespace

std::string WriteAtom(const AtomFeed& feed) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "utf-8";
  pugi::xml_node node = document.append_child("feed");
  node.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
  if (!feed.lang.empty()) {
    node.append_attribute("xml:lang") = feed.lang.c_str();
  }
  AddRequired(node, "id", feed.id);
  AddRequired(node, "title", feed.title);
  AddText(node, "subtitle", feed.subtitle);
  AddRequired(node, "updated", feed.updated);
  AddLink(node, "self", "application/atom+xml", feed.self_url);
  AddLink(node, "alternate", "text/html", feed.site_url);
  AddPerson(node, feed.author);
  AddText(node, "generator", "offprint");
  for (const AtomEntry& entry : feed.entries) AddEntry(node, entry);
  return XmlBytes(document);
}

}  // namespace offprint
