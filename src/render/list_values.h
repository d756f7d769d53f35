// Lists over the whole archive as themes see them.
#ifndef OFFPRINT_RENDER_LIST_VALUES_H_
#define OFFPRINT_RENDER_LIST_VALUES_H_

#include "liquid/drop.h"
#include "liquid/value.h"
#include "pages/calendar.h"
#include "pages/site.h"

namespace offprint {

// All topics, those with most papers first.
liquid::Value TopicsValue(const Site& site, liquid::Arena& arena);

// The counts of the archive and its first and last day.
class ArchiveDrop final : public liquid::Drop {
 public:
  explicit ArchiveDrop(const Site& site) : site_(site) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  const Site& site_;
};

// Months with their weeks, newest first.
liquid::Value CalendarValue(const Site& site,
                            const std::vector<CalendarMonth>& months,
                            liquid::Arena& arena);

// Years with their months and days, newest first.
liquid::Value YearsValue(const Site& site,
                         const std::vector<CalendarMonth>& months,
                         liquid::Arena& arena);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_LIST_VALUES_H_
