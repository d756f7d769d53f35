// Answers that are kept, so that no question is paid for twice.
#ifndef OFFPRINT_LLM_ANSWER_CACHE_H_
#define OFFPRINT_LLM_ANSWER_CACHE_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/hash.h"

namespace offprint::llm {

struct KeptAnswer {
  std::string text;
  int64_t tokens = 0;  // that it cost
};

// One file an answer, called after the hash of what was asked. A file that is
// damaged or cannot be written is as one that is not there.
class AnswerCache {
 public:
  explicit AnswerCache(std::filesystem::path folder);

  std::optional<KeptAnswer> Find(const Hash128& question) const;
  void Keep(const Hash128& question, const KeptAnswer& answer) const;

 private:
  std::filesystem::path PathOf(const Hash128& question) const;

  const std::filesystem::path folder_;
};

}  // namespace offprint::llm

#endif  // OFFPRINT_LLM_ANSWER_CACHE_H_
