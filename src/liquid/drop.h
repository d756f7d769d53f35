// What a program lets templates see: hashes and arrays that are computed when
// a template asks for them.
#ifndef OFFPRINT_LIQUID_DROP_H_
#define OFFPRINT_LIQUID_DROP_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "liquid/arena.h"
#include "liquid/key.h"
#include "liquid/value.h"

namespace offprint::liquid {

// A hash whose members are found when they are asked for. To a template it is
// a hash: it can be iterated, printed, inspected and made JSON. A drop lives as
// long as the render; one made on demand lives in the render's arena (so it
// must be trivially destructible). Const members are called from many threads
// at once.
class Drop {
 public:
  // The member, nil where there is none. Text that is not a slice of what
  // outlives the render goes through arena.Keep().
  virtual Value Find(const Key& key, Arena& arena) const = 0;

  // The names of all members, in the order in which a template sees them;
  // they must outlive the render. A drop may answer to more in Find().
  virtual std::span<const std::string_view> Keys() const = 0;

  // The address of a document, which relative_url and absolute_url take for
  // it; nil for all else.
  virtual Value Address() const { return Value(); }

 protected:
  Drop() = default;
  Drop(const Drop&) = default;
  Drop& operator=(const Drop&) = default;
  ~Drop() = default;
};

// An array whose items are made when they are asked for. Lives as a drop does.
class List {
 public:
  virtual size_t size() const = 0;

  // The item, `index` being less than size().
  virtual Value At(size_t index, Arena& arena) const = 0;

 protected:
  List() = default;
  List(const List&) = default;
  List& operator=(const List&) = default;
  ~List() = default;
};

// A hash of values that are at hand, in the order in which they were added.
// The keys must outlive the render.
class Hash final : public Drop {
 public:
  // Replaces the member under the key, or appends it.
  void Set(const Key& key, Value value);

  Value Find(const Key& key, Arena& arena) const override;
  std::span<const std::string_view> Keys() const override { return names_; }

 private:
  std::vector<Key> keys_;
  std::vector<std::string_view> names_;
  std::vector<Value> values_;
};

// A hash in the arena, of the names and the values beside them. What the
// spans refer to must live as long as the arena.
Value NewHash(std::span<const std::string_view> names,
              std::span<const Value> values, Arena& arena);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_DROP_H_
