#include "check/external_links.h"

#include <netdb.h>

#include <algorithm>
#include <string>
#include <utility>

#include "check/link_memory.h"
#include "fetch/fetcher.h"
#include "fetch/url.h"

namespace offprint {
namespace {

using std::chrono::seconds;

constexpr seconds kRecheckBroken = std::chrono::hours(24);
// So that who kills the program loses little.
constexpr seconds kSaveInterval{60};

int64_t Now() {
  return std::chrono::duration_cast<seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// Whether GET may be answered where HEAD was not.
bool IsWorthGet(const fetch::Response& head) {
  if (head.failure == fetch::Failure::kLost) return true;
  return head.failure == fetch::Failure::kNone && head.status >= 400 &&
         !fetch::IsPassing(head.status);
}

LinkVerdict JudgeStatus(const fetch::Response& response) {
  if (response.status < 400) return {LinkState::kGood};
  std::string reason = "the server answers " + std::to_string(response.status);
  if (response.status == 404 || response.status == 410) {
    return {LinkState::kBroken, std::move(reason)};
  }
  if (response.tries > 1) {
    reason += " (" + std::to_string(response.tries) + " tries)";
  }
  return {LinkState::kUnknown, std::move(reason)};
}

LinkVerdict Judge(const fetch::Response& response) {
  switch (response.failure) {
    case fetch::Failure::kNone:
      return JudgeStatus(response);
    case fetch::Failure::kNoHost:
    case fetch::Failure::kBadRequest:
      return {LinkState::kBroken, response.message};
    case fetch::Failure::kRefused:
      return {LinkState::kUnknown,
              response.message +
                  ", which is asked only with --allow-private-addresses"};
    case fetch::Failure::kCancelled:
      return {LinkState::kNotAsked};
    default:
      return {LinkState::kUnknown, response.message};
  }
}

// Whether it is the name servers that do not answer, rather than that there is
// no such name.
bool AreNameServersSilent(const std::string& host) {
  addrinfo* found = nullptr;
  const int result = getaddrinfo(host.c_str(), nullptr, nullptr, &found);
  if (result == 0) freeaddrinfo(found);
  return result == EAI_AGAIN;
}

class ExternalCheck {
 public:
  ExternalCheck(const std::vector<ExternalLink>& links,
                const ExternalOptions& options)
      : links_(links),
        options_(options),
        verdicts_(links.size()),
        memory_(options.memory),
        fetcher_(options.fetch) {}

  ExternalCounts Run(const std::atomic<bool>& cancel) {
    counts_.links = links_.size();
    for (size_t i = 0; i < links_.size(); ++i) Recall(i);
    fetcher_.Run(cancel);
    if (!nameless_.empty()) JudgeNameless();
    memory_.Save(Now());
    for (const LinkVerdict& verdict : verdicts_) {
      counts_.broken += verdict.state == LinkState::kBroken ? 1 : 0;
      counts_.unknown += verdict.state == LinkState::kUnknown ? 1 : 0;
      counts_.not_asked += verdict.state == LinkState::kNotAsked ? 1 : 0;
    }
    return counts_;
  }

  void Report(const SiteFiles& files, Diagnostics& diagnostics) const {
    for (size_t i = 0; i < links_.size(); ++i) {
      const ExternalLink& link = links_[i];
      const LinkVerdict& verdict = verdicts_[i];
      const bool is_broken = verdict.state == LinkState::kBroken;
      if (!is_broken && verdict.state != LinkState::kUnknown) continue;
      std::string message =
          "links to \"" + link.url + "\", which " +
          (is_broken ? "leads nowhere: " : "could not be checked: ") +
          verdict.reason + SoDoOthers(link.others, "file");
      diagnostics.Report(is_broken ? Severity::kWarning : Severity::kNote,
                         files.Locate(link.file, link.offset),
                         std::move(message));
    }
    if (counts_.not_asked == 0) return;
    diagnostics.Note({}, std::to_string(counts_.not_asked) + " of " +
                             std::to_string(counts_.links) +
                             " outside addresses were not asked, as the check "
                             "was stopped; the next one goes on from here");
  }

 private:
  // What is known, or a request.
  void Recall(size_t i) {
    const std::string& url = links_[i].url;
    const LinkVerdict* known = memory_.Find(url, options_.recheck_after, Now());
    if (known != nullptr && known->state == LinkState::kBroken) {
      known = memory_.Find(
          url, std::min(options_.recheck_after, kRecheckBroken), Now());
    }
    if (known == nullptr) return Ask(i, fetch::Method::kHead);
    ++counts_.known;
    verdicts_[i] = *known;
    options_.done();
  }

  void Ask(size_t i, fetch::Method method) {
    fetch::Request request;
    request.method = method;
    request.url = links_[i].url;
    request.headers = {{"Accept", "*/*"}};
    request.body_use = fetch::BodyUse::kLeave;
    fetcher_.Add(std::move(request),
                 [this, i, method](const fetch::Response& response) {
                   if (method == fetch::Method::kHead && IsWorthGet(response)) {
                     Ask(i, fetch::Method::kGet);
                   } else {
                     Take(i, response);
                   }
                 });
  }

  void Take(size_t i, const fetch::Response& response) {
    verdicts_[i] = Judge(response);
    if (response.failure == fetch::Failure::kNoHost) {
      nameless_.push_back({i, response.url});
    } else {
      memory_.Keep(links_[i].url, verdicts_[i], Now());
    }
    if (verdicts_[i].state == LinkState::kNotAsked) return;
    options_.done();
    if (Now() - saved_ < kSaveInterval.count()) return;
    memory_.Save(Now());
    saved_ = Now();
  }

  // A machine without a network must not take every host for gone.
  void JudgeNameless() {
    const auto url = fetch::ParseUrl(nameless_.front().second);
    const bool silent = url && AreNameServersSilent(url->host);
    for (const auto& [i, asked] : nameless_) {
      if (silent) {
        verdicts_[i] = {LinkState::kUnknown,
                        "no name server answers; is this machine online?"};
      } else {
        memory_.Keep(links_[i].url, verdicts_[i], Now());
      }
    }
  }

  const std::vector<ExternalLink>& links_;
  const ExternalOptions& options_;
  std::vector<LinkVerdict> verdicts_;  // of each link
  LinkMemory memory_;
  fetch::Fetcher fetcher_;
  ExternalCounts counts_;
  // Links whose hosts have no address, and what was asked at last.
  std::vector<std::pair<size_t, std::string>> nameless_;
  int64_t saved_ = Now();
};

}  // namespace

ExternalCounts CheckExternalLinks(const std::vector<ExternalLink>& links,
                                  const SiteFiles& files,
                                  const ExternalOptions& options,
                                  const std::atomic<bool>& cancel,
                                  Diagnostics& diagnostics) {
  ExternalCheck check(links, options);
  const ExternalCounts counts = check.Run(cancel);
  check.Report(files, diagnostics);
  return counts;
}

}  // namespace offprint
