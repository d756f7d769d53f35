// The answers of arXiv's OAI-PMH to ListRecords in its format "arXiv"
// (https://www.openarchives.org/OAI/openarchivesprotocol.html, 3.2 and 3.6;
// http://arxiv.org/OAI/arXiv.xsd).
#ifndef OFFPRINT_ARXIV_OAI_H_
#define OFFPRINT_ARXIV_OAI_H_

#include <string>
#include <string_view>
#include <vector>

#include "arxiv/record.h"

namespace offprint::arxiv {

struct OaiAnswer {
  // The protocol's code: "noRecordsMatch", "badResumptionToken" …; "xml" for
  // what is no answer of the protocol. Empty where there is no error.
  std::string error_code;
  std::string error;  // in words that fit behind "arXiv: "
  // Those that are deleted, or have no id of arXiv or no title, are left out.
  // The format tells no versions: they are 0.
  std::vector<Record> records;
  std::string resumption_token;  // of the next part; empty for the last
};

// Reads a body. As ParseAtom, it expands and loads nothing.
OaiAnswer ParseOai(std::string_view xml);

}  // namespace offprint::arxiv

#endif  // OFFPRINT_ARXIV_OAI_H_
