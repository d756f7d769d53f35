// Which days are asked for.
//
// arXiv announces papers from Sunday to Thursday evening, New York's time, and
// not on holidays: what was submitted on Friday comes on Monday. Whoever asks
// each day must so look back over the days without announcements; what the
// archive has is left out afterwards.
#ifndef OFFPRINT_HARVEST_SLICES_H_
#define OFFPRINT_HARVEST_SLICES_H_

#include <vector>

#include "base/date.h"
#include "config/site_config.h"

namespace offprint::harvest {

// Days that are asked for together and become one digest.
struct Slice {
  Date first;
  Date last;
  Date day;  // of the digest

  bool operator==(const Slice&) const = default;
};

// One slice, a digest of today, of the last working days (Monday to Friday):
// `days` of them up to today, and those in which papers may have lain that were
// announced on these. Of the feeds, which have today's announcements only,
// today alone.
Slice LastDays(PaperService service, Date today, int days);

// A slice for each day from `first` to `last`.
std::vector<Slice> EachDay(Date first, Date last);

}  // namespace offprint::harvest

#endif  // OFFPRINT_HARVEST_SLICES_H_
