#include "pages/calendar.h"

#include <algorithm>
#include <array>

namespace offprint {
namespace {

// The numbers of papers at which levels 2, 3 and 4 begin: the quartiles.
std::array<uint32_t, 3> LevelBounds(const Archive& archive) {
  std::vector<uint32_t> counts;
  for (const Day& day : archive.days) {
    if (day.papers > 0) counts.push_back(day.papers);
  }
  std::sort(counts.begin(), counts.end());
  std::array<uint32_t, 3> bounds = {};
  for (size_t i = 0; i < bounds.size() && !counts.empty(); ++i) {
    bounds[i] = counts[counts.size() * (i + 1) / 4];
  }
  return bounds;
}

int LevelOf(uint32_t papers, const std::array<uint32_t, 3>& bounds) {
  if (papers == 0) return 0;
  int level = 1;
  for (const uint32_t bound : bounds) {
    if (papers > bound || (papers == bound && bounds[0] != bounds[2])) ++level;
  }
  return std::min(level, 4);
}

CalendarMonth EmptyMonth(int year, int month) {
  CalendarMonth result;
  result.year = year;
  result.month = month;
  const auto lead = static_cast<size_t>(Weekday({year, month, 1}));
  const auto days = static_cast<size_t>(DaysInMonth(year, month));
  result.cells.resize((lead + days + 6) / 7 * 7);
  for (size_t i = 0; i < days; ++i) {
    result.cells[lead + i].day_of_month = static_cast<int>(i) + 1;
  }
  return result;
}

}  // namespace

std::vector<CalendarMonth> MakeCalendar(const Archive& archive) {
  std::vector<CalendarMonth> months;
  const std::array<uint32_t, 3> bounds = LevelBounds(archive);
  for (auto i = static_cast<DayIndex>(archive.days.size()); i-- > 0;) {
    const Day& day = archive.days[i];
    if (months.empty() || months.back().year != day.date.year ||
        months.back().month != day.date.month) {
      months.push_back(EmptyMonth(day.date.year, day.date.month));
    }
    CalendarMonth& month = months.back();
    month.papers += day.papers;
    month.days.push_back(i);
    const int lead = Weekday({day.date.year, day.date.month, 1});
    CalendarCell& cell =
        month.cells[static_cast<size_t>(lead + day.date.day - 1)];
    cell.day = i;
    cell.level = LevelOf(day.papers, bounds);
  }
  return months;
}

}  // namespace offprint
