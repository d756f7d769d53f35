#include "render/drop_context.h"

namespace offprint {

liquid::Value AddressValue(const Site& site, PageIndex page,
                           liquid::Arena& arena) {
  if (page == kNoIndex) return {};
  return NewText(EncodePermalink(site.Address(page)), arena);
}

liquid::Value DayLink(const Site& site, DayIndex day, liquid::Arena& arena) {
  if (day == kNoIndex) return {};
  static constexpr std::string_view kNames[] = {"date", "url"};
  return NewObject(kNames,
                   {NewText(FormatDate(site.archive->days[day].date), arena),
                    AddressValue(site, site.day_pages[day], arena)},
                   arena);
}

liquid::Value DateValue(const std::optional<Date>& date, liquid::Arena& arena) {
  return date ? NewText(FormatDate(*date), arena) : liquid::Value();
}

}  // namespace offprint
