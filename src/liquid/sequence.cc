#include "liquid/sequence.h"

#include <string>

#include "base/char_set.h"
#include "liquid/characters.h"
#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

constexpr int kMaxDepth = 32;

void Flatten(const Value& array, int depth, Renderer& renderer,
             std::vector<Value>* items) {
  for (size_t i = 0; i < array.size() && renderer.Allow(items->size()); ++i) {
    const Value item = array.At(i, renderer.arena());
    if (item.IsArray() && depth < kMaxDepth) {
      Flatten(item, depth + 1, renderer, items);
    } else {
      items->push_back(item);
    }
  }
}

// A part of a text by index, or the text where it holds the property.
Value TextProperty(std::string_view text, const Value& property) {
  if (property.IsString()) {
    return text.find(property.text()) != std::string_view::npos ? property
                                                                : Value();
  }
  const auto slice = SliceOf(CountCodePoints(text), property.integer(), 1);
  if (!slice || slice->begin == slice->end) return Value();
  const size_t begin = CodePointOffset(text, slice->begin);
  const std::string_view rest = text.substr(begin);
  return Value(rest.substr(0, CodePointOffset(rest, 1)));
}

}  // namespace

std::vector<std::string_view> SplitWords(std::string_view text) {
  static constexpr CharSet kBetween(std::string_view(" \t\n\v\f\r\0", 7));
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    if (kBetween.Has(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && !kBetween.Has(text[end])) ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::optional<int64_t> ArgumentInteger(const FilterCall& call, size_t index,
                                       int64_t otherwise) {
  if (index >= call.arguments.size()) return otherwise;
  const Value& argument = call.arguments[index];
  if (argument.IsInt()) return argument.integer();
  const auto number = WholeInteger(ToText(argument, call.renderer));
  if (!number) call.renderer.Fail("invalid integer");
  return number;
}

std::vector<Value> FlatItems(const Value& input, Renderer& renderer) {
  std::vector<Value> items;
  if (input.IsArray()) {
    items.reserve(input.size());
    Flatten(input, 0, renderer, &items);
  } else if (input.kind() == Value::Kind::kRange) {
    const Range& range = input.range();
    if (!renderer.Allow(range.size())) return items;
    for (size_t i = 0; i < range.size(); ++i) {
      items.emplace_back(range.first + static_cast<int64_t>(i));
    }
  } else if (!input.IsNil()) {
    items.push_back(input);
  }
  return items;
}

std::vector<Value> ItemsOrValues(const Value& input, Renderer& renderer) {
  std::vector<Value> items;
  if (input.kind() == Value::Kind::kRange) return FlatItems(input, renderer);
  items.reserve(input.size());
  for (size_t i = 0; i < input.size(); ++i) {
    items.push_back(input.IsArray()
                        ? input.At(i, renderer.arena())
                        : input.Find(Key(input.KeyAt(i)), renderer.arena()));
  }
  return items;
}

bool HasProperties(const Value& item) {
  return item.IsHash() || item.IsArray() || item.IsString() || item.IsInt();
}

Value Property(const Value& item, const Value& property, Renderer& renderer) {
  if (item.IsHash()) {
    return property.IsString()
               ? item.Find(Key(property.text()), renderer.arena())
               : Value();
  }
  if (item.IsString() && (property.IsString() || property.IsInt())) {
    return TextProperty(item.text(), property);
  }
  if (item.IsArray() && property.IsInt()) {
    const auto slice = SliceOf(item.size(), property.integer(), 1);
    if (!slice || slice->begin == slice->end) return Value();
    return item.At(slice->begin, renderer.arena());
  }
  if (item.IsInt() && property.IsInt()) {
    const int64_t bit = property.integer();
    return Value(bit >= 0 && bit < 64 ? (item.integer() >> bit) & 1
                                      : int64_t{0});
  }
  if (HasProperties(item)) {
    std::string name;
    AppendPrinted(property, renderer, &name);
    renderer.Fail("cannot select the property '" + name + "' of a value of " +
                  "class " + std::string(ClassName(item)));
  }
  return Value();
}

}  // namespace offprint::liquid
