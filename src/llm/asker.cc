#include "llm/asker.h"

#include <algorithm>
#include <thread>

#include "base/text.h"
#include "llm/answer.h"

namespace offprint::llm {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostTries = 3;
constexpr int64_t kAnswerTokens = 1500;
constexpr size_t kMostRepeated = 4000;  // bytes of a wrong answer shown to it

// More than two bytes a token are common in every language; one is rare.
int64_t TokensOf(const std::vector<Message>& messages) {
  size_t bytes = 0;
  for (const Message& message : messages) bytes += message.text.size();
  return static_cast<int64_t>(bytes / 2) + kAnswerTokens;
}

}  // namespace

// One call of Ask on its way.
struct Asker::Round {
  std::vector<NewPaper>& papers;
  std::vector<Outcome>& outcomes;
  const std::function<void()>& advance;
  Diagnostics& diagnostics;
  std::deque<Question> waiting = {};
  size_t running = 0;
  int64_t reserved = 0;  // tokens of those that run
  int64_t tokens = 0;    // of the answers that are of use
  size_t answered = 0;
  size_t refused = 0;
  std::string refusal = {};  // the first one's words
  std::string dead = {};     // why nothing more can be asked
};

Asker::Asker(Endpoint endpoint, fetch::FetchOptions options,
             const std::filesystem::path& folder, const Prompts& prompts,
             Limits limits, const std::atomic<bool>& stopped)
    : endpoint_(std::move(endpoint)),
      fetcher_(std::move(options)),
      cache_(folder),
      prompts_(prompts),
      limits_(limits),
      stopped_(stopped) {}

bool Asker::Ask(std::vector<NewPaper>* papers, std::vector<Outcome>* outcomes,
                int64_t* tokens, const std::function<void()>& advance,
                Diagnostics& diagnostics) {
  outcomes->assign(papers->size(), Outcome::kLeft);
  Round round = {*papers, *outcomes, advance, diagnostics};
  const size_t errors = diagnostics.errors();
  for (size_t place = 0; place < papers->size(); ++place) {
    Question question = MakeQuestion((*papers)[place], place, diagnostics);
    if (diagnostics.errors() > errors) return false;  // a template fails
    if (!TakeKept(question, round))
      round.waiting.push_back(std::move(question));
  }
  if (limits_.offline && !round.waiting.empty()) {
    round.dead = "answers are not kept of " +
                 std::to_string(round.waiting.size()) +
                 " papers; ask without --offline";
  }
  while (round.dead.empty() && !stopped_) {
    Fill(round);
    if (round.running > 0) {
      fetcher_.Run(stopped_);
    } else if (!round.waiting.empty()) {
      WaitForTokens();
    } else {
      break;
    }
  }
  if (round.refused > 0 && round.answered == 0 && round.dead.empty()) {
    round.dead = round.refusal;
  }
  if (!round.dead.empty() && !stopped_) {
    diagnostics.Error({endpoint_.model, 0, 0},
                      round.dead +
                          "; what it answered is kept, so that the "
                          "next run goes on from here");
  }
  *tokens = round.tokens;
  return round.dead.empty() && !stopped_;
}

int64_t Asker::Estimate(const NewPaper& paper, Diagnostics& diagnostics) const {
  return MakeQuestion(paper, 0, diagnostics).estimate;
}

Asker::Question Asker::MakeQuestion(const NewPaper& paper, size_t place,
                                    Diagnostics& diagnostics) const {
  Question question;
  question.paper = place;
  question.messages = {{"system", prompts_.System(diagnostics)},
                       {"user", prompts_.Paper(paper, diagnostics)}};
  question.hash = Hasher()
                      .Add(endpoint_.model)
                      .Add(question.messages[0].text)
                      .Add(question.messages[1].text)
                      .Take();
  question.estimate = TokensOf(question.messages);
  return question;
}

bool Asker::TakeKept(const Question& question, Round& round) {
  const auto kept = cache_.Find(question.hash);
  if (!kept) return false;
  NewPaper& paper = round.papers[question.paper];
  if (!ReadAnswer(kept->text, prompts_.values().wanted, &paper).empty()) {
    return false;
  }
  Settle(question, Outcome::kAnswered, round);
  round.tokens += kept->tokens;
  ++round.answered;
  ++spent_.kept;
  return true;
}

// Lets questions out as long as all limits allow.
void Asker::Fill(Round& round) {
  while (round.running < limits_.at_once && !round.waiting.empty() &&
         round.dead.empty() && !stopped_) {
    const int64_t cost = round.waiting.front().estimate;
    if (spent_.tokens + round.reserved + cost > limits_.most_tokens) {
      round.waiting.clear();  // they stay kLeft
      return;
    }
    const int64_t minute = TokensOfLastMinute() + round.reserved;
    if (limits_.tokens_a_minute > 0 && minute > 0 &&
        minute + cost > limits_.tokens_a_minute) {
      return;
    }
    Question question = std::move(round.waiting.front());
    round.waiting.pop_front();
    Start(std::move(question), round);
  }
}

void Asker::Start(Question question, Round& round) {
  ++round.running;
  round.reserved += question.estimate;
  ++question.tries;
  fetch::Request request = ChatRequest(endpoint_, question.messages);
  fetcher_.Add(std::move(request),
               [this, &round, question = std::move(question)](
                   const fetch::Response& response) mutable {
                 --round.running;
                 round.reserved -= question.estimate;
                 Take(std::move(question), response, round);
                 Fill(round);
               });
}

void Asker::Take(Question question, const fetch::Response& response,
                 Round& round) {
  if (response.failure == fetch::Failure::kCancelled) return;
  ++spent_.asked;
  ChatAnswer answer = ReadChat(endpoint_, response);
  if (answer.kind == ChatAnswer::Kind::kLost && question.tries < kMostTries) {
    // What broke off may have been worked on, and be paid for.
    const bool is_spent = response.failure != fetch::Failure::kNone;
    if (is_spent) spent_.tokens += question.estimate;
    round.waiting.push_front(std::move(question));
    return;
  }
  if (answer.kind == ChatAnswer::Kind::kNone ||
      answer.kind == ChatAnswer::Kind::kLost) {
    if (round.dead.empty()) round.dead = answer.problem;
    return;
  }
  ++spent_.answered;
  if (answer.kind == ChatAnswer::Kind::kRefused) {
    if (++round.refused == 1) round.refusal = answer.problem;
    return Fail(question, answer.problem, round);
  }
  ++round.answered;
  if (answer.tokens == 0) answer.tokens = question.estimate;
  spent_.tokens += answer.tokens;
  minute_.emplace_back(Clock::now(), answer.tokens);
  NewPaper& paper = round.papers[question.paper];
  const std::string problem =
      ReadAnswer(answer.text, prompts_.values().wanted, &paper);
  if (!problem.empty()) {
    return AskAgain(std::move(question), answer.text, problem, round);
  }
  Settle(question, Outcome::kAnswered, round);
  round.tokens += answer.tokens;
  cache_.Keep(question.hash, {answer.text, answer.tokens});
}

void Asker::AskAgain(Question question, const std::string& answer,
                     const std::string& problem, Round& round) {
  if (question.tries >= kMostTries) {
    return Fail(question, "its answers were of no use: " + problem, round);
  }
  question.messages.resize(2);
  question.messages.push_back(
      {"assistant", RepairUtf8(answer.substr(0, kMostRepeated))});
  question.messages.push_back(
      {"user", "That cannot be used: " + problem +
                   ". Answer again, with the JSON object alone."});
  question.estimate = TokensOf(question.messages);
  round.waiting.push_front(std::move(question));
}

void Asker::Settle(const Question& question, Outcome outcome, Round& round) {
  round.outcomes[question.paper] = outcome;
  round.advance();
}

void Asker::Fail(const Question& question, const std::string& why,
                 Round& round) {
  Settle(question, Outcome::kFailed, round);
  round.diagnostics.Warning(
      {endpoint_.model, 0, 0},
      round.papers[question.paper].id.value + " keeps its own words: " + why);
}

int64_t Asker::TokensOfLastMinute() {
  const auto minute_ago = Clock::now() - std::chrono::minutes(1);
  while (!minute_.empty() && minute_.front().first < minute_ago) {
    minute_.pop_front();
  }
  int64_t sum = 0;
  for (const auto& [when, tokens] : minute_) sum += tokens;
  return sum;
}

void Asker::WaitForTokens() const {
  if (minute_.empty()) return;
  const auto until = minute_.front().first + std::chrono::minutes(1);
  while (!stopped_ && Clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

}  // namespace offprint::llm
