// A day as themes see it: its papers by source and topic.
#ifndef OFFPRINT_RENDER_DAY_DROP_H_
#define OFFPRINT_RENDER_DAY_DROP_H_

#include <vector>

#include "liquid/drop.h"
#include "pages/site.h"

namespace offprint {

// The entries of a day that one source has under one topic.
struct EntryGroup {
  std::string_view source;      // empty where the digest names none
  TopicIndex topic = kNoIndex;  // kNoIndex where it gives none
  std::vector<EntryIndex> entries;
};

// The groups in the order in which the digests begin them, the entries as they
// stand there; or, where the settings say so, the best score first in each
// group and among the groups, what has no score last.
std::vector<EntryGroup> GroupEntries(const Archive& archive, const Day& day,
                                     PaperOrder order);

// themes/VALUES.md lists the members.
class DayDrop final : public liquid::Drop {
 public:
  DayDrop(const Site& site, DayIndex day) : site_(site), day_(day) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  liquid::Value Sources(liquid::Arena& arena) const;
  liquid::Value Topics(liquid::Arena& arena) const;
  liquid::Value Digests(liquid::Arena& arena) const;
  liquid::Value Groups(liquid::Arena& arena) const;
  liquid::Value Best() const;

  const Site& site_;
  DayIndex day_;
};

}  // namespace offprint

#endif  // OFFPRINT_RENDER_DAY_DROP_H_
