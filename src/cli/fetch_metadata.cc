// Which papers lack metadata, who knows them, and what they answer, written as
// it comes.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "build/ingest.h"
#include "build/metadata_memory.h"
#include "cli/fetch_run.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "fetch/fetcher.h"
#include "fetch/url.h"
#include "lookup/arxiv_lookup.h"
#include "lookup/doi_lookup.h"
#include "metadata/store.h"

namespace offprint {
namespace {

// A paper that nobody knew is asked for again after so many days.
constexpr int kAskAgainAfter = 30;

// "2601.00001, 2601.00002 and 12 more"
std::string NamesOf(const std::vector<PaperId>& papers) {
  constexpr size_t kNamed = 10;
  std::string names;
  for (size_t i = 0; i < std::min(kNamed, papers.size()); ++i) {
    if (i > 0) names += ", ";
    names += papers[i].value;
  }
  if (papers.size() > kNamed) {
    names += " and " + std::to_string(papers.size() - kNamed) + " more";
  }
  return names;
}

class MetadataFetch {
 public:
  explicit MetadataFetch(FetchRun& run)
      : run_(run),
        store_(run.options.source / MetadataFolderName(run.config),
               MetadataFolderName(run.config), run.diagnostics),
        today_(DateFromDays(static_cast<int>(Today(run.config.time_zone)))),
        services_{run.config.fetch.arxiv_api, run.config.fetch.biorxiv_api,
                  run.config.fetch.doi} {}

  FetchOutcome Run() {
    for (const PaperId& paper : Wanted()) {
      (paper.kind == PaperId::Kind::kArxiv ? of_arxiv_ : others_)
          .push_back(paper);
    }
    if (run_.options.fetch.dry_run) {
      PrintPlan();
    } else if (run_.options.fetch.offline) {
      Say("nobody is asked (--offline), of " +
          WithCommas(of_arxiv_.size() + others_.size()) +
          " papers nothing is known");
    } else {
      Ask();
      ReportFailures();
      Say(WithCommas(outcome_.got) + " papers got, " +
          WithCommas(unknown_.size()) + " unknown, " +
          WithCommas(outcome_.failed - unknown_.size()) + " failed");
    }
    return outcome_;
  }

 private:
  void Say(const std::string& text) const {
    if (run_.options.quiet) return;
    std::printf("Metadata: %s\n", text.c_str());
  }

  std::vector<PaperId> Wanted() const {
    return run_.wish.ids.empty() ? OfArchive() : run_.wish.ids;
  }

  // Newest first. What is wrong in digests is for `check` and `build` to say.
  std::vector<PaperId> OfArchive() const {
    const std::optional<Date>& since = run_.wish.since;
    Diagnostics of_digests;
    const Archive archive = BuildArchive(
        ReadDigests(FindDigests(run_.options.source, run_.config, of_digests),
                    run_.config, JobsOf(run_.options), run_.progress,
                    of_digests),
        ArchiveOptionsOf(run_.config));
    std::vector<PaperId> papers;
    for (const Paper& paper : archive.papers) {
      const bool has_service = paper.id.kind == PaperId::Kind::kArxiv ||
                               paper.id.kind == PaperId::Kind::kDoi;
      const bool is_old = since && (paper.days.empty() ||
                                    archive.days[paper.days[0]].date < *since);
      if (has_service && !is_old && IsDue(paper.id)) papers.push_back(paper.id);
    }
    return papers;
  }

  bool IsDue(const PaperId& id) const {
    if (run_.options.fetch.all) return true;
    if (store_.Knows(id)) return false;
    const std::optional<Date> since = store_.UnknownSince(id);
    return !since ||
           DaysSinceEpoch(today_) - DaysSinceEpoch(*since) >= kAskAgainAfter;
  }

  void AddPlan(const char* whom, size_t papers, size_t requests,
               const std::string& address, Table* table) const {
    if (papers == 0) return;
    const auto url = fetch::ParseUrl(address);
    const auto pace = fetch::PaceOf(run_.http.pace, url ? url->host : "").pace;
    const double seconds =
        std::chrono::duration<double>(pace.interval).count() *
        static_cast<double>(requests);
    table->Add(whom, WithCommas(papers) +
                         " papers, requests: " + WithCommas(requests) +
                         ", at least " + FormatDuration(seconds));
  }

  void PrintPlan() const {
    const auto preprints = static_cast<size_t>(
        std::ranges::count_if(others_, lookup::IsPreprintDoi));
    const size_t dois = others_.size() - preprints;
    Say(WithCommas(of_arxiv_.size() + others_.size()) +
        " papers would be asked for");
    Table table;
    AddPlan("arXiv", of_arxiv_.size(),
            (of_arxiv_.size() + lookup::kArxivBatch - 1) / lookup::kArxivBatch,
            services_.arxiv_api, &table);
    AddPlan("bioRxiv, medRxiv", preprints, preprints, services_.biorxiv_api,
            &table);
    AddPlan("other DOIs", dois, dois, services_.doi, &table);
    if (!run_.options.quiet) std::fputs(table.Format().c_str(), stdout);
  }

  void Ask() {
    const lookup::Listener listener = {
        [this](const Metadata& metadata) {
          store_.Put(metadata);
          ++outcome_.got;
          run_.progress.Advance();
        },
        [this](const PaperId& paper) {
          store_.PutUnknown(paper, today_);
          unknown_.push_back(paper);
          ++outcome_.failed;
          run_.progress.Advance();
        },
        [this](const PaperId& paper, const std::string& why) {
          failures_[why].push_back(paper);
          ++outcome_.failed;
          run_.progress.Advance();
        },
        [this] {
          store_.Save();
          ++outcome_.answered;
        },
        [this] { ++outcome_.asked; }};
    fetch::Fetcher fetcher(run_.http);
    lookup::ArxivLookup arxiv(services_, fetcher, listener);
    lookup::DoiLookup dois(services_, fetcher, listener);
    arxiv.Ask(of_arxiv_);
    for (const PaperId& paper : others_) dois.Ask(paper);
    run_.progress.BeginStage("asking for metadata",
                             of_arxiv_.size() + others_.size());
    fetcher.Run(run_.stopped);
    run_.progress.EndStage();
  }

  void ReportFailures() {
    for (const auto& [why, papers] : failures_) {
      run_.diagnostics.Error({}, NamesOf(papers) + ": " + why);
    }
    if (unknown_.empty()) return;
    run_.diagnostics.Error(
        {}, NamesOf(unknown_) +
                ": nobody knows them; they are asked for again after " +
                std::to_string(kAskAgainAfter) +
                " days, or at once by \"offprint fetch metadata ID\"");
  }

  FetchRun& run_;
  MetadataStore store_;
  const Date today_;
  const lookup::Services services_;
  std::vector<PaperId> of_arxiv_;
  std::vector<PaperId> others_;
  std::vector<PaperId> unknown_;
  std::map<std::string, std::vector<PaperId>> failures_;  // by their reason
  FetchOutcome outcome_;
};

}  // namespace

FetchOutcome FetchMetadata(FetchRun& run) { return MetadataFetch(run).Run(); }

}  // namespace offprint
