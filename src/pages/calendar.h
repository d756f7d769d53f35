// The days of an archive as months on a calendar.
#ifndef OFFPRINT_PAGES_CALENDAR_H_
#define OFFPRINT_PAGES_CALENDAR_H_

#include <cstdint>
#include <vector>

#include "model/archive.h"

namespace offprint {

// One square of a month.
struct CalendarCell {
  int day_of_month = 0;     // 0 for a square outside the month
  DayIndex day = kNoIndex;  // kNoIndex where there is no digest
  // 0 for no papers, 1 to 4 by their number among the archive's days.
  int level = 0;
};

struct CalendarMonth {
  int year = 0;
  int month = 0;
  uint32_t papers = 0;         // summed over its days
  std::vector<DayIndex> days;  // those with a digest, newest first
  // Whole weeks from Monday: a multiple of seven cells.
  std::vector<CalendarCell> cells;
};

// The months that have a digest, newest first.
std::vector<CalendarMonth> MakeCalendar(const Archive& archive);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_CALENDAR_H_
