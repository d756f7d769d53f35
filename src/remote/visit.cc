#include "remote/visit.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "data/json.h"
#include "remote/digest_text.h"

namespace offprint::remote {
namespace {

// "2026-01-23T08:00:00Z"
std::string MomentOf(int64_t seconds) {
  constexpr int64_t kDay = 86400;
  const int64_t of_day = seconds % kDay;
  const auto two = [](int64_t number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  return FormatDate(DateFromDays(static_cast<int>(seconds / kDay))) + "T" +
         two(of_day / 3600) + ":" + two(of_day / 60 % 60) + ":" +
         two(of_day % 60) + "Z";
}

bool IsAbsent(int status) { return status == 404 || status == 410; }

std::string HeaderOf(const fetch::Response& response, std::string_view name) {
  return std::string(fetch::FindHeader(response.headers, name).value_or(""));
}

void AddConditions(const Record& known, fetch::Request* request) {
  if (!known.etag.empty()) {
    request->headers.push_back({"If-None-Match", known.etag});
  }
  if (!known.last_modified.empty()) {
    request->headers.push_back({"If-Modified-Since", known.last_modified});
  }
}

constexpr const char* kEditedHere =
    "it changed there, and was edited here, so it stays as it is here; take "
    "the file away to fetch theirs";
constexpr const char* kForeignHere =
    "a file of that name is here that was not fetched, so it stays; give it "
    "another name or place to fetch theirs";
constexpr const char* kBlockedHere =
    "a file stands where the folder of this one should be; take it away";

}  // namespace

Visit::Visit(const RemoteSource& source, const RemoteOptions& options,
             Progress& progress, Diagnostics& diagnostics)
    : source_(source),
      options_(options),
      progress_(progress),
      diagnostics_(diagnostics),
      folder_(options.content / kRemoteFolder / source.name, diagnostics) {}

bool Visit::BeginAsking(const std::string& url) {
  if (options_.mode == Mode::kDryRun) {
    options_.say(source_.name + ": would ask for " + url);
    return false;
  }
  ++counts_.asked;
  progress_.Expect(1);
  return true;
}

void Visit::EndAsking() { progress_.Advance(); }

void Visit::Ask(fetch::Fetcher& fetcher, Wanted wanted) {
  if (!BeginAsking(wanted.url)) return;
  fetch::Request request;
  request.url = wanted.url;
  request.headers = {{"Accept", "text/markdown, text/plain, */*;q=0.5"}};
  const Record* known = folder_.provenance().Find(wanted.file);
  if (known != nullptr && known->url == wanted.url && known->gone.empty() &&
      folder_.Has(wanted.file)) {
    AddConditions(*known, &request);
  }
  fetcher.Add(std::move(request),
              [this, wanted = std::move(wanted)](fetch::Response response) {
                TakeAnswer(wanted, std::move(response));
              });
}

std::string Visit::ProblemOf(const fetch::Response& response) {
  if (response.failure == fetch::Failure::kNone || response.status != 0) {
    ++counts_.answered;
  }
  if (response.failure == fetch::Failure::kRefused) {
    return response.message +
           "; it is asked only with --allow-private-addresses";
  }
  if (response.failure == fetch::Failure::kTooLarge) {
    return response.message + ": more than " + kMostDigestText;
  }
  if (response.failure != fetch::Failure::kNone) return response.message;
  return response.status == 200
             ? ""
             : "the server answers " + std::to_string(response.status);
}

void Visit::TakeAnswer(const Wanted& wanted, fetch::Response response) {
  EndAsking();
  if (response.failure == fetch::Failure::kCancelled) return;
  const std::string problem = ProblemOf(response);
  if (response.failure == fetch::Failure::kNone) {
    const bool was_there = folder_.provenance().Find(wanted.file) != nullptr &&
                           folder_.Has(wanted.file);
    if (response.status == 304) {
      ++counts_.same;
      return;
    }
    if (IsAbsent(response.status) && was_there) return MarkGone(wanted.file);
    if (IsAbsent(response.status) && wanted.absent) return wanted.absent();
  }
  if (!problem.empty()) return Fail(wanted.url, problem);
  Record record;
  record.file = wanted.file;
  record.url = wanted.url;
  record.updated = wanted.updated;
  record.etag = HeaderOf(response, "ETag");
  record.last_modified = HeaderOf(response, "Last-Modified");
  const std::string type = HeaderOf(response, "Content-Type");
  Take(std::move(response.body), type, std::move(record));
}

void Visit::Take(std::string bytes, std::string_view content_type,
                 Record record) {
  const std::string what = record.url + " (" + record.file + ")";
  const DigestText digest = ReadDigestText(std::move(bytes), content_type);
  if (!digest.problem.empty()) return Fail(what, digest.problem);
  record.fetched = MomentOf(options_.now);
  switch (folder_.Keep(digest.text, std::move(record))) {
    case Arrival::kNew:
      ++counts_.fresh;
      break;
    case Arrival::kChanged:
      ++counts_.changed;
      break;
    case Arrival::kSame:
      ++counts_.same;
      break;
    case Arrival::kEdited:
      ++counts_.held;
      Warn(what, kEditedHere);
      break;
    case Arrival::kForeign:
      ++counts_.held;
      Warn(what, kForeignHere);
      break;
    case Arrival::kBlocked:
      Fail(what, kBlockedHere);
      break;
  }
}

void Visit::MarkGone(const std::string& file) {
  if (!folder_.MarkGone(file, MomentOf(options_.now))) return;
  ++counts_.gone;
  Note(file, "it is not there any more; the file stays here");
}

std::string Visit::MessageOf(std::string_view what,
                             std::string_view why) const {
  // What others chose reaches no terminal with line ends and controls in it.
  std::string quoted;
  data::AppendJsonString(RepairUtf8(what), &quoted);
  std::string words = RepairUtf8(why);
  std::ranges::replace_if(
      words, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return "source \"" + source_.name + "\": " + quoted + ": " + words;
}

void Visit::Fail(std::string_view what, std::string_view why) {
  ++counts_.failed;
  diagnostics_.Error(source_.place, MessageOf(what, why));
}

void Visit::Warn(std::string_view what, std::string_view why) {
  diagnostics_.Warning(source_.place, MessageOf(what, why));
}

void Visit::Note(std::string_view what, std::string_view why) {
  diagnostics_.Note(source_.place, MessageOf(what, why));
}

}  // namespace offprint::remote
