#include "harvest/harvest.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "arxiv/addresses.h"
#include "arxiv/announcements.h"
#include "arxiv/atom.h"
#include "arxiv/oai.h"
#include "fetch/utf8_body.h"
#include "writers/fit.h"

namespace offprint::harvest {
namespace {

constexpr size_t kPage = 200;  // larger ones fail more often
constexpr int kMostTries = 3;  // of one page
constexpr int kMostBegins = 3;
constexpr size_t kMostParts = 2000;  // of one question
constexpr size_t kMostWords = 300;   // bytes of its words in a message
// No real record comes near these.
constexpr size_t kMostTitle = 2000;      // bytes
constexpr size_t kMostAbstract = 50000;  // bytes
constexpr size_t kMostAuthors = 20000;
// A paper's first version is announced within that many days of its
// submission, but for the few that moderators hold.
constexpr int kMostDelay = 21;

// Within that time a rerun goes on where the last run was stopped.
constexpr std::chrono::seconds kFresh = std::chrono::hours(1);
constexpr std::chrono::seconds kFreshFeed = std::chrono::minutes(10);
constexpr std::chrono::seconds kAnew(0);

enum class Verdict {
  kFine,     // an answer; OAI-PMH's own errors are for its reader to judge
  kNone,     // none of the service, such as a page of maintenance
  kRefused,  // the service does not take the question
};

Verdict Judge(const arxiv::AtomAnswer& answer) {
  if (answer.is_refused) return Verdict::kRefused;
  return answer.error.empty() ? Verdict::kFine : Verdict::kNone;
}
Verdict Judge(const arxiv::Announcements& answer) {
  return answer.error.empty() ? Verdict::kFine : Verdict::kNone;
}
Verdict Judge(const arxiv::OaiAnswer& answer) {
  return answer.error_code == "xml" ? Verdict::kNone : Verdict::kFine;
}

bool HasSize(const arxiv::Record& record) {
  return record.title.size() <= kMostTitle &&
         record.abstract.size() <= kMostAbstract &&
         record.authors.size() <= kMostAuthors;
}

// One question on its way, over all of its pages.
class Asking {
 public:
  Asking(const Question& question, const Slice& slice, Client& client,
         Progress& progress, Diagnostics& diagnostics)
      : question_(question),
        slice_(slice),
        client_(client),
        progress_(progress),
        diagnostics_(diagnostics) {}

  Harvest Run() {
    switch (question_.service) {
      case PaperService::kApi:
        harvest_.whole = AskApi();
        break;
      case PaperService::kRss:
        harvest_.whole = AskFeed();
        break;
      case PaperService::kOai:
        progress_.Expect(question_.categories.size());
        harvest_.whole = std::ranges::all_of(
            question_.categories, [&](const std::string& category) {
              const bool is_whole = AskOai(category);
              progress_.Advance();
              return is_whole;
            });
        break;
    }
    if (absurd_ > 0) {
      diagnostics_.Warning(
          {"arXiv", 0, 0},
          "records left out, as their titles, abstracts or lists of authors "
          "are longer than any paper's: " +
              std::to_string(absurd_));
    }
    return std::move(harvest_);
  }

 private:
  bool AskApi() {
    arxiv::SearchPage page = {question_.categories, slice_.first, slice_.last,
                              0, kPage};
    size_t total = 0;
    for (size_t part = 0; part < kMostParts; ++part) {
      const auto answer = AskPage(page, &total);
      if (!answer) return false;
      if (part == 0) progress_.Expect(total);
      for (size_t i = 0; i < answer->records.size(); ++i) progress_.Advance();
      if (answer->records.empty() && page.start < total) {
        diagnostics_.Warning(
            {"arXiv", 0, 0},
            "it gives an empty page for the papers behind the " +
                std::to_string(page.start) + "th of " + std::to_string(total) +
                ": they are missing; ask again later");
        page.start += kPage;
      } else {
        // A page may be short of some that the next one has.
        page.start += answer->records.size();
      }
      Take(answer->records);
      if (page.start >= total) return true;
    }
    return Fail("it has no end of pages");
  }

  // The page, asked for again where it is empty and should not be; the first
  // one may be, but is so too when the service has the hiccups.
  std::optional<arxiv::AtomAnswer> AskPage(const arxiv::SearchPage& page,
                                           size_t* total) {
    const std::string url = arxiv::SearchUrl(question_.base, page);
    arxiv::AtomAnswer answer;
    for (int tried = 0; tried < kMostTries; ++tried) {
      auto next = AskFor(url, tried == 0 ? kFresh : kAnew, arxiv::ParseAtom);
      if (!next) return std::nullopt;
      answer = *std::move(next);
      if (answer.total > 0) *total = answer.total;
      const bool may_be_empty = page.start > 0 || tried > 0;
      if (!answer.records.empty()) break;
      if (page.start >= *total && may_be_empty) break;
    }
    return answer;
  }

  bool AskFeed() {
    const auto answer =
        AskFor(arxiv::AnnouncementsUrl(question_.base, question_.categories),
               kFreshFeed, arxiv::ParseAnnouncements);
    if (!answer) return false;
    Take(answer->records);
    return true;
  }

  bool AskOai(const std::string& category) {
    for (int begun = 0; begun < kMostBegins; ++begun) {
      std::string url =
          arxiv::OaiUrl(question_.base, category, slice_.first, slice_.last);
      arxiv::OaiAnswer answer;
      for (size_t part = 0; part < kMostParts; ++part) {
        auto next = AskFor(url, begun == 0 ? kFresh : kAnew, arxiv::ParseOai);
        if (!next) return false;
        answer = *std::move(next);
        Take(answer.records);
        if (answer.resumption_token.empty()) break;
        url = arxiv::OaiUrl(question_.base, answer.resumption_token);
      }
      if (!answer.resumption_token.empty()) {
        return Fail("it has no end of parts");
      }
      if (answer.error_code == "badResumptionToken") continue;
      const bool is_fine =
          answer.error.empty() || answer.error_code == "noRecordsMatch";
      return is_fine || Fail(answer.error);
    }
    return Fail("its tokens expire before they can be used; ask again later");
  }

  // What is read of the body, which is asked for again where it is no answer:
  // services show pages of HTML with the status 200 at times.
  template <typename Answer>
  std::optional<Answer> AskFor(const std::string& url,
                               std::chrono::seconds fresh_for,
                               Answer (*read)(std::string_view)) {
    for (int tried = 1;; ++tried) {
      const auto body = Ask(url, tried == 1 ? fresh_for : kAnew);
      if (!body) return std::nullopt;
      Answer answer = read(*body);
      const Verdict verdict = Judge(answer);
      if (verdict == Verdict::kFine) return answer;
      client_.Forget(url);
      if (verdict == Verdict::kNone && tried < kMostTries) continue;
      Fail(answer.error);
      return std::nullopt;
    }
  }

  // The body of an answer that may be read: of status 200, or one that says
  // what is wrong in the service's own words.
  std::optional<std::string> Ask(const std::string& url,
                                 std::chrono::seconds fresh_for) {
    fetch::Response response = client_.Get(url, fresh_for);
    if (response.failure != fetch::Failure::kNone) {
      if (!client_.stopped()) Fail(response.message);
      return std::nullopt;
    }
    const bool tells = response.status == 400 &&
                       question_.service == PaperService::kApi &&
                       !arxiv::ParseAtom(response.body).error.empty();
    if (response.status != 200 && !tells) {
      Fail("it answers with the status " + std::to_string(response.status));
      return std::nullopt;
    }
    return fetch::Utf8Body(response);
  }

  void Take(const std::vector<arxiv::Record>& records) {
    for (const arxiv::Record& record : records) {
      if (!seen_.insert(record.id).second) continue;
      if (record.withdrawn || IsOld(record)) continue;
      if (HasSize(record)) {
        harvest_.records.push_back(record);
      } else {
        ++absurd_;
      }
    }
  }

  // OAI-PMH dates a record by its last change.
  bool IsOld(const arxiv::Record& record) const {
    return question_.service == PaperService::kOai && record.published &&
           DaysSinceEpoch(*record.published) <
               DaysSinceEpoch(slice_.first) - kMostDelay;
  }

  bool Fail(std::string_view why) {
    diagnostics_.Error({"arXiv", 0, 0},
                       FitLine(why.substr(0, kMostWords)) + "; " +
                           FormatDate(slice_.day) +
                           " is left out, and what came of it is kept for "
                           "the next try");
    return false;
  }

  const Question& question_;
  const Slice& slice_;
  Client& client_;
  Progress& progress_;
  Diagnostics& diagnostics_;
  Harvest harvest_;
  std::set<std::string> seen_;
  size_t absurd_ = 0;
};

}  // namespace

Question QuestionOf(const SiteConfig& config) {
  Question question;
  question.service = config.papers.from;
  question.categories = config.papers.categories;
  switch (question.service) {
    case PaperService::kApi:
      question.base = config.fetch.arxiv_api;
      break;
    case PaperService::kOai:
      question.base = config.fetch.arxiv_oai;
      break;
    case PaperService::kRss:
      question.base = config.fetch.arxiv_rss;
      break;
  }
  return question;
}

std::vector<std::string> FirstAddresses(const Question& question,
                                        const Slice& slice) {
  switch (question.service) {
    case PaperService::kApi:
      return {arxiv::SearchUrl(question.base, {question.categories, slice.first,
                                               slice.last, 0, kPage})};
    case PaperService::kRss:
      return {arxiv::AnnouncementsUrl(question.base, question.categories)};
    case PaperService::kOai:
      break;
  }
  std::vector<std::string> addresses;
  for (const std::string& category : question.categories) {
    addresses.push_back(
        arxiv::OaiUrl(question.base, category, slice.first, slice.last));
  }
  return addresses;
}

Harvest HarvestSlice(const Question& question, const Slice& slice,
                     Client& client, Progress& progress,
                     Diagnostics& diagnostics) {
  return Asking(question, slice, client, progress, diagnostics).Run();
}

}  // namespace offprint::harvest
