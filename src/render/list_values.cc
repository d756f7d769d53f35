#include "render/list_values.h"

#include <array>
#include <span>

#include "render/drop_context.h"
#include "render/topic_drop.h"

namespace offprint {
namespace {

constexpr liquid::FieldTable kArchiveFields(std::to_array<std::string_view>(
    {"papers", "entries", "days", "topics", "authors", "first", "last"}));

// {date, url, papers} of a day with a digest.
liquid::Value DayCount(const Site& site, DayIndex day, liquid::Arena& arena) {
  static constexpr std::string_view kNames[] = {"date", "url", "papers"};
  const Day& that = site.archive->days[day];
  return NewObject(
      kNames,
      {NewText(FormatDate(that.date), arena),
       AddressValue(site, site.day_pages[day], arena), int64_t{that.papers}},
      arena);
}

liquid::Value CellValue(const Site& site, const CalendarMonth& month,
                        const CalendarCell& cell, liquid::Arena& arena) {
  if (cell.day_of_month == 0) return {};
  static constexpr std::string_view kNames[] = {"day", "date", "url", "papers",
                                                "level"};
  const Date date = {month.year, month.month, cell.day_of_month};
  const bool has_digest = cell.day != kNoIndex;
  return NewObject(
      kNames,
      {cell.day_of_month, NewText(FormatDate(date), arena),
       has_digest ? AddressValue(site, site.day_pages[cell.day], arena)
                  : liquid::Value(),
       has_digest ? int64_t{site.archive->days[cell.day].papers} : int64_t{0},
       cell.level},
      arena);
}

liquid::Value WeeksValue(const Site& site, const CalendarMonth& month,
                         liquid::Arena& arena) {
  std::vector<std::span<const CalendarCell>> weeks;
  const std::span<const CalendarCell> cells(month.cells);
  for (size_t at = 0; at < cells.size(); at += 7) {
    weeks.push_back(cells.subspan(at, 7));
  }
  return NewArray(weeks, arena, [&](std::span<const CalendarCell> week) {
    return NewArray(week, arena, [&](const CalendarCell& cell) {
      return CellValue(site, month, cell, arena);
    });
  });
}

liquid::Value YearValue(const Site& site, std::span<const CalendarMonth> months,
                        liquid::Arena& arena) {
  static constexpr std::string_view kYear[] = {"year", "papers", "days",
                                               "months"};
  static constexpr std::string_view kMonth[] = {"month", "papers", "days"};
  int64_t papers = 0;
  size_t days = 0;
  for (const CalendarMonth& month : months) {
    papers += month.papers;
    days += month.days.size();
  }
  const auto month_value = [&](const CalendarMonth& month) {
    return NewObject(
        kMonth,
        {month.month, int64_t{month.papers},
         NewArray(month.days, arena,
                  [&](DayIndex day) { return DayCount(site, day, arena); })},
        arena);
  };
  return NewObject(
      kYear,
      {months.front().year, papers, days, NewArray(months, arena, month_value)},
      arena);
}

}  // namespace

liquid::Value TopicsValue(const Site& site, liquid::Arena& arena) {
  TopicIndex next = 0;
  return NewArray(site.archive->topics, arena, [&](const Topic&) {
    return TopicValue(site, next++, arena);
  });
}

liquid::Value ArchiveDrop::Find(const liquid::Key& key,
                                liquid::Arena& arena) const {
  const Archive& archive = *site_.archive;
  const auto day = [&](size_t index) {
    return DayLink(
        site_, archive.days.empty() ? kNoIndex : static_cast<DayIndex>(index),
        arena);
  };
  arena.Mark(kArchiveCounts);
  switch (kArchiveFields.IndexOf(key)) {
    case 0:
      return archive.papers.size();
    case 1:
      return archive.entries.size();
    case 2:
      return archive.days.size();
    case 3:
      return archive.topics.size();
    case 4:
      return archive.authors.size();
    case 5:
      return day(0);
    case 6:
      return day(archive.days.size() - 1);
    default:
      return {};
  }
}

std::span<const std::string_view> ArchiveDrop::Keys() const {
  return kArchiveFields.names();
}

liquid::Value CalendarValue(const Site& site,
                            const std::vector<CalendarMonth>& months,
                            liquid::Arena& arena) {
  static constexpr std::string_view kNames[] = {"year", "month", "papers",
                                                "weeks"};
  return NewArray(months, arena, [&](const CalendarMonth& month) {
    return NewObject(kNames,
                     {month.year, month.month, int64_t{month.papers},
                      WeeksValue(site, month, arena)},
                     arena);
  });
}

liquid::Value YearsValue(const Site& site,
                         const std::vector<CalendarMonth>& months,
                         liquid::Arena& arena) {
  std::vector<std::span<const CalendarMonth>> years;
  const std::span<const CalendarMonth> all(months);
  for (size_t begin = 0; begin < all.size();) {
    size_t end = begin;
    while (end < all.size() && all[end].year == all[begin].year) ++end;
    years.push_back(all.subspan(begin, end - begin));
    begin = end;
  }
  return NewArray(years, arena, [&](std::span<const CalendarMonth> year) {
    return YearValue(site, year, arena);
  });
}

}  // namespace offprint
