// Values as text: as they are printed, inspected and written as JSON.
#ifndef OFFPRINT_LIQUID_TEXT_FORM_H_
#define OFFPRINT_LIQUID_TEXT_FORM_H_

#include <string>
#include <string_view>

#include "liquid/value.h"

namespace offprint::liquid {

class Renderer;

// As {{ value }} prints it: arrays joined, hashes as {"a"=>1}.
void AppendPrinted(const Value& value, Renderer& renderer, std::string* out);

// Ruby's to_s: as printed, but arrays as ["a", 1].
void AppendText(const Value& value, Renderer& renderer, std::string* out);
// The same; a slice of the value's own text where it is one.
std::string_view ToText(const Value& value, Renderer& renderer);

// Ruby's inspect.
void AppendInspected(const Value& value, Renderer& renderer, std::string* out);

// Ruby's to_json; a failure of the renderer where there is none.
void AppendJsonForm(const Value& value, Renderer& renderer, std::string* out);

// The items of an array, flattened, as text with `glue` between them.
void AppendFlatJoined(const Value& array, std::string_view glue,
                      Renderer& renderer, std::string* out);

// The name of the value's Ruby class.
std::string_view ClassName(const Value& value);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_TEXT_FORM_H_
