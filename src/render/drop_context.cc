#include "render/drop_context.h"

#include <algorithm>

namespace offprint {

liquid::Value AddressValue(const Site& site, PageIndex page,
                           liquid::Arena& arena) {
  if (page == kNoIndex) return {};
  const std::string_view address = site.Address(page);
  if (IsEncoded(address)) return liquid::Value(address);
  return NewText(EncodePermalink(address), arena);
}

liquid::Value DayLink(const Site& site, DayIndex day, liquid::Arena& arena) {
  if (day == kNoIndex) return {};
  static constexpr std::string_view kNames[] = {"date", "url"};
  return NewObject(kNames,
                   {NewText(FormatDate(site.archive->days[day].date), arena),
                    AddressValue(site, site.day_pages[day], arena)},
                   arena);
}

liquid::Value ProviderValue(const Site& site, const Digest& digest,
                            liquid::Arena& arena) {
  const std::string_view name =
      RemoteNameOf(site.config->content, digest.source_file.name());
  if (name.empty()) return {};
  const std::vector<RemoteSource>& sources = site.config->sources;
  const auto found = std::ranges::find(sources, name, &RemoteSource::name);
  static constexpr std::string_view kNames[] = {"title", "url"};
  // One that site.yml names no more keeps the name of its folder.
  if (found == sources.end()) {
    return NewObject(kNames, {name, liquid::Value()}, arena);
  }
  return NewObject(
      kNames, {std::string_view(found->title), TextOrNil(found->link)}, arena);
}

liquid::Value DateValue(const std::optional<Date>& date, liquid::Arena& arena) {
  return date ? NewText(FormatDate(*date), arena) : liquid::Value();
}

}  // namespace offprint
