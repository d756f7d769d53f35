// offprint fetch papers: what arXiv announced, as digests of our own.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "build/build_cache.h"
#include "build/ingest.h"
#include "cli/fetch_run.h"
#include "cli/new_digest_file.h"
#include "cli/paper_model.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "harvest/harvest.h"
#include "harvest/new_papers.h"
#include "writers/writer.h"

namespace offprint {
namespace {

// The slices that the flags and settings name; none where they do not go
// together, which is reported.
std::vector<harvest::Slice> SlicesOf(const FetchRun& run) {
  const FetchWish& wish = run.wish;
  const PapersSettings& papers = run.config.papers;
  const Date today =
      DateFromDays(static_cast<int>(Today(run.config.time_zone)));
  const bool is_today = !wish.from && wish.days.value_or(1) == 1;
  if (!is_today && papers.from == PaperService::kRss) {
    run.diagnostics.Error(
        {wish.from ? "--from" : "--days", 0, 0},
        "\"papers.from: rss\" has today's announcements only; for other days "
        "set it to api or oai");
    return {};
  }
  if (wish.from && *wish.from > today) {
    run.diagnostics.Error({"--from", 0, 0}, FormatDate(*wish.from) +
                                                " is yet to come, so there are "
                                                "no papers of it");
    return {};
  }
  if (wish.from) {
    return harvest::EachDay(*wish.from,
                            std::min(wish.to.value_or(today), today));
  }
  return {
      harvest::LastDays(papers.from, today, wish.days.value_or(papers.days))};
}

// Ids of arXiv that the site's digests name.
std::set<std::string> KnownIds(const FetchRun& run) {
  std::set<std::string> ids;
  if (!std::filesystem::exists(run.options.source / run.config.content)) {
    return ids;
  }
  SiteConfig config = run.config;
  config.drafts = true;
  Diagnostics ignored;  // `check` tells what is wrong with them
  for (const Digest& digest :
       ReadDigests(FindDigests(run.options.source, config, ignored), config,
                   JobsOf(run.options), run.progress, ignored)) {
    for (const Entry& entry : digest.entries) {
      if (entry.id.kind == PaperId::Kind::kArxiv) ids.insert(entry.id.value);
    }
  }
  return ids;
}

// By Beijing's clock, eight hours east of UTC all year round.
std::string TimeInBeijing() {
  constexpr std::time_t kEast = 8 * 3600L;
  const std::time_t now = std::time(nullptr) + kEast;
  std::tm parts = {};
  gmtime_r(&now, &parts);
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M:%S", &parts);
  return buffer;
}

void PrintQuestion(const harvest::Question& question,
                   const harvest::Slice& slice) {
  std::printf("%s: %s, %s to %s, would be asked for at\n",
              FormatDate(slice.day).c_str(),
              Join(question.categories, ", ").c_str(),
              FormatDate(slice.first).c_str(), FormatDate(slice.last).c_str());
  for (const std::string& url : harvest::FirstAddresses(question, slice)) {
    std::printf("  %s\n", url.c_str());
  }
}

// Makes the digests of the slices, one after the other.
class PapersFetch {
 public:
  // `model` may be null.
  PapersFetch(FetchRun& run, harvest::Question question, Dialect dialect,
              std::unique_ptr<PaperModel> model)
      : run_(run),
        question_(std::move(question)),
        dialect_(dialect),
        model_(std::move(model)),
        selection_(run.config.papers, KnownIds(run)),
        client_(run.http, run.options.source / kCacheFolder / "papers",
                run.options.fetch.offline || run.options.fetch.dry_run
                    ? harvest::Reading::kKept
                    : harvest::Reading::kAsk,
                run.stopped) {}

  FetchOutcome Run(const std::vector<harvest::Slice>& slices) {
    for (const harvest::Slice& slice : slices) {
      if (run_.stopped || !Make(slice)) break;
    }
    outcome_.asked = client_.asked();
    outcome_.answered = client_.answered();
    if (model_ != nullptr) {
      outcome_.asked += model_->spent().asked;
      outcome_.answered += model_->spent().answered;
      Say(model_->Summary());
    }
    return outcome_;
  }

  // What the model would be asked: of papers that earlier runs kept, else of as
  // many as a digest may have.
  void PrintEstimate(const harvest::Slice& slice) {
    Progress silent;
    Diagnostics ignored;
    const harvest::Harvest harvest =
        harvest::HarvestSlice(question_, slice, client_, silent, ignored);
    std::vector<NewPaper> papers = selection_.Choose(harvest.records);
    if (!harvest.whole) {
      NewPaper usual;
      usual.sections[SectionKey::kAbstract] = std::string(kUsualAbstract, 'x');
      papers.assign(static_cast<size_t>(run_.config.papers.most), usual);
    }
    std::printf(
        "  %s would be asked about %s papers%s, for up to %s tokens of the %s "
        "that a run may spend\n",
        run_.config.papers.model.c_str(), WithCommas(papers.size()).c_str(),
        harvest.whole ? "" : " at the most",
        WithCommas(static_cast<uint64_t>(model_->Estimate(papers))).c_str(),
        WithCommas(static_cast<uint64_t>(run_.config.papers.most_tokens))
            .c_str());
  }

 private:
  // False where there is no sense in going on.
  bool Make(const harvest::Slice& slice) {
    run_.progress.BeginStage("asking arXiv for " + FormatDate(slice.day), 0);
    const harvest::Harvest harvest = harvest::HarvestSlice(
        question_, slice, client_, run_.progress, run_.diagnostics);
    run_.progress.EndStage();
    if (run_.stopped) return false;
    if (!harvest.whole) {
      ++outcome_.failed;
      return true;
    }
    NewDigest digest;
    digest.day = slice.day;
    digest.papers = selection_.Choose(harvest.records);
    digest.head.time = TimeInBeijing();
    digest.head.read = harvest.records.size();
    if (model_ != nullptr && !model_->Work(&digest)) {
      ++outcome_.failed;
      return false;
    }
    Write(std::move(digest), harvest.records.size());
    if (selection_.left() > 0) {
      Say(FormatDate(slice.day) + ": " + WithCommas(selection_.left()) +
          " more are left for the next run, as \"papers.most\" is " +
          WithCommas(static_cast<uint64_t>(run_.config.papers.most)));
    }
    return true;
  }

  void Write(NewDigest digest, size_t read) {
    const Date date = digest.day;
    const std::string day = FormatDate(date);
    const size_t count = digest.papers.size();
    if (count == 0) {
      Say(day + ": no new papers (" + WithCommas(read) + " read)");
      return;
    }
    const std::filesystem::path folder =
        std::filesystem::path(run_.config.content) / run_.config.papers.folder;
    const std::string text = WriteDigest(dialect_, std::move(digest));
    const std::string name =
        WriteNewDigest(run_.options.source / folder, date, text);
    outcome_.got += count;
    Say(day + ": " + WithCommas(count) + " new papers of " + WithCommas(read) +
        " in " + (folder / name).generic_string());
  }

  void Say(const std::string& line) const {
    if (!run_.options.quiet) std::printf("%s\n", line.c_str());
  }

  static constexpr size_t kUsualAbstract = 1800;  // bytes

  FetchRun& run_;
  const harvest::Question question_;
  const Dialect dialect_;
  const std::unique_ptr<PaperModel> model_;
  harvest::Selection selection_;
  harvest::Client client_;
  FetchOutcome outcome_;
};

// Whether digests of the dialect hold anything of what arXiv says.
bool NeedsModel(Dialect dialect) {
  return !HoldsSection(dialect, SectionKey::kAbstract);
}

}  // namespace

FetchOutcome FetchPapers(FetchRun& run) {
  harvest::Question question = harvest::QuestionOf(run.config);
  if (question.categories.empty()) {
    if (run.wish.part || run.wish.days || run.wish.from) {
      run.diagnostics.Error({run.options.config, 0, 0},
                            "\"papers.categories\" names no category of arXiv: "
                            "say there whose papers to get, such as [cs.CV]");
    }
    return {};
  }
  const std::vector<harvest::Slice> slices = SlicesOf(run);
  if (slices.empty()) return {};
  const Dialect dialect = *FindDialect(run.config.papers.dialect);
  std::unique_ptr<PaperModel> model;
  if (!run.config.papers.model.empty()) {
    model = MakePaperModel(run, dialect);
    if (model == nullptr) return {};
  } else if (NeedsModel(dialect)) {
    run.diagnostics.Error({run.options.config, 0, 0},
                          "\"papers.dialect: " + run.config.papers.dialect +
                              "\" holds what a language model says: name one "
                              "in \"papers.model\", or another dialect");
    return {};
  }
  const bool has_model = model != nullptr;
  PapersFetch papers(run, question, dialect, std::move(model));
  if (!run.options.fetch.dry_run) return papers.Run(slices);
  for (const harvest::Slice& slice : slices) {
    PrintQuestion(question, slice);
    if (has_model) papers.PrintEstimate(slice);
  }
  return {};
}

}  // namespace offprint
