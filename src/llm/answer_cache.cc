// A file is JSON: {"tokens": 120, "text": "…"}.
#include "llm/answer_cache.h"

#include <unistd.h>

#include <fstream>
#include <system_error>
#include <utility>

#include "base/source_file.h"
#include "data/json.h"
#include "data/json_parser.h"

namespace offprint::llm {

namespace fs = std::filesystem;

AnswerCache::AnswerCache(fs::path folder) : folder_(std::move(folder)) {}

std::optional<KeptAnswer> AnswerCache::Find(const Hash128& question) const {
  std::error_code error;
  const fs::path path = PathOf(question);
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  Diagnostics ignored;
  data::Value file;
  try {
    file = data::ParseJson(ReadFile(path), "", ignored);
  } catch (const EnvironmentError&) {
    return std::nullopt;
  }
  const data::Object* object = file.AsObject();
  if (object == nullptr) return std::nullopt;
  const data::Value* text = object->Find("text");
  const data::Value* tokens = object->Find("tokens");
  if (text == nullptr || text->AsString() == nullptr || tokens == nullptr ||
      tokens->AsInt() == nullptr) {
    return std::nullopt;
  }
  return KeptAnswer{*text->AsString(), *tokens->AsInt()};
}

void AnswerCache::Keep(const Hash128& question,
                       const KeptAnswer& answer) const {
  std::error_code error;
  fs::create_directories(folder_, error);
  const fs::path path = PathOf(question);
  const fs::path fresh = path.string() + "." + std::to_string(getpid());
  std::string json;
  data::JsonWriter(&json)
      .BeginObject()
      .Key("tokens")
      .Int(answer.tokens)
      .Key("text")
      .String(answer.text)
      .EndObject();
  std::ofstream out(fresh, std::ios::binary);
  out << json;
  out.close();
  if (!out.fail()) fs::rename(fresh, path, error);
  if (out.fail() || error) fs::remove(fresh, error);
}

fs::path AnswerCache::PathOf(const Hash128& question) const {
  return folder_ / (HexOf(question) + ".json");
}

}  // namespace offprint::llm
