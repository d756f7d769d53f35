#include "check/search_root.h"

#include <algorithm>

#include "base/diagnostics.h"
#include "base/text.h"
#include "data/json_parser.h"

namespace offprint {
namespace {

constexpr int64_t kFormat = 1;

// Reads members of one object; after the first that is missing or of another
// kind all it gives is empty, and wrong() names it.
class MemberReader {
 public:
  MemberReader(const data::Value& value, std::string* wrong)
      : object_(value.AsObject()), wrong_(*wrong) {
    if (object_ == nullptr) Fail("a mapping");
  }

  bool Has(std::string_view key) const {
    return object_ != nullptr && object_->Find(key) != nullptr;
  }

  size_t Number(std::string_view key) {
    const data::Value* value = Find(key);
    const int64_t* number = value == nullptr ? nullptr : value->AsInt();
    if (number != nullptr && *number >= 0) return static_cast<size_t>(*number);
    Fail(key);
    return 0;
  }

  std::string Text(std::string_view key) {
    const data::Value* value = Find(key);
    if (value != nullptr && value->AsString() != nullptr) {
      return *value->AsString();
    }
    Fail(key);
    return {};
  }

  const data::Array& List(std::string_view key) {
    static const data::Array kNone;
    const data::Value* value = Find(key);
    if (value != nullptr && value->AsArray() != nullptr) {
      return *value->AsArray();
    }
    Fail(key);
    return kNone;
  }

  void Fail(std::string_view what) {
    if (wrong_.empty()) wrong_ = what;
  }

 private:
  const data::Value* Find(std::string_view key) const {
    return object_ == nullptr ? nullptr : object_->Find(key);
  }

  const data::Object* object_;
  std::string& wrong_;
};

SearchTier ReadTier(const data::Value& value, std::string* wrong) {
  MemberReader reader(value, wrong);
  SearchTier tier;
  tier.folder = reader.Text("folder");
  if (tier.folder.empty() || tier.folder.find('/') != std::string::npos ||
      tier.folder.starts_with('.')) {
    reader.Fail("folder");
  }
  tier.papers = reader.Number("papers");
  tier.pack = reader.Number("pack");
  if (tier.pack == 0) reader.Fail("pack");
  tier.dictionary = reader.Number("dictionary");
  tier.shards = reader.Number("shards");
  tier.has_nodes = reader.Has("nodes");
  const std::string starts = reader.Text(tier.has_nodes ? "nodes" : "starts");
  if (tier.shards > 0) {
    for (const std::string_view start : Split(starts, '\n')) {
      tier.starts.emplace_back(start);
    }
  }
  size_t number = 0;
  for (const data::Value& difference : reader.List("replaces")) {
    const int64_t* step = difference.AsInt();
    if (step == nullptr || *step < 0) {
      reader.Fail("replaces");
      break;
    }
    number += static_cast<size_t>(*step);
    tier.replaces.push_back(number);
  }
  return tier;
}

}  // namespace

std::optional<SearchRoot> ReadSearchRoot(std::string_view json,
                                         std::string* reason) {
  Diagnostics problems;
  const data::Value value = data::ParseJson(json, "", problems);
  if (problems.errors() > 0) {
    *reason = problems.list().front().message;
    return std::nullopt;
  }
  std::string wrong;
  MemberReader reader(value, &wrong);
  SearchRoot root;
  if (reader.Number("format") != kFormat) reader.Fail("format");
  root.papers = reader.Number("papers");
  for (const data::Value& tier : reader.List("tiers")) {
    root.tiers.push_back(ReadTier(tier, &wrong));
  }
  if (wrong.empty()) return root;
  *reason = "\"" + wrong + "\" is missing or not what it has to be";
  return std::nullopt;
}

}  // namespace offprint
