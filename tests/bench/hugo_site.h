// Writes the same papers as pages for Hugo, to compare with.
#ifndef OFFPRINT_BENCH_HUGO_SITE_H_
#define OFFPRINT_BENCH_HUGO_SITE_H_

#include <filesystem>
#include <vector>

#include "digests.h"
#include "papers.h"

namespace offprint::bench {

// content/days/ and content/papers/ under the folder; the theme lies in
// tests/bench/hugo. Pages hold the words that offprint's hold: a day the full
// text of its entries, a paper that of all its readings.
Written WriteHugoSite(const Options& options, const std::vector<Entry>& entries,
                      const std::filesystem::path& folder);

}  // namespace offprint::bench

#endif  // OFFPRINT_BENCH_HUGO_SITE_H_
