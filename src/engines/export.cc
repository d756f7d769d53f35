#include "engines/export.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "engines/meilisearch.h"
#include "engines/opensearch.h"
#include "search/record.h"

namespace offprint::engines {
namespace {

constexpr size_t kBlock = 1024;  // papers whose documents are made at once

// Puts documents into files of a size.
class DocumentFiles {
 public:
  DocumentFiles(size_t file_bytes, OutputSink& sink)
      : file_bytes_(file_bytes), sink_(sink) {}

  void Add(const std::string& document) {
    const bool is_full =
        !file_.empty() && file_.size() + document.size() > file_bytes_;
    if (is_full) Finish();
    file_ += document;
  }

  void Finish() {
    if (file_.empty()) return;
    char name[40];
    std::snprintf(name, sizeof name, "documents-%05zu.ndjson", ++files_);
    sink_.Write(name, file_);
    file_.clear();
  }

 private:
  const size_t file_bytes_;
  OutputSink& sink_;
  std::string file_;
  size_t files_ = 0;
};

}  // namespace

void WriteExport(const Site& site, const ExportOptions& options,
                 OutputSink& sink) {
  const bool is_opensearch = options.engine == Engine::kOpenSearch;
  const auto append = is_opensearch ? AppendBulkLines : AppendMeilisearchLine;
  const Archive& archive = *site.archive;
  DocumentFiles files(options.file_bytes, sink);
  for (size_t begin = 0; begin < archive.papers.size(); begin += kBlock) {
    std::vector<std::string> documents(
        std::min(kBlock, archive.papers.size() - begin));
    ParallelFor(options.jobs, documents.size(), [&](size_t, size_t i) {
      const auto paper = static_cast<PaperIndex>(begin + i);
      append(archive, search::MakeRecord(site, paper), &documents[i]);
      options.paper_done();
    });
    for (const std::string& document : documents) files.Add(document);
  }
  files.Finish();
  sink.Write(is_opensearch ? "index.json" : "settings.json",
             is_opensearch ? OpenSearchIndex() : MeilisearchSettings());
}

}  // namespace offprint::engines
