// The filters of lists.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "liquid/characters.h"
#include "liquid/compare.h"
#include "liquid/filter.h"
#include "liquid/renderer.h"
#include "liquid/sequence.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

using Kind = Value::Kind;

void WriteJoin(const FilterCall& call, std::string* out) {
  const std::string_view glue =
      call.arguments.empty() ? " " : ToText(call.Argument(0), call.renderer);
  if (call.input.IsArray()) {
    AppendFlatJoined(call.input, glue, call.renderer, out);
    return;
  }
  bool first = true;
  for (const Value& item : FlatItems(call.input, call.renderer)) {
    if (!first) out->append(glue);
    first = false;
    AppendText(item, call.renderer, out);
  }
}

Value First(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  if (call.input.kind() == Kind::kRange) {
    return Value(call.input.range().first);
  }
  if (call.input.size() == 0) return Value();
  return call.input.IsArray() ? call.input.At(0, renderer.arena())
                              : renderer.MemberAt(call.input, 0);
}

Value Last(const FilterCall& call) {
  if (call.input.kind() == Kind::kRange) return Value(call.input.range().last);
  if (!call.input.IsArray() || call.input.size() == 0) return Value();
  return call.input.At(call.input.size() - 1, call.renderer.arena());
}

Value Size(const FilterCall& call) {
  switch (call.input.kind()) {
    case Kind::kString:
      return Value(CountCodePoints(call.input.text()));
    case Kind::kRange:
      return Value(call.input.range().size());
    case Kind::kInt:
      return Value(8);  // Integer#size, in bytes
    default:
      return Value(call.input.size());
  }
}

Value Reverse(const FilterCall& call) {
  std::vector<Value> items = FlatItems(call.input, call.renderer);
  std::reverse(items.begin(), items.end());
  return call.renderer.NewArray(items);
}

// Whether the property can be asked of the items; *result is what the filter
// gives where it cannot.
bool CanSelect(const std::vector<Value>& items, const FilterCall& call,
               Value* result) {
  *result = items.empty() ? call.renderer.NewArray({}) : Value();
  return !items.empty() && HasProperties(items[0]);
}

Value Uniq(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  const std::vector<Value> items = FlatItems(call.input, renderer);
  const Value property = call.Argument(0);
  Value result;
  if (!property.IsNil() && !CanSelect(items, call, &result)) return result;
  std::unordered_multimap<uint64_t, Value> seen;
  std::vector<Value> unique;
  for (const Value& item : items) {
    const Value key =
        property.IsNil() ? item : Property(item, property, renderer);
    const uint64_t hash = HashOf(key, renderer);
    const auto [begin, end] = seen.equal_range(hash);
    const bool known = std::any_of(begin, end, [&](const auto& entry) {
      return Same(entry.second, key, renderer);
    });
    if (known) continue;
    seen.emplace(hash, key);
    unique.push_back(item);
  }
  return renderer.NewArray(unique);
}

Value Compact(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  std::vector<Value> items = FlatItems(call.input, renderer);
  const Value property = call.Argument(0);
  Value result;
  if (!property.IsNil() && !CanSelect(items, call, &result)) return result;
  std::erase_if(items, [&](const Value& item) {
    return property.IsNil() ? item.IsNil()
                            : Property(item, property, renderer).IsNil();
  });
  return renderer.NewArray(items);
}

Value Concat(const FilterCall& call) {
  const Value added = call.Argument(0);
  if (!added.IsArray()) {
    call.renderer.Fail("the filter concat needs an array to add");
    return Value();
  }
  std::vector<Value> items = FlatItems(call.input, call.renderer);
  for (size_t i = 0; i < added.size(); ++i) {
    items.push_back(added.At(i, call.renderer.arena()));
  }
  return call.renderer.NewArray(items);
}

Value Map(const FilterCall& call) {
  std::vector<Value> items = FlatItems(call.input, call.renderer);
  for (Value& item : items) {
    item = Property(item, call.Argument(0), call.renderer);
  }
  return call.renderer.NewArray(items);
}

Value SliceText(std::string_view text, int64_t offset, int64_t length) {
  const auto slice = SliceOf(CountCodePoints(text), offset, length);
  if (!slice) return Value(std::string_view());
  const size_t begin = CodePointOffset(text, slice->begin);
  const std::string_view rest = text.substr(begin);
  return Value(
      rest.substr(0, CodePointOffset(rest, slice->end - slice->begin)));
}

Value SliceFilter(const FilterCall& call) {
  const auto offset = ArgumentInteger(call, 0, 0);
  const auto length = call.Argument(1).IsTruthy() ? ArgumentInteger(call, 1, 1)
                                                  : std::optional<int64_t>(1);
  if (!offset || !length) return Value();
  if (!call.input.IsArray()) {
    return SliceText(ToText(call.input, call.renderer), *offset, *length);
  }
  std::vector<Value> items;
  const auto slice = SliceOf(call.input.size(), *offset, *length);
  for (size_t i = slice ? slice->begin : 0; slice && i < slice->end; ++i) {
    items.push_back(call.input.At(i, call.renderer.arena()));
  }
  return call.renderer.NewArray(items);
}

std::vector<Value> Copy(const Value& array, Renderer& renderer) {
  std::vector<Value> items;
  items.reserve(array.size() + 1);
  for (size_t i = 0; i < array.size(); ++i) {
    items.push_back(array.At(i, renderer.arena()));
  }
  return items;
}

Value Push(const FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  std::vector<Value> items = Copy(call.input, call.renderer);
  items.push_back(call.Argument(0));
  return call.renderer.NewArray(items);
}

Value Unshift(const FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  std::vector<Value> items = Copy(call.input, call.renderer);
  items.insert(items.begin(), call.Argument(0));
  return call.renderer.NewArray(items);
}

// How many items pop and shift take away; nothing after a failure.
std::optional<size_t> TakenAway(const FilterCall& call) {
  const auto count = ArgumentInteger(call, 0, 1);
  if (count && *count < 0) call.renderer.Fail("negative array size");
  if (!count || *count < 0) return std::nullopt;
  return std::min(static_cast<size_t>(*count), call.input.size());
}

Value Pop(const FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  const auto count = TakenAway(call);
  if (!count) return Value();
  std::vector<Value> items = Copy(call.input, call.renderer);
  items.resize(items.size() - *count);
  return call.renderer.NewArray(items);
}

Value Shift(const FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  const auto count = TakenAway(call);
  if (!count) return Value();
  std::vector<Value> items = Copy(call.input, call.renderer);
  items.erase(items.begin(), items.begin() + static_cast<ptrdiff_t>(*count));
  return call.renderer.NewArray(items);
}

// Jekyll takes items by chance; the same input gives the same output here, so
// it is the first ones.
Value Sample(const FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  const Value argument = call.Argument(0);
  const int64_t count = argument.IsInt() ? argument.integer() : 1;
  if (count == 1) return First(call);
  if (count < 0) {
    call.renderer.Fail("negative sample number");
    return Value();
  }
  std::vector<Value> items = Copy(call.input, call.renderer);
  if (static_cast<size_t>(count) < items.size()) {
    items.resize(static_cast<size_t>(count));
  }
  return call.renderer.NewArray(items);
}

// What array_to_sentence_string takes apart: an array or, as Ruby's [] and
// length work on both, a text of two characters at most.
std::optional<std::vector<Value>> SentenceItems(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  if (call.input.IsArray()) return Copy(call.input, renderer);
  std::vector<Value> items;
  if (call.input.IsString() && CountCodePoints(call.input.text()) <= 2) {
    const std::string_view text = call.input.text();
    const size_t second = CodePointOffset(text, 1);
    if (!text.empty()) items.emplace_back(text.substr(0, second));
    if (second < text.size()) items.emplace_back(text.substr(second));
    return items;
  }
  renderer.Fail("array_to_sentence_string needs an array, not a value of " +
                ("class " + std::string(ClassName(call.input))));
  return std::nullopt;
}

void WriteSentence(const FilterCall& call, std::string* out) {
  Renderer& renderer = call.renderer;
  const auto items = SentenceItems(call);
  if (!items) return;
  const std::string_view connector =
      call.arguments.empty() ? "and" : ToText(call.Argument(0), renderer);
  const size_t size = items->size();
  if (size > 2) {
    const std::span<const Value> all = *items;
    AppendFlatJoined(Value(all.first(size - 1)), ", ", renderer, out);
    out->append(",");
  } else if (size == 2) {
    AppendText((*items)[0], renderer, out);
  }
  if (size > 1) out->append(" ").append(connector).append(" ");
  if (size > 0) AppendText(items->back(), renderer, out);
}

Value Default(const FilterCall& call) {
  const Value& input = call.input;
  const bool empty = !input.IsTruthy() ||
                     (input.IsString() && input.text().empty()) ||
                     ((input.IsArray() || input.IsHash()) && input.size() == 0);
  if (!empty) return input;
  return call.arguments.empty() ? Value(std::string_view()) : call.Argument(0);
}

constexpr Filter kFilters[] = {
    {"array_to_sentence_string", 0, 1, nullptr, WriteSentence},
    {"compact", 0, 1, Compact},
    {"concat", 1, 1, Concat},
    {"default", 0, 1, Default},
    {"first", 0, 0, First},
    {"join", 0, 1, nullptr, WriteJoin},
    {"last", 0, 0, Last},
    {"map", 1, 1, Map},
    {"pop", 0, 1, Pop},
    {"push", 1, 1, Push},
    {"reverse", 0, 0, Reverse},
    {"sample", 0, 1, Sample},
    {"shift", 0, 1, Shift},
    {"size", 0, 0, Size},
    {"slice", 1, 2, SliceFilter},
    {"uniq", 0, 1, Uniq},
    {"unshift", 1, 1, Unshift},
};

}  // namespace

std::span<const Filter> ListFilters() { return kFilters; }

}  // namespace offprint::liquid
