// Atom 1.0 (RFC 4287), written through pugixml.
#ifndef OFFPRINT_FEEDS_ATOM_H_
#define OFFPRINT_FEEDS_ATOM_H_

#include <string>
#include <vector>

namespace offprint {

// Texts are plain, times RFC 3339. What is empty is left out, but for `id`,
// `title` and `updated`, which every entry and feed must have.
struct AtomEntry {
  std::string id;  // an IRI that stays the same for good
  std::string title;
  std::string url;      // of the paper's page
  std::string related;  // of the paper itself
  std::string published;
  std::string updated;
  std::string summary;
  std::vector<std::string> authors;
  std::vector<std::string> categories;
};

struct AtomFeed {
  std::string id;
  std::string title;
  std::string subtitle;
  std::string lang;
  std::string self_url;
  std::string site_url;
  std::string updated;
  std::string author;  // never empty: entries may have none of their own
  std::vector<AtomEntry> entries;
};

// The feed as XML. Characters that XML cannot hold are dropped.
std::string WriteAtom(const AtomFeed& feed);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_ATOM_H_
