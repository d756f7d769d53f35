#include "data/truth_value.h"

namespace offprint::data {
namespace {

const bool* TruthValue(const Object& values, std::string_view key) {
  const Value* value = values.Find(key);
  return value == nullptr ? nullptr : value->AsBool();
}

}  // namespace

bool IsTrue(const Object& values, std::string_view key) {
  const bool* truth = TruthValue(values, key);
  return truth != nullptr && *truth;
}

bool IsFalse(const Object& values, std::string_view key) {
  const bool* truth = TruthValue(values, key);
  return truth != nullptr && !*truth;
}

}  // namespace offprint::data
