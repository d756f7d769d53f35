// A page of a topic's or author's list as themes see it.
#ifndef OFFPRINT_RENDER_PAGINATOR_DROP_H_
#define OFFPRINT_RENDER_PAGINATOR_DROP_H_

#include <span>
#include <string_view>

#include "liquid/drop.h"
#include "pages/site.h"

namespace offprint {

// papers, page, total_pages, total, per_page, previous_url (of newer papers),
// next_url (of older ones). The page is one of the site's.
class PaginatorDrop final : public liquid::Drop {
 public:
  PaginatorDrop(const Site& site, const Page& page)
      : site_(site), page_(page) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  size_t Total(liquid::Arena& arena) const;

  const Site& site_;
  const Page& page_;
};

}  // namespace offprint

#endif  // OFFPRINT_RENDER_PAGINATOR_DROP_H_
