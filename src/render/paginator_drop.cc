#include "render/paginator_drop.h"

#include <array>

#include "pages/paginator.h"
#include "render/drop_context.h"
#include "render/paper_drop.h"

namespace offprint {
namespace {

constexpr liquid::FieldTable kFields(
    std::to_array<std::string_view>({"papers", "page", "total_pages", "total",
                                     "per_page", "previous_url", "next_url"}));

}  // namespace

// The newest page is made of its list's length anyway.
size_t PaginatorDrop::Total(liquid::Arena& arena) const {
  if (!IsNewestOfList(site_, page_)) {
    arena.Mark(page_.kind == PageKind::kTopic ? kTopicCounts : kAuthorCounts);
  }
  return ListOf(site_, page_).size();
}

liquid::Value PaginatorDrop::Find(const liquid::Key& key,
                                  liquid::Arena& arena) const {
  const size_t per_page = PerPage(*site_.config);
  switch (kFields.IndexOf(key)) {
    case 0:
      return NewArray(PapersOf(site_, page_), arena, [&](PaperIndex paper) {
        return liquid::Value(arena.New<PaperDrop>(site_, paper));
      });
    case 1:
      return size_t{page_.number};
    case 2:
      return PageCount(Total(arena), per_page);
    case 3:
      return Total(arena);
    case 4:
      return per_page;
    case 5:
      return AddressValue(site_, NewerOfList(site_, page_), arena);
    case 6:
      return AddressValue(site_, OlderOfList(site_, page_), arena);
    default:
      return {};
  }
}

std::span<const std::string_view> PaginatorDrop::Keys() const {
  return kFields.names();
}

}  // namespace offprint
