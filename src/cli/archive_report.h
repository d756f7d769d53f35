// What commands say of the digests they read.
#ifndef OFFPRINT_CLI_ARCHIVE_REPORT_H_
#define OFFPRINT_CLI_ARCHIVE_REPORT_H_

#include <string>

#include "cli/report.h"
#include "model/archive.h"

namespace offprint {

// A row for the files, and one for those of each dialect.
void AddFiles(const Archive& archive, Table* table);

// "3 (2026-01-23 to 2026-01-26)".
std::string DaysLine(const Archive& archive);

}  // namespace offprint

#endif  // OFFPRINT_CLI_ARCHIVE_REPORT_H_
