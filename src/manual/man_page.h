#ifndef OFFPRINT_MANUAL_MAN_PAGE_H_
#define OFFPRINT_MANUAL_MAN_PAGE_H_

#include <string>
#include <string_view>

#include "manual/command_line.h"

namespace offprint {

// The page offprint(1), in the macros of man(7), ASCII throughout. The date,
// "2026-01-23", is that of the page.
std::string ManPage(const CommandLineWords& words, std::string_view date);

}  // namespace offprint

#endif  // OFFPRINT_MANUAL_MAN_PAGE_H_
