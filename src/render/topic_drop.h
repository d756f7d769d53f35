// Topics and authors as themes see them.
#ifndef OFFPRINT_RENDER_TOPIC_DROP_H_
#define OFFPRINT_RENDER_TOPIC_DROP_H_

#include <optional>

#include "liquid/drop.h"
#include "pages/page_parts.h"
#include "pages/site.h"

namespace offprint {

// A topic: name, slug, url, feed, papers (a count: by default all it has).
class TopicDrop final : public liquid::Drop {
 public:
  TopicDrop(const Site& site, TopicIndex topic) : site_(site), topic_(topic) {}
  TopicDrop(const Site& site, TopicIndex topic, size_t papers)
      : site_(site), topic_(topic), papers_(papers) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  const Site& site_;
  TopicIndex topic_;
  std::optional<size_t> papers_;  // where it is not all
};

// An author: name, slug, url (nil where authors have no pages), papers.
class AuthorDrop final : public liquid::Drop {
 public:
  // `known`: what the page is made of anyway.
  AuthorDrop(const Site& site, AuthorIndex author, PageParts known)
      : site_(site), author_(author), known_(known) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  const Site& site_;
  AuthorIndex author_;
  PageParts known_;
};

// The topic, or nil for kNoIndex.
liquid::Value TopicValue(const Site& site, TopicIndex topic,
                         liquid::Arena& arena);

// The address of a topic's feed, without the baseurl, percent-encoded.
std::string TopicFeedAddress(const Site& site, TopicIndex topic);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_TOPIC_DROP_H_
