// The language model that the settings name, put to work on digests.
#ifndef OFFPRINT_CLI_PAPER_MODEL_H_
#define OFFPRINT_CLI_PAPER_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/fetch_run.h"
#include "llm/asker.h"
#include "model/digest.h"
#include "writers/new_digest.h"

namespace offprint {

class PaperModel {
 public:
  // `run` outlives it.
  PaperModel(FetchRun& run, Dialect dialect, llm::Endpoint endpoint,
             fetch::FetchOptions http, std::unique_ptr<llm::Prompts> prompts);

  // Translates and judges the papers, and says so in the head. One for which
  // the model is of no use keeps its abstract, with a mark; those that the
  // budget does not reach are taken out. False, with an error, where the digest
  // cannot be made now.
  bool Work(NewDigest* digest);

  // Tokens that the papers may cost, at the most in all likelihood.
  int64_t Estimate(const std::vector<NewPaper>& papers);

  // "gpt-4o-mini: 12 questions, 3 kept answers, 1,440 tokens" and so on.
  std::string Summary() const;

  const llm::Spent& spent() const { return asker_.spent(); }

 private:
  void Mark(NewPaper* paper) const;

  FetchRun& run_;
  const Dialect dialect_;
  const std::unique_ptr<llm::Prompts> prompts_;
  llm::Asker asker_;
  size_t failed_ = 0;
  size_t left_ = 0;
};

// The model of the settings, asked at OPENAI_BASE_URL with the key of
// OPENAI_API_KEY, by the prompts of the theme. Null, with an error, where one
// of them is not as it should be.
std::unique_ptr<PaperModel> MakePaperModel(FetchRun& run, Dialect dialect);

}  // namespace offprint

#endif  // OFFPRINT_CLI_PAPER_MODEL_H_
