#include "remote/fetch_sources.h"

#include <memory>

#include "fetch/disk_cache.h"
#include "remote/digest_text.h"
#include "remote/sources.h"
#include "remote/visit.h"

namespace offprint::remote {
namespace {

std::unique_ptr<Source> MakeSource(Visit& visit, fetch::DiskCache& cache,
                                   const std::atomic<bool>& cancel) {
  switch (visit.source().kind) {
    case RemoteKind::kUrl:
      return MakeUrlSource(visit);
    case RemoteKind::kFeed:
      return MakeFeedSource(visit, cache);
    case RemoteKind::kDated:
      return MakeDatedSource(visit);
    case RemoteKind::kGit:
      return MakeGitSource(visit, cancel);
  }
  return nullptr;
}

// "friend: 2 new, 1 changed, 40 as they were"
std::string SummaryOf(const std::string& name, const RemoteCounts& counts) {
  std::string text = name + ": " + std::to_string(counts.fresh) + " new";
  const auto add = [&](size_t count, const char* what) {
    if (count > 0) text += ", " + std::to_string(count) + what;
  };
  add(counts.changed, " changed");
  add(counts.same, " as before");
  add(counts.held, " not written over files here");
  add(counts.gone, " gone from there");
  add(counts.failed, " failed");
  return text;
}

}  // namespace

RemoteCounts& RemoteCounts::operator+=(const RemoteCounts& other) {
  fresh += other.fresh;
  changed += other.changed;
  same += other.same;
  held += other.held;
  gone += other.gone;
  failed += other.failed;
  asked += other.asked;
  answered += other.answered;
  return *this;
}

RemoteCounts FetchSources(const std::vector<RemoteSource>& sources,
                          const RemoteOptions& options, Progress& progress,
                          const std::atomic<bool>& cancel,
                          Diagnostics& diagnostics) {
  fetch::FetchOptions http = options.http;
  http.most_body = kMostDigest;
  fetch::Fetcher fetcher(http);
  fetch::DiskCache cache(options.cache / "feeds");
  std::vector<std::unique_ptr<Visit>> visits;
  std::vector<std::unique_ptr<Source>> running;
  progress.BeginStage("asking for digests of others", 0);
  for (const RemoteSource& source : sources) {
    visits.push_back(
        std::make_unique<Visit>(source, options, progress, diagnostics));
    running.push_back(MakeSource(*visits.back(), cache, cancel));
    running.back()->Begin(fetcher);
  }
  fetcher.Run(cancel);
  for (size_t i = 0; i < visits.size(); ++i) {
    running[i]->End();
    visits[i]->folder().Finish();
  }
  progress.EndStage();
  RemoteCounts sum;
  for (size_t i = 0; i < visits.size(); ++i) {
    sum += visits[i]->counts();
    if (options.mode == Mode::kFetch) {
      options.say(SummaryOf(sources[i].name, visits[i]->counts()));
    }
  }
  return sum;
}

}  // namespace offprint::remote
