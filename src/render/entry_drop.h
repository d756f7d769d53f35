// What one digest says of a paper, as themes see it.
#ifndef OFFPRINT_RENDER_ENTRY_DROP_H_
#define OFFPRINT_RENDER_ENTRY_DROP_H_

#include <string_view>

#include "liquid/drop.h"
#include "pages/site.h"

namespace offprint {

// themes/VALUES.md lists the members.
class EntryDrop final : public liquid::Drop {
 public:
  // `anchor` is an id unique in the page and lives as long as the arena.
  EntryDrop(const Site& site, EntryIndex entry, std::string_view anchor)
      : site_(site), entry_(entry), anchor_(anchor) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  liquid::Value FindText(int field, liquid::Arena& arena) const;

  const Site& site_;
  EntryIndex entry_;
  std::string_view anchor_;
};

// "p-" and the id, fit for an id attribute and no other paper's, in the arena;
// from the second entry of the same paper on a page, its number behind.
std::string_view AnchorOf(const PaperId& id, size_t number,
                          liquid::Arena& arena);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_ENTRY_DROP_H_
