// Papers as themes see them.
#ifndef OFFPRINT_RENDER_PAPER_DROP_H_
#define OFFPRINT_RENDER_PAPER_DROP_H_

#include <vector>

#include "liquid/drop.h"
#include "pages/site.h"

namespace offprint {

// themes/VALUES.md lists the members.
class PaperDrop final : public liquid::Drop {
 public:
  // `has_page`: it is the paper that the page is about.
  PaperDrop(const Site& site, PaperIndex paper, bool has_page = false)
      : site_(site), paper_(paper), has_page_(has_page) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  liquid::Value FindList(int field, const Paper& paper,
                         liquid::Arena& arena) const;
  liquid::Value Entries(const std::vector<EntryIndex>& entries,
                        liquid::Arena& arena) const;

  const Site& site_;
  PaperIndex paper_;
  bool has_page_;
};

// The entries of a paper but those whose words another has already said.
std::vector<EntryIndex> ReadingsOf(const Archive& archive, const Paper& paper);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_PAPER_DROP_H_
