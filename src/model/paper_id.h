// What makes two entries one paper.
#ifndef OFFPRINT_MODEL_PAPER_ID_H_
#define OFFPRINT_MODEL_PAPER_ID_H_

#include <compare>
#include <string>
#include <string_view>

namespace offprint {

// The identity of a paper, in order of preference:
//   kArxiv  an arXiv id without its version: "2601.02360", "q-bio/0601001"
//           (https://info.arxiv.org/help/arxiv_identifier.html);
//   kDoi    a DOI in lower case: "10.1101/2024.09.01.610000";
//   kHash   sixteen hexadecimal digits made from a link or a title.
struct PaperId {
  enum class Kind { kNone, kArxiv, kDoi, kHash };

  Kind kind = Kind::kNone;
  std::string value;

  bool empty() const { return kind == Kind::kNone; }
  auto operator<=>(const PaperId&) const = default;
};

// An identity and the version that stood beside it.
struct VersionedId {
  PaperId id;
  int version = 0;  // 0 where none was given
};

// What an address identifies: http or https, abs, pdf or html of arXiv,
// doi.org, bioRxiv and medRxiv content pages; without a scheme too. kNone for
// any other.
VersionedId IdFromUrl(std::string_view url);

// A bare "2601.02360v2", "arXiv:2601.02360" or "10.1101/…"; kNone for others.
VersionedId IdFromText(std::string_view text);

// The identity of last resort, from a link or, where that is empty, a title.
PaperId HashId(std::string_view link_or_title);

// Canonical addresses of the paper; empty for a kHash.
//   arXiv: https://arxiv.org/abs/…; DOI: https://doi.org/…
std::string AbstractUrl(const PaperId& id);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_PAPER_ID_H_
