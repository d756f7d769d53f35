// What the readers of arXiv's XML share.
#ifndef OFFPRINT_ARXIV_XML_H_
#define OFFPRINT_ARXIV_XML_H_

#include <string>
#include <string_view>

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace offprint::arxiv {

// Reads the body and gives what is wrong with it, to stand behind "arXiv: ";
// empty for one whose root is `root`. Document types, and so entities of their
// own, are passed over: nothing is expanded or loaded.
std::string LoadXml(std::string_view xml, const char* root, const char* what,
                    pugi::xml_document* document);

// The text of the first child of that name, white space collapsed.
std::string TextOf(const pugi::xml_node& parent, const char* name);

}  // namespace offprint::arxiv

#endif  // OFFPRINT_ARXIV_XML_H_
