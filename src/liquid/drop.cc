#include "liquid/drop.h"

namespace offprint::liquid {
namespace {

class ArenaHash final : public Drop {
 public:
  ArenaHash(std::span<const std::string_view> names,
            std::span<const Value> values)
      : names_(names), values_(values) {}

  Value Find(const Key& key, Arena&) const override {
    for (size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == key.text) return values_[i];
    }
    return Value();
  }

  std::span<const std::string_view> Keys() const override { return names_; }

 private:
  std::span<const std::string_view> names_;
  std::span<const Value> values_;
};

}  // namespace

void Hash::Set(const Key& key, Value value) {
  for (size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == key) {
      values_[i] = value;
      return;
    }
  }
  keys_.push_back(key);
  names_.push_back(key.text);
  values_.push_back(value);
}

Value Hash::Find(const Key& key, Arena&) const {
  for (size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == key) return values_[i];
  }
  return Value();
}

Value NewHash(std::span<const std::string_view> names,
              std::span<const Value> values, Arena& arena) {
  const Drop* hash = arena.New<ArenaHash>(names, values);
  return Value(hash);
}

}  // namespace offprint::liquid
