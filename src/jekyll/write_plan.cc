#include "jekyll/write_plan.h"

#include <map>
#include <utility>

namespace offprint::jekyll {
namespace {

class Plan {
 public:
  explicit Plan(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void Add(PlannedFile file) {
    const auto [at, is_new] =
        places_.try_emplace(file.output_path, files_.size());
    if (is_new) {
      files_.push_back(std::move(file));
      return;
    }
    PlannedFile& before = files_[at->second];
    diagnostics_.Warning({before.path(), 0, 0},
                         file.path() + " goes to the same place, /" +
                             file.output_path +
                             ", and wins; give one of them another permalink");
    before = std::move(file);
  }

  std::vector<PlannedFile> Take() { return std::move(files_); }

 private:
  Diagnostics& diagnostics_;
  std::vector<PlannedFile> files_;
  std::map<std::string, size_t, std::less<>> places_;
};

}  // namespace

std::vector<PlannedFile> PlanFiles(const Source& source,
                                   Diagnostics& diagnostics) {
  Plan plan(diagnostics);
  const auto add = [&](DocumentIndex index) {
    const Document& document = source.documents[index];
    if (document.writes) plan.Add({document.output_path, &document, nullptr});
  };
  for (const DocumentIndex page : source.pages) add(page);
  for (const StaticFile& file : source.static_files) {
    if (file.writes) plan.Add({file.OutputPath(), nullptr, &file});
  }
  for (const Collection& collection : source.collections) {
    for (const DocumentIndex document : collection.documents) add(document);
  }
  return plan.Take();
}

}  // namespace offprint::jekyll
