// CSV (RFC 4180) for spreadsheets.
#ifndef OFFPRINT_CITATIONS_CSV_H_
#define OFFPRINT_CITATIONS_CSV_H_

#include <string>
#include <string_view>

#include "pages/site.h"

namespace offprint {

// The first row, which names the columns, ended by CR LF.
std::string_view CsvHead();

// Appends the row of a paper in UTF-8, ended by CR LF. Several values of one
// cell stand with "; " between them. A cell that a spreadsheet would take for a
// formula, one that begins with = + - @ (or their full-width forms), a tab or a
// CR, gets an apostrophe before it, as OWASP advises ("CSV Injection").
void AppendCsvRow(const Site& site, PaperIndex paper, std::string* out);

// Appends one cell.
void AppendCsvCell(std::string_view text, std::string* out);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_CSV_H_
