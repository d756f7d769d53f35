// JSON (RFC 8259), read.
#ifndef OFFPRINT_DATA_JSON_PARSER_H_
#define OFFPRINT_DATA_JSON_PARSER_H_

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "data/value.h"

namespace offprint::data {

// The value of the text; it and all in it have their marks. A number without
// point and exponent is an integer where it fits into 64 bits. Text that is not
// JSON is an error in `diagnostics` under the name `file`, and null.
Value ParseJson(std::string_view text, const std::string& file,
                Diagnostics& diagnostics);

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_JSON_PARSER_H_
