// What filters need of lists, words and numbers.
#ifndef OFFPRINT_LIQUID_SEQUENCE_H_
#define OFFPRINT_LIQUID_SEQUENCE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "liquid/filter.h"
#include "liquid/value.h"

namespace offprint::liquid {

class Renderer;

// The words of a text, between runs of ASCII white space.
std::vector<std::string_view> SplitWords(std::string_view text);

// Liquid::Utils.to_integer of an argument, `otherwise` where it is not given;
// a failure where it is no integer.
std::optional<int64_t> ArgumentInteger(const FilterCall& call, size_t index,
                                       int64_t otherwise);

// The items as Liquid's filters see them: those of an array, flattened, those
// of a range, the value alone, none of nil.
std::vector<Value> FlatItems(const Value& input, Renderer& renderer);

// The items of an array, or the values of a hash.
std::vector<Value> ItemsOrValues(const Value& input, Renderer& renderer);

// item[property], as Ruby has it for hashes and texts; a failure where Ruby
// raises.
Value Property(const Value& item, const Value& property, Renderer& renderer);

// Whether Ruby's [] can be called on it.
bool HasProperties(const Value& item);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_SEQUENCE_H_
