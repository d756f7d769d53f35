// Asks a model about papers, several at once, within limits.
#ifndef OFFPRINT_LLM_ASKER_H_
#define OFFPRINT_LLM_ASKER_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "fetch/fetcher.h"
#include "llm/answer_cache.h"
#include "llm/chat.h"
#include "llm/prompts.h"

namespace offprint::llm {

// How many requests go out at once and in a minute is the pace of the fetcher's
// options.
struct Limits {
  size_t at_once = 4;
  int64_t tokens_a_minute = 0;  // 0: any number
  // Of all calls together. A question is not asked where its estimate goes
  // beyond; an answer that is longer than estimated may.
  int64_t most_tokens = 0;
  bool offline = false;  // answers that are kept, and no others
};

enum class Outcome {
  kAnswered,
  kFailed,  // the model was asked and gave nothing of use
  kLeft,    // not asked, as that would have cost too much
};

struct Spent {
  size_t asked = 0;     // requests
  size_t answered = 0;  // of them, with whatever
  size_t kept = 0;      // questions that the cache had the answer to
  int64_t tokens = 0;   // of requests
};

class Asker {
 public:
  // `prompts` and `stopped` outlive the asker. Answers are kept in the folder.
  Asker(Endpoint endpoint, fetch::FetchOptions options,
        const std::filesystem::path& folder, const Prompts& prompts,
        Limits limits, const std::atomic<bool>& stopped);

  // Lays the answers over the papers; one that did not come or pass is asked
  // for again twice. A paper that fails stays as it was, with a warning. Each
  // answer is kept when it comes. False where the server could not be asked,
  // which is an error, or the run was stopped: then the papers are of no use,
  // and a rerun goes on from here. *tokens is what the answers cost, when they
  // came. `advance` is called for each paper that is done.
  bool Ask(std::vector<NewPaper>* papers, std::vector<Outcome>* outcomes,
           int64_t* tokens, const std::function<void()>& advance,
           Diagnostics& diagnostics);

  const Spent& spent() const { return spent_; }

  // What one question about the paper costs at the most, in all likelihood.
  int64_t Estimate(const NewPaper& paper, Diagnostics& diagnostics) const;

 private:
  struct Question {
    size_t paper = 0;  // its place
    Hash128 hash;
    std::vector<Message> messages;
    int64_t estimate = 0;
    int tries = 0;
  };
  struct Round;

  Question MakeQuestion(const NewPaper& paper, size_t place,
                        Diagnostics& diagnostics) const;
  bool TakeKept(const Question& question, Round& round);
  void Fill(Round& round);
  void Start(Question question, Round& round);
  void Take(Question question, const fetch::Response& response, Round& round);
  void AskAgain(Question question, const std::string& answer,
                const std::string& problem, Round& round);
  void Settle(const Question& question, Outcome outcome, Round& round);
  void Fail(const Question& question, const std::string& why, Round& round);
  int64_t TokensOfLastMinute();
  void WaitForTokens() const;

  const Endpoint endpoint_;
  fetch::Fetcher fetcher_;
  const AnswerCache cache_;
  const Prompts& prompts_;
  const Limits limits_;
  const std::atomic<bool>& stopped_;
  Spent spent_;
  std::deque<std::pair<std::chrono::steady_clock::time_point, int64_t>>
      minute_;  // when and how many tokens
};

}  // namespace offprint::llm

#endif  // OFFPRINT_LLM_ASKER_H_
