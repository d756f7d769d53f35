#include "liquid/loop.h"

#include <algorithm>
#include <string>

#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/text_form.h"
#include "liquid/time.h"

namespace offprint::liquid {
namespace {

size_t CountItems(const Value& collection) {
  if (collection.IsArray() || collection.IsHash()) return collection.size();
  if (collection.kind() == Value::Kind::kRange) {
    return collection.range().size();
  }
  return collection.IsString() && !collection.text().empty() ? 1 : 0;
}

}  // namespace

Value Items::At(size_t index, Renderer& renderer) const {
  const size_t at = first + (backwards ? count - 1 - index : index);
  if (collection.IsArray()) return collection.At(at, renderer.arena());
  if (collection.IsHash()) return renderer.MemberAt(collection, at);
  if (collection.kind() == Value::Kind::kRange) {
    return Value(collection.range().first + static_cast<int64_t>(at));
  }
  return collection;
}

Items SliceItems(const Value& collection, int64_t from,
                 std::optional<int64_t> to) {
  Items items;
  items.collection = collection;
  const auto size = static_cast<int64_t>(CountItems(collection));
  if (collection.IsString()) {
    items.count = static_cast<size_t>(size);
    return items;
  }
  const int64_t first = std::clamp<int64_t>(from, 0, size);
  const int64_t last = std::clamp<int64_t>(to.value_or(size), first, size);
  items.first = static_cast<size_t>(first);
  items.count = static_cast<size_t>(last - first);
  return items;
}

int64_t ToInteger(const Value& value, Renderer& renderer) {
  switch (value.kind()) {
    case Value::Kind::kNil:
      return 0;
    case Value::Kind::kInt:
      return value.integer();
    case Value::Kind::kDouble:
      return TruncatedInteger(value.number());
    case Value::Kind::kTime:
      return value.time().seconds;
    case Value::Kind::kString: {
      const Value number = LeadingInteger(value.text());
      return number.IsInt() ? number.integer()
                            : TruncatedInteger(number.number());
    }
    default:
      renderer.Fail("a value of class " + std::string(ClassName(value)) +
                    " is no number");
      return 0;
  }
}

}  // namespace offprint::liquid
