#include "render/topic_drop.h"

#include "render/drop_context.h"

namespace offprint {
namespace {

constexpr liquid::FieldTable kTopicFields(
    std::to_array<std::string_view>({"name", "slug", "url", "feed", "papers"}));
constexpr liquid::FieldTable kAuthorFields(
    std::to_array<std::string_view>({"name", "slug", "url", "papers"}));

}  // namespace

liquid::Value TopicDrop::Find(const liquid::Key& key,
                              liquid::Arena& arena) const {
  const Topic& topic = site_.archive->topics[topic_];
  switch (kTopicFields.IndexOf(key)) {
    case 0:
      return topic.name;
    case 1:
      return std::string_view(topic.slug.value);
    case 2:
      return AddressValue(site_, site_.topic_pages[topic_], arena);
    case 3:
      return NewText(TopicFeedAddress(site_, topic_), arena);
    case 4:
      if (papers_) return *papers_;
      arena.Mark(kTopicCounts);
      return topic.papers.size();
    default:
      return {};
  }
}

std::span<const std::string_view> TopicDrop::Keys() const {
  return kTopicFields.names();
}

liquid::Value AuthorDrop::Find(const liquid::Key& key,
                               liquid::Arena& arena) const {
  const Author& author = site_.archive->authors[author_];
  switch (kAuthorFields.IndexOf(key)) {
    case 0:
      return author.name;
    case 1:
      arena.Mark(kAuthorPages & ~known_);
      return std::string_view(author.slug.value);
    case 2:
      arena.Mark(kAuthorPages & ~known_);
      return AddressValue(site_, site_.author_pages[author_], arena);
    case 3:
      arena.Mark(kAuthorCounts & ~known_);
      return author.papers.size();
    default:
      return {};
  }
}

std::span<const std::string_view> AuthorDrop::Keys() const {
  return kAuthorFields.names();
}

liquid::Value TopicValue(const Site& site, TopicIndex topic,
                         liquid::Arena& arena) {
  if (topic == kNoIndex) return {};
  return arena.New<TopicDrop>(site, topic);
}

std::string TopicFeedAddress(const Site& site, TopicIndex topic) {
  const Page& list = site.pages[site.topic_pages[topic]];
  return EncodePermalink(FeedPermalink(list.permalink).value);
}

}  // namespace offprint
