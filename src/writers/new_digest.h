// A digest that is to be written.
#ifndef OFFPRINT_WRITERS_NEW_DIGEST_H_
#define OFFPRINT_WRITERS_NEW_DIGEST_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/digest.h"
#include "model/paper_id.h"

namespace offprint {

// What the digest is to say of one paper. All texts are any bytes; an empty one
// says nothing.
struct NewPaper {
  PaperId id;       // of kArxiv or kDoi
  int version = 0;  // 0 where it is not known
  std::string title;
  std::string original_title;  // of a translated one
  std::vector<std::string> authors;
  std::string topic;
  std::string source;  // "biorxiv"; of a kArxiv it is "arxiv" anyway
  std::optional<Date> published;
  std::optional<double> score;  // 0 to 10
  // Abstract, reason and so on, in Markdown.
  std::map<SectionKey, std::string> sections;

  bool operator==(const NewPaper&) const = default;
};

// How the digest was made.
struct DigestHead {
  std::string time;            // by Beijing's clock, "2026-01-23 12:40:37"
  std::optional<size_t> read;  // papers
  std::string model;           // empty where none was asked
  std::optional<int64_t> tokens;

  bool operator==(const DigestHead&) const = default;
};

struct NewDigest {
  Date day;
  DigestHead head;
  std::vector<NewPaper> papers;
};

}  // namespace offprint

#endif  // OFFPRINT_WRITERS_NEW_DIGEST_H_
