// Chat completions, in the form of OpenAI's API that many servers speak
// (https://platform.openai.com/docs/api-reference/chat).
#ifndef OFFPRINT_LLM_CHAT_H_
#define OFFPRINT_LLM_CHAT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/http.h"

namespace offprint::llm {

// Whom to ask. The key goes into a header and nowhere else: no message, log or
// file holds it.
struct Endpoint {
  std::string base;  // "https://api.openai.com/v1", without a "/" at its end
  std::string key;   // empty for a server that wants none
  std::string model;
};

struct Message {
  const char* role;  // "system", "user" or "assistant"
  std::string text;  // UTF-8
};

fetch::Request ChatRequest(const Endpoint& endpoint,
                           const std::vector<Message>& messages);

struct ChatAnswer {
  enum class Kind {
    kText,     // an answer, whatever it says
    kRefused,  // this question is not taken; another one may be
    kLost,     // none came, or no completion; it may when asked for again
    kNone,     // no answer, and none to others while nothing changes
  };

  Kind kind = Kind::kNone;
  std::string text;     // of kText
  int64_t tokens = 0;   // read and written, as the server counts
  std::string problem;  // of others, to stand behind the model's name
};

// What came of a request. Words of the server in `problem` are short, and
// without the key.
ChatAnswer ReadChat(const Endpoint& endpoint, const fetch::Response& response);

}  // namespace offprint::llm

#endif  // OFFPRINT_LLM_CHAT_H_
