// Which document or file goes to which place of the output.
#ifndef OFFPRINT_JEKYLL_WRITE_PLAN_H_
#define OFFPRINT_JEKYLL_WRITE_PLAN_H_

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "jekyll/source.h"

namespace offprint::jekyll {

struct PlannedFile {
  std::string output_path;
  // One of the two; the other is null.
  const Document* document = nullptr;
  const StaticFile* file = nullptr;

  // The file that it is made of.
  const std::string& path() const {
    return document != nullptr ? document->path : file->path;
  }
};

// All that is written, each place once. Jekyll writes pages, then files, then
// the documents of collections, and who writes last wins; the loser is told in
// a warning. The source outlives the plan.
std::vector<PlannedFile> PlanFiles(const Source& source,
                                   Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_WRITE_PLAN_H_
