#include "feeds/sitemap.h"

#include <cstdint>
#include <pugixml.hpp>
#include <utility>

#include "base/hash.h"
#include "feeds/xml_text.h"

namespace offprint {
namespace {

constexpr const char* kNamespace =
    "http://www.sitemaps.org/schemas/sitemap/0.9";

// More than the elements around an address take, declaration and all.
constexpr size_t kAroundAddress = 100;
constexpr size_t kAroundPart = 300;

pugi::xml_node AddRoot(const char* name, pugi::xml_document* document) {
  pugi::xml_node declaration = document->append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "utf-8";
  pugi::xml_node root = document->append_child(name);
  root.append_attribute("xmlns") = kNamespace;
  return root;
}

std::string PartName(size_t number) {
  return "sitemap-" + std::to_string(number) + ".xml";
}

// "&" is the one character of an address that XML writes longer: "&amp;".
size_t BytesOf(const SitemapAddress& address) {
  size_t bytes = address.url.size() + kAroundAddress;
  for (const char c : address.url) bytes += c == '&' ? 4 : 0;
  return bytes;
}

std::string PartXml(const std::vector<SitemapAddress>& addresses) {
  pugi::xml_document document;
  pugi::xml_node root = AddRoot("urlset", &document);
  for (const SitemapAddress& address : addresses) {
    pugi::xml_node url = root.append_child("url");
    url.append_child("loc").text().set(XmlText(address.url).c_str());
    if (!address.changed) continue;
    url.append_child("lastmod").text().set(
        FormatDate(*address.changed).c_str());
  }
  return XmlBytes(document);
}

std::string IndexXml(const std::string& root_url, size_t parts) {
  pugi::xml_document document;
  pugi::xml_node root = AddRoot("sitemapindex", &document);
  for (size_t part = 1; part <= parts; ++part) {
    const std::string url = root_url + PartName(part);
    root.append_child("sitemap").append_child("loc").text().set(
        XmlText(url).c_str());
  }
  return XmlBytes(document);
}

}  // namespace

SitemapWriter::SitemapWriter(std::string root, OutputSink& sink,
                             SitemapLimits limits)
    : root_(std::move(root)), sink_(sink), limits_(limits) {}

void SitemapWriter::Add(SitemapAddress address) {
  const size_t bytes = BytesOf(address);
  if (!part_.empty() && (part_.size() == limits_.addresses ||
                         part_bytes_ + bytes + kAroundPart > limits_.bytes)) {
    WritePart();
  }
  part_bytes_ += bytes;
  part_.push_back(std::move(address));
}

void SitemapWriter::WriteAddresses(const std::string& path) {
  Hasher hasher;
  for (const SitemapAddress& address : part_) {
    hasher.Add(address.url);
    hasher.Add(address.changed ? std::optional(static_cast<uint64_t>(
                                     DaysSinceEpoch(*address.changed)))
                               : std::nullopt);
  }
  if (!sink_.Keep(path, hasher.Take())) sink_.Write(path, PartXml(part_));
}

void SitemapWriter::WritePart() {
  WriteAddresses(PartName(++parts_));
  part_.clear();
  part_bytes_ = 0;
}

void SitemapWriter::Finish() {
  if (parts_ == 0) {
    WriteAddresses("sitemap.xml");
    return;
  }
  WritePart();
  sink_.Write("sitemap.xml", IndexXml(root_, parts_));
}

}  // namespace offprint
