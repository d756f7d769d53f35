// Tables: comma- and tab-separated values (RFC 4180), read.
#ifndef OFFPRINT_DATA_CSV_H_
#define OFFPRINT_DATA_CSV_H_

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "data/value.h"

namespace offprint::data {

// The rows below the first one as Jekyll's site.data has them: a list of
// mappings from the texts of the first row to those of the row. A cell that is
// empty or missing is null, and "" in quotes is an empty text; of two columns
// with the same name the first counts, and one without a name is left out. A
// blank line is a row of nulls. Where the table breaks RFC 4180 is an error in
// `diagnostics`, under the name `file`, and null.
Value ParseCsv(std::string_view text, char separator, const std::string& file,
               Diagnostics& diagnostics);

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_CSV_H_
