#include "llm/chat.h"

#include <algorithm>

#include "base/text.h"
#include "data/json.h"
#include "data/json_parser.h"
#include "writers/fit.h"

namespace offprint::llm {
namespace {

constexpr size_t kMostWords = 300;  // bytes of a server's words in a message

const data::Value* Member(const data::Value* value, std::string_view name) {
  const data::Object* object = value == nullptr ? nullptr : value->AsObject();
  return object == nullptr ? nullptr : object->Find(name);
}

const data::Value* First(const data::Value* value) {
  const data::Array* array = value == nullptr ? nullptr : value->AsArray();
  return array == nullptr || array->empty() ? nullptr : &array->front();
}

std::string TextOf(const data::Value* value) {
  const std::string* text = value == nullptr ? nullptr : value->AsString();
  return text == nullptr ? std::string() : *text;
}

// A server may repeat the key that it does not take, or a part of it: what has
// its first letters goes up to the end of the word.
std::string WithoutKey(std::string text, const std::string& key) {
  const std::string head = key.substr(0, std::min<size_t>(key.size(), 6));
  if (head.empty()) return text;
  for (size_t at = text.find(head); at != std::string::npos;
       at = text.find(head, at)) {
    const size_t end = std::min(text.find_first_of(" \"',;", at), text.size());
    text.replace(at, end - at, "…");
  }
  // Masked in the middle, its tail would be left.
  if (key.size() >= 8) {
    const std::string tail = key.substr(key.size() - 4);
    for (size_t at = text.find(tail); at != std::string::npos;
         at = text.find(tail, at)) {
      text.replace(at, tail.size(), "…");
    }
  }
  return text;
}

std::string ShortLine(const std::string& text) {
  std::string line = FitLine(text);
  if (line.size() <= kMostWords) return line;
  size_t size = kMostWords;
  while ((line[size] & 0xC0) == 0x80) --size;
  return line.substr(0, size) + "…";
}

std::string ServersWords(const Endpoint& endpoint, const data::Value& body) {
  const data::Value* error = Member(&body, "error");
  std::string words = TextOf(Member(error, "message"));
  if (words.empty()) words = TextOf(error);
  return ShortLine(WithoutKey(std::move(words), endpoint.key));
}

// Statuses that are about the question, as of texts that are too long or that
// a filter does not let pass.
bool IsAboutQuestion(int status) {
  return status == 400 || status == 413 || status == 422;
}

// Failures behind which the server may well take the next question. The
// fetcher tries them again for no POST.
bool MayPass(fetch::Failure failure) {
  return failure == fetch::Failure::kTimeout ||
         failure == fetch::Failure::kLost ||
         failure == fetch::Failure::kBadBody;
}

}  // namespace

fetch::Request ChatRequest(const Endpoint& endpoint,
                           const std::vector<Message>& messages) {
  fetch::Request request;
  request.method = fetch::Method::kPost;
  request.url = endpoint.base + "/chat/completions";
  request.headers = {{"Content-Type", "application/json"},
                     {"Accept", "application/json"}};
  if (!endpoint.key.empty()) {
    request.headers.push_back({"Authorization", "Bearer " + endpoint.key});
  }
  data::JsonWriter json(&request.body);
  json.BeginObject().Key("model").String(endpoint.model);
  json.Key("stream").Bool(false).Key("messages").BeginArray();
  for (const Message& message : messages) {
    json.BeginObject().Key("role").String(message.role);
    json.Key("content").String(message.text).EndObject();
  }
  json.EndArray().EndObject();
  return request;
}

ChatAnswer ReadChat(const Endpoint& endpoint, const fetch::Response& response) {
  ChatAnswer answer;
  if (response.failure != fetch::Failure::kNone) {
    if (MayPass(response.failure)) answer.kind = ChatAnswer::Kind::kLost;
    answer.problem = WithoutKey(response.message, endpoint.key);
    return answer;
  }
  Diagnostics ignored;  // what is no JSON is null, and told below
  const data::Value body =
      data::ParseJson(RepairUtf8(response.body), "", ignored);
  const std::string words = ServersWords(endpoint, body);
  if (response.status != 200) {
    answer.kind = IsAboutQuestion(response.status) ? ChatAnswer::Kind::kRefused
                                                   : ChatAnswer::Kind::kNone;
    answer.problem =
        "the server answers with the status " + std::to_string(response.status);
    if (response.status == 401 || response.status == 403) {
      answer.problem += " (is OPENAI_API_KEY the key for it?)";
    }
    if (response.status == 404) {
      answer.problem += " (are OPENAI_BASE_URL and papers.model right?)";
    }
    if (!words.empty()) answer.problem += ": " + words;
    return answer;
  }
  const data::Value* message =
      Member(First(Member(&body, "choices")), "message");
  if (const data::Value* total =
          Member(Member(&body, "usage"), "total_tokens")) {
    if (const int64_t* tokens = total->AsInt()) {
      answer.tokens = std::max<int64_t>(*tokens, 0);
    }
  }
  if (message == nullptr) {
    answer.kind = ChatAnswer::Kind::kLost;
    answer.problem = words.empty() ? "what the server answers is no chat "
                                     "completion (is OPENAI_BASE_URL right?)"
                                   : "the server says: " + words;
    return answer;
  }
  answer.kind = ChatAnswer::Kind::kText;
  answer.text = TextOf(Member(message, "content"));
  return answer;
}

}  // namespace offprint::llm
