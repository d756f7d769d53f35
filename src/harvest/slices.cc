#include "harvest/slices.h"

namespace offprint::harvest {
namespace {

constexpr int kFriday = 4;

// How many working days before its announcement a paper may have its date:
// two by arXiv's hours, and a holiday more for a day of submission; one for
// OAI-PMH, whose dates are those of announcements.
int LookBack(PaperService service) {
  return service == PaperService::kApi ? 3 : 1;
}

}  // namespace

Slice LastDays(PaperService service, Date today, int days) {
  if (service == PaperService::kRss) return {today, today, today};
  int first = DaysSinceEpoch(today);
  for (int left = days - 1 + LookBack(service); left > 0;) {
    --first;
    if (Weekday(DateFromDays(first)) <= kFriday) --left;
  }
  return {DateFromDays(first), today, today};
}

std::vector<Slice> EachDay(Date first, Date last) {
  std::vector<Slice> slices;
  for (int day = DaysSinceEpoch(first); day <= DaysSinceEpoch(last); ++day) {
    const Date date = DateFromDays(day);
    slices.push_back({date, date, date});
  }
  return slices;
}

}  // namespace offprint::harvest
