// The filters that sort, choose and group the items of a list.
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "liquid/compare.h"
#include "liquid/condition.h"
#include "liquid/filter.h"
#include "liquid/merge_sort.h"
#include "liquid/pipeline.h"
#include "liquid/renderer.h"
#include "liquid/sequence.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

// item["a"]["b"] for "a.b", as Jekyll's own filters ask for properties.
Value DottedProperty(const Value& item, const Value& property,
                     Renderer& renderer) {
  Value value = item;
  const std::string_view path = ToText(property, renderer);
  if (path.empty()) return value;
  for (const std::string_view name : Split(path, '.')) {
    if (!HasProperties(value)) {
      renderer.Fail("cannot select the property '" + std::string(name) +
                    "' of a value of class " + std::string(ClassName(value)));
      return Value();
    }
    value = Property(value, Value(name), renderer);
  }
  return value;
}

int OrderOrFail(const Value& a, const Value& b, Renderer& renderer) {
  if (renderer.failed()) return 0;
  const auto order = Order(a, b, renderer);
  if (order) return *order;
  std::string other(ClassName(b));
  if (b.IsNumber() || b.IsNil() || b.IsBool()) {
    other.clear();
    AppendInspected(b, renderer, &other);
  }
  renderer.Fail("comparison of " + std::string(ClassName(a)) + " with " +
                other + " failed");
  return 0;
}

// Items with what they are sorted by before them.
std::vector<Value> WithKeys(const std::vector<Value>& items,
                            const std::vector<Value>& keys,
                            Renderer& renderer) {
  std::vector<Value> pairs;
  pairs.reserve(items.size());
  for (size_t i = 0; i < items.size(); ++i) {
    const std::span<Value> pair = renderer.arena().NewSpan<Value>(2);
    pair[0] = keys[i];
    pair[1] = items[i];
    pairs.emplace_back(std::span<const Value>(pair));
  }
  return pairs;
}

void DropKeys(std::vector<Value>* pairs) {
  for (Value& pair : *pairs) pair = pair.items()[1];
}

std::vector<Value> SortableItems(const Value& input, Renderer& renderer) {
  if (!input.IsHash()) return ItemsOrValues(input, renderer);
  std::vector<Value> items;
  for (size_t i = 0; i < input.size(); ++i) {
    items.push_back(renderer.MemberAt(input, i));
  }
  return items;
}

Value SortByProperty(const FilterCall& call, const std::vector<Value>& items,
                     int nil_order) {
  Renderer& renderer = call.renderer;
  std::vector<Value> keys;
  for (const Value& item : items) {
    keys.push_back(DottedProperty(item, call.Argument(0), renderer));
    if (renderer.failed()) return Value();
  }
  std::vector<Value> pairs = WithKeys(items, keys, renderer);
  MergeSort(&pairs, [&](const Value& a, const Value& b) {
    const Value& left = a.items()[0];
    const Value& right = b.items()[0];
    if (!left.IsNil() && right.IsNil()) return -nil_order;
    if (left.IsNil() && !right.IsNil()) return nil_order;
    return OrderOrFail(left, right, renderer);
  });
  DropKeys(&pairs);
  return renderer.NewArray(pairs);
}

Value Sort(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  const Value& input = call.input;
  if (input.IsNil()) {
    renderer.Fail("cannot sort nil");
    return Value();
  }
  if (!input.IsArray() && !input.IsHash() &&
      input.kind() != Value::Kind::kRange) {
    renderer.Fail("cannot sort a value of class " +
                  std::string(ClassName(input)));
    return Value();
  }
  std::vector<Value> items = SortableItems(input, renderer);
  if (call.Argument(0).IsNil()) {
    MergeSort(&items, [&](const Value& a, const Value& b) {
      return OrderOrFail(a, b, renderer);
    });
    return renderer.NewArray(items);
  }
  const Value nils =
      call.arguments.size() > 1 ? call.Argument(1) : Value("first");
  const std::string_view order = nils.IsString() ? nils.text() : "";
  if (order != "first" && order != "last") {
    renderer.Fail("'" + std::string(ToText(nils, renderer)) +
                  "' is no order of nils; it must be 'first' or 'last'");
    return Value();
  }
  return SortByProperty(call, items, order == "first" ? -1 : 1);
}

int CompareIgnoringCase(const Value& a, const Value& b, Renderer& renderer) {
  if (a.IsNil() || b.IsNil()) return a.IsNil() ? 1 : -1;
  const std::string left = AsciiLower(ToText(a, renderer));
  return left.compare(AsciiLower(ToText(b, renderer)));
}

Value SortNatural(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  std::vector<Value> items = FlatItems(call.input, renderer);
  const Value property = call.Argument(0);
  if (property.IsNil()) {
    MergeSort(&items, [&](const Value& a, const Value& b) {
      return CompareIgnoringCase(a, b, renderer);
    });
    return renderer.NewArray(items);
  }
  std::vector<Value> keys;
  for (const Value& item : items) {
    if (!HasProperties(item)) return Value();
    keys.push_back(Property(item, property, renderer));
  }
  std::vector<Value> pairs = WithKeys(items, keys, renderer);
  MergeSort(&pairs, [&](const Value& a, const Value& b) {
    return CompareIgnoringCase(a.items()[0], b.items()[0], renderer);
  });
  DropKeys(&pairs);
  return renderer.NewArray(pairs);
}

// What the filters that choose take; others pass through.
bool IsSelectable(const Value& input) {
  return input.IsArray() || input.IsHash() ||
         input.kind() == Value::Kind::kRange;
}

// Whether the property, or an item of it, is written as the target is.
bool Matches(const Value& property, std::string_view target,
             Renderer& renderer) {
  if (!property.IsArray()) {
    return !property.IsNil() && ToText(property, renderer) == target;
  }
  for (size_t i = 0; i < property.size(); ++i) {
    const Value item = property.At(i, renderer.arena());
    if (ToText(item, renderer) == target) return true;
  }
  return false;
}

Value Where(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  if (call.Argument(0).IsNil() || call.Argument(1).IsNil() ||
      !IsSelectable(call.input)) {
    return call.input;
  }
  const std::string_view target = ToText(call.Argument(1), renderer);
  std::vector<Value> chosen;
  for (const Value& item : ItemsOrValues(call.input, renderer)) {
    const Value property = DottedProperty(item, call.Argument(0), renderer);
    if (renderer.failed()) return Value();
    if (Matches(property, target, renderer)) chosen.push_back(item);
  }
  return renderer.NewArray(chosen);
}

Value WhereExp(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  if (!IsSelectable(call.input)) return call.input;
  const Key variable(ToText(call.Argument(0), renderer));
  std::string error;
  const Condition* condition = ParseComparison(
      ToText(call.Argument(1), renderer), renderer.arena(), &error);
  if (condition == nullptr) {
    renderer.Fail("the condition of where_exp cannot be read: " + error);
    return Value();
  }
  const std::vector<Value> items = ItemsOrValues(call.input, renderer);
  if (!renderer.Enter()) return Value();
  const size_t place = renderer.SetLocal(variable, Value());
  std::vector<Value> chosen;
  for (const Value& item : items) {
    renderer.SetAt(place, item);
    if (Evaluate(*condition, renderer)) chosen.push_back(item);
    if (renderer.failed() || !renderer.CountItem()) break;
  }
  renderer.Leave();
  return renderer.NewArray(chosen);
}

// Items under what they have in common.
struct Group {
  Value name;
  std::vector<Value> items;
};

void AddToGroup(const Value& name, const Value& item, Renderer& renderer,
                std::vector<Group>* groups,
                std::unordered_multimap<uint64_t, size_t>* places) {
  const uint64_t hash = HashOf(name, renderer);
  const auto [begin, end] = places->equal_range(hash);
  for (auto at = begin; at != end; ++at) {
    Group& group = (*groups)[at->second];
    if (Same(group.name, name, renderer)) {
      group.items.push_back(item);
      return;
    }
  }
  places->emplace(hash, groups->size());
  groups->push_back({name, {item}});
}

Value GroupValues(const std::vector<Group>& groups, Renderer& renderer) {
  static constexpr std::string_view kNames[] = {"name", "items", "size"};
  std::vector<Value> values;
  for (const Group& group : groups) {
    const std::span<Value> members = renderer.arena().NewSpan<Value>(3);
    members[0] = group.name;
    members[1] = renderer.NewArray(group.items);
    members[2] = Value(group.items.size());
    values.push_back(NewHash(kNames, members, renderer.arena()));
  }
  return renderer.NewArray(values);
}

Value GroupBy(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  if (!IsSelectable(call.input)) return call.input;
  std::vector<Group> groups;
  std::unordered_multimap<uint64_t, size_t> places;
  for (const Value& item : SortableItems(call.input, renderer)) {
    // Members of a hash are pairs, which have no names.
    const Value property = DottedProperty(item, call.Argument(0), renderer);
    if (renderer.failed()) return Value();
    const Value name(ToText(property, renderer));
    AddToGroup(name, item, renderer, &groups, &places);
  }
  return GroupValues(groups, renderer);
}

Value GroupByExp(const FilterCall& call) {
  Renderer& renderer = call.renderer;
  if (!IsSelectable(call.input)) return call.input;
  const Key variable(ToText(call.Argument(0), renderer));
  PipelineProblems problems;
  const Pipeline pipeline = ParsePipeline(ToText(call.Argument(1), renderer),
                                          renderer.arena(), &problems);
  if (!problems.error.empty()) {
    renderer.Fail("in the expression of group_by_exp: " + problems.error);
    return Value();
  }
  const std::vector<Value> items = SortableItems(call.input, renderer);
  if (!renderer.Enter()) return Value();
  const size_t place = renderer.SetLocal(variable, Value());
  std::vector<Group> groups;
  std::unordered_multimap<uint64_t, size_t> places;
  for (const Value& item : items) {
    renderer.SetAt(place, item);
    const Value name = renderer.Evaluate(pipeline);
    if (renderer.failed() || !renderer.CountItem()) break;
    AddToGroup(name, item, renderer, &groups, &places);
  }
  renderer.Leave();
  return GroupValues(groups, renderer);
}

constexpr Filter kFilters[] = {
    {"group_by", 1, 1, GroupBy}, {"group_by_exp", 2, 2, GroupByExp},
    {"sort", 0, 2, Sort},        {"sort_natural", 0, 1, SortNatural},
    {"where", 2, 2, Where},      {"where_exp", 2, 2, WhereExp},
};

}  // namespace

std::span<const Filter> SearchFilters() { return kFilters; }

}  // namespace offprint::liquid
