// One source in one run of fetch: what is asked for, and what becomes of it.
#ifndef OFFPRINT_REMOTE_VISIT_H_
#define OFFPRINT_REMOTE_VISIT_H_

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "config/remote_source.h"
#include "fetch/fetcher.h"
#include "remote/fetch_sources.h"
#include "remote/source_folder.h"

namespace offprint::remote {

// A digest at an address.
struct Wanted {
  std::string file;     // that it becomes
  std::string url;      // http or https
  std::string updated;  // what the feed says of it
  // Called where it is not there (404 or 410) and never was; without one that
  // is a failure.
  std::function<void()> absent = {};
};

class Visit {
 public:
  // All outlive it.
  Visit(const RemoteSource& source, const RemoteOptions& options,
        Progress& progress, Diagnostics& diagnostics);
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  // Asks for a digest, on the condition that it changed where the file is
  // there; the visit outlives the fetcher's run.
  void Ask(fetch::Fetcher& fetcher, Wanted wanted);

  // Takes what came; of the record all is set but for `fetched` and `hash`.
  // `content_type` is empty where nobody told.
  void Take(std::string bytes, std::string_view content_type, Record record);

  // A digest that was fetched once is not there any more.
  void MarkGone(const std::string& file);

  // Why there is no digest, or no feed, at an address; empty where there is.
  // Counts the answer.
  std::string ProblemOf(const fetch::Response& response);

  // `what` is an address or a file.
  void Fail(std::string_view what, std::string_view why);
  void Warn(std::string_view what, std::string_view why);
  void Note(std::string_view what, std::string_view why);

  // One more request; false in a dry run, which says so instead.
  bool BeginAsking(const std::string& url);
  // It is over, whatever came of it.
  void EndAsking();

  const RemoteSource& source() const { return source_; }
  const RemoteOptions& options() const { return options_; }
  SourceFolder& folder() { return folder_; }
  RemoteCounts& counts() { return counts_; }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  void TakeAnswer(const Wanted& wanted, fetch::Response response);
  std::string MessageOf(std::string_view what, std::string_view why) const;

  const RemoteSource& source_;
  const RemoteOptions& options_;
  Progress& progress_;
  Diagnostics& diagnostics_;
  SourceFolder folder_;
  RemoteCounts counts_;
};

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_VISIT_H_
