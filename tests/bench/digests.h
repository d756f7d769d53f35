// Writes digests of all dialects, each as the scripts of real archives do.
#ifndef OFFPRINT_BENCH_DIGESTS_H_
#define OFFPRINT_BENCH_DIGESTS_H_

#include <filesystem>
#include <string_view>
#include <vector>

#include "papers.h"

namespace offprint::bench {

struct Written {
  size_t files = 0;
  size_t bytes = 0;
};

// Makes the folders that are missing.
void WriteFile(const std::filesystem::path& path, std::string_view text,
               Written* written);

// A site for offprint: site.yml and content/ under the folder.
Written WriteDigests(const Options& options, const std::vector<Entry>& entries,
                     const std::filesystem::path& folder);

}  // namespace offprint::bench

#endif  // OFFPRINT_BENCH_DIGESTS_H_
