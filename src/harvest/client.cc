#include "harvest/client.h"

#include <optional>
#include <utility>

namespace offprint::harvest {
namespace {

// Each day has addresses of its own, so that answers would pile up.
constexpr std::chrono::hours kKept(30 * 24);

}  // namespace

Client::Client(fetch::FetchOptions options, const std::filesystem::path& folder,
               Reading reading, const std::atomic<bool>& stopped)
    : options_(std::move(options)),
      fetcher_(options_),
      cache_(folder),
      reading_(reading),
      stopped_(stopped) {
  if (reading_ == Reading::kAsk) cache_.Prune(kKept);
}

fetch::Response Client::Get(const std::string& url,
                            std::chrono::seconds fresh_for) {
  std::optional<fetch::Response> answer;
  const auto done = [&](fetch::Response response) {
    answer = std::move(response);
  };
  fetch::Request request;
  request.url = url;
  if (reading_ == Reading::kKept) {
    fetch::Fetcher nobody(options_);  // never run
    cache_.Get(nobody, std::move(request), std::chrono::seconds::max(), done);
    if (answer) return *std::move(answer);
    fetch::Response missing;
    missing.failure = fetch::Failure::kCancelled;
    missing.message = "no answer is kept; ask without --offline";
    return missing;
  }
  cache_.Get(fetcher_, std::move(request), fresh_for, done);
  if (answer) return *std::move(answer);
  fetcher_.Run(stopped_);
  if (answer->failure != fetch::Failure::kCancelled) ++asked_;
  if (answer->failure == fetch::Failure::kNone) ++answered_;
  return *std::move(answer);
}

void Client::Forget(const std::string& url) {
  if (reading_ == Reading::kAsk) cache_.Forget(url);
}

}  // namespace offprint::harvest
