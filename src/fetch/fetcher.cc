// A request waits in the schedule until its host may be asked, runs as a
// Transfer in libcurl's multi handle, and then is done, or goes back into the
// schedule: to where it was sent, or to be tried again.
#include "fetch/fetcher.h"

#include <curl/curl.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <map>
#include <new>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "fetch/public_address.h"
#include "fetch/redirect.h"
#include "fetch/transfer.h"
#include "fetch/url.h"

namespace offprint::fetch {
namespace {

// How often the flag that cancels is looked at.
constexpr std::chrono::milliseconds kGlance{100};

// libcurl wants to be set up once a process, before there are threads that use
// it; that is its only global state.
void SetUpCurl() {
  static const CURLcode result = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (result != CURLE_OK) {
    throw EnvironmentError("libcurl cannot be set up: " +
                           std::string(curl_easy_strerror(result)));
  }
}

Response Failed(const Request& request, Failure failure, std::string message) {
  Response response;
  response.failure = failure;
  response.message = std::move(message);
  response.url = request.url;
  return response;
}

// A header that could smuggle in another one is none.
bool IsHeader(const Header& header) {
  const auto breaks = [](char c) {
    return c == '\r' || c == '\n' || c == '\0';
  };
  return !header.name.empty() &&
         header.name.find_first_of(": \t") == std::string::npos &&
         std::ranges::none_of(header.name, breaks) &&
         std::ranges::none_of(header.value, breaks);
}

}  // namespace

class Fetcher::Impl {
 public:
  explicit Impl(FetchOptions options)
      : options_(std::move(options)), schedule_(options_.pace) {
    assert(!options_.user_agent.empty());
    SetUpCurl();
    multi_ = curl_multi_init();
    if (multi_ == nullptr) throw std::bad_alloc();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    for (auto& [number, job] : jobs_) TakeBack(&job);
    curl_multi_cleanup(multi_);
  }

  void Add(Request request, Done done) {
    const size_t number = next_job_++;
    Job& job = jobs_[number];
    job.request = std::move(request);
    job.done = std::move(done);
    if (!std::ranges::all_of(job.request.headers, IsHeader)) {
      Settle(number, Failed(job.request, Failure::kBadRequest,
                            "a header has a character that none may have"));
      return;
    }
    Queue(number, {});
  }

  void Run(const std::atomic<bool>& cancel) {
    while (!jobs_.empty()) {
      Answer();
      if (cancel) return CancelAll();
      while (const auto number = schedule_.Begin(Clock::now())) Begin(*number);
      int running = 0;
      curl_multi_perform(multi_, &running);
      Collect();
      if (settled_.empty() && !jobs_.empty()) Wait();
    }
  }

 private:
  struct Job {
    Request request;
    Done done;
    std::string host;
    int tries = 0;
    int redirects = 0;
    std::unique_ptr<Transfer> transfer;  // while it runs
  };

  // Puts it into the schedule, where its address may be asked.
  void Queue(size_t number, Moment earliest) {
    Job& job = jobs_.at(number);
    const auto url = ParseUrl(job.request.url);
    if (!url) {
      return Settle(number, Failed(job.request, Failure::kBadRequest,
                                   "it is no http or https address"));
    }
    if (options_.reach == Reach::kPublic && !MayBePublicHost(url->host)) {
      return Settle(number,
                    Failed(job.request, Failure::kRefused,
                           "it leads to this machine or a private network"));
    }
    job.host = url->host;
    schedule_.Add(number, job.host, earliest);
  }

  void Begin(size_t number) {
    Job& job = jobs_.at(number);
    ++job.tries;
    job.transfer = std::make_unique<Transfer>(job.request, options_);
    running_[job.transfer->handle()] = number;
    curl_multi_add_handle(multi_, job.transfer->handle());
  }

  // Takes in the transfers that are over.
  void Collect() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const auto running = running_.find(message->easy_handle);
      const int code = message->data.result;
      const size_t number = running->second;
      Job& job = jobs_.at(number);
      Outcome outcome = job.transfer->Finish(code);
      outcome.response.tries = job.tries;
      TakeBack(&job);
      schedule_.End(job.host);
      Decide(number, std::move(outcome));
    }
  }

  void TakeBack(Job* job) {
    if (job->transfer == nullptr) return;
    curl_multi_remove_handle(multi_, job->transfer->handle());
    running_.erase(job->transfer->handle());
    job->transfer.reset();
  }

  void Decide(size_t number, Outcome outcome) {
    Job& job = jobs_.at(number);
    Response& response = outcome.response;
    if (!outcome.redirect.empty()) {
      return Follow(number, outcome.redirect, std::move(response));
    }
    const auto wait = WaitBeforeRetry(options_.retry, job.request, response,
                                      chance_(random_));
    if (!wait) return Settle(number, std::move(response));
    const Moment next = Clock::now() + *wait;
    if (response.status == 429 || response.status == 503) {
      schedule_.Hold(job.host, next);
    }
    schedule_.Add(number, job.host, next);
  }

  void Follow(size_t number, const std::string& to, Response response) {
    Job& job = jobs_.at(number);
    const auto refuse = [&](std::string why) {
      response.failure = Failure::kRedirect;
      response.message = std::move(why);
      response.body.clear();
      Settle(number, std::move(response));
    };
    if (!ParseUrl(to)) {
      return refuse("it leads on to \"" + to +
                    "\", which is no http or https address");
    }
    if (job.redirects >= options_.most_redirects) {
      return refuse("it leads on and on, at last to \"" + to + "\"");
    }
    ++job.redirects;
    job.tries = 0;
    job.request = Redirected(job.request, response.status, to);
    Queue(number, {});
  }

  void Settle(size_t number, Response response) {
    settled_.emplace_back(number, std::move(response));
  }

  // Hands out what is settled. Whoever takes it may add more.
  void Answer() {
    while (!settled_.empty()) {
      auto now = std::exchange(settled_, {});
      for (auto& [number, response] : now) {
        const auto job = jobs_.extract(number);
        job.mapped().done(std::move(response));
      }
    }
  }

  // Also what is added meanwhile.
  void CancelAll() {
    while (!jobs_.empty()) {
      auto job = jobs_.extract(jobs_.begin());
      if (job.mapped().transfer != nullptr) {
        job.mapped().transfer->Abandon();
        TakeBack(&job.mapped());
        schedule_.End(job.mapped().host);
      }
      job.mapped().done(Failed(job.mapped().request, Failure::kCancelled,
                               "it was not waited for"));
    }
    settled_.clear();
    while (schedule_.Drop()) {
    }
  }

  void Wait() {
    std::chrono::milliseconds wait = kGlance;
    if (const auto next = schedule_.Next()) {
      const auto until =
          std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now());
      wait = std::clamp(until, std::chrono::milliseconds(0), kGlance);
    }
    curl_multi_poll(multi_, nullptr, 0, static_cast<int>(wait.count()),
                    nullptr);
  }

  const FetchOptions options_;
  Schedule schedule_;
  CURLM* multi_ = nullptr;
  std::map<size_t, Job> jobs_;  // that are not answered, by number
  size_t next_job_ = 0;
  std::map<void*, size_t> running_;  // by their handles
  std::vector<std::pair<size_t, Response>> settled_;
  std::mt19937_64 random_{std::random_device()()};
  std::uniform_real_distribution<double> chance_{0, 1};
};

Fetcher::Fetcher(FetchOptions options)
    : impl_(std::make_unique<Impl>(std::move(options))) {}
Fetcher::~Fetcher() = default;

void Fetcher::Add(Request request, Done done) {
  impl_->Add(std::move(request), std::move(done));
}

void Fetcher::Run(const std::atomic<bool>& cancel) { impl_->Run(cancel); }

}  // namespace offprint::fetch
