#include "jekyll/site_drop.h"

#include <algorithm>
#include <array>

#include "jekyll/document_drop.h"

namespace offprint::jekyll {
namespace {

using liquid::Arena;
using liquid::Key;
using liquid::Value;

enum Field {
  kTime,
  kPages,
  kStaticFiles,
  kTags,
  kCategories,
  kPosts,
  kHtmlPages,
  kCollections,
  kDocuments,
  kRelatedPosts,
};
constexpr liquid::FieldTable kFields(std::to_array<std::string_view>(
    {"time", "pages", "static_files", "tags", "categories", "posts",
     "html_pages", "collections", "documents", "related_posts"}));

// Jekyll looks at the newest eleven posts, and shows ten.
constexpr size_t kRelatedPostCount = 10;

// Files of a site, one after the other; all of them, or those of a collection.
class FileList final : public liquid::List {
 public:
  explicit FileList(const Source& source,
                    const std::vector<uint32_t>* chosen = nullptr)
      : source_(source), chosen_(chosen) {}

  size_t size() const override {
    return chosen_ != nullptr ? chosen_->size() : source_.static_files.size();
  }
  Value At(size_t index, Arena& arena) const override {
    const size_t at = chosen_ != nullptr ? (*chosen_)[index] : index;
    return arena.New<StaticFileDrop>(source_.static_files[at],
                                     source_.settings.zone);
  }

 private:
  const Source& source_;
  const std::vector<uint32_t>* chosen_;
};

// `site.tags`: the posts under their tags.
class GroupsDrop final : public liquid::Drop {
 public:
  GroupsDrop(const View& view, const PostGroups& groups,
             std::span<const std::string_view> names)
      : view_(view), groups_(groups), names_(names) {}

  Value Find(const Key& key, Arena& arena) const override {
    for (const auto& [name, posts] : groups_) {
      if (name == key.text) return arena.New<DocumentList>(view_, posts);
    }
    return {};
  }
  std::span<const std::string_view> Keys() const override { return names_; }

 private:
  const View& view_;
  const PostGroups& groups_;
  std::span<const std::string_view> names_;
};

Value GroupsValue(const View& view, const PostGroups& groups, Arena& arena) {
  const auto names = arena.NewSpan<std::string_view>(groups.size());
  for (size_t i = 0; i < groups.size(); ++i) names[i] = groups[i].first;
  return arena.New<GroupsDrop>(view, groups, names);
}

enum CollectionField {
  kOutput,
  kLabel,
  kDocs,
  kFiles,
  kDirectory,
  kRelativeDirectory,
};
constexpr liquid::FieldTable kCollectionFields(std::to_array<std::string_view>(
    {"output", "label", "docs", "files", "directory", "relative_directory"}));

class CollectionDrop final : public liquid::Drop {
 public:
  CollectionDrop(const SiteIndex& index, const View& view,
                 const Collection& collection)
      : index_(index), view_(view), collection_(collection) {}

  Value Find(const Key& key, Arena& arena) const override {
    const std::string relative = "_" + collection_.label;
    switch (kCollectionFields.IndexOf(key)) {
      case kOutput:
        return collection_.output;
      case kLabel:
        return std::string_view(collection_.label);
      case kDocs:
        return arena.New<DocumentList>(view_, collection_.documents);
      case kFiles:
        return arena.New<FileList>(*view_.source, &collection_.files);
      case kDirectory:
        return arena.Keep(index_.folder + "/" + relative);
      case kRelativeDirectory:
        return arena.Keep(relative);
      default:
        break;
    }
    const data::Value* value = collection_.values.Find(key.text);
    return value == nullptr ? Value() : Value(*value);
  }
  std::span<const std::string_view> Keys() const override {
    return kCollectionFields.names();
  }

 private:
  const SiteIndex& index_;
  const View& view_;
  const Collection& collection_;
};

PostGroups GroupPosts(const Source& source,
                      const std::vector<DocumentIndex>& oldest_first,
                      std::string_view key) {
  PostGroups groups;
  std::map<std::string, size_t, std::less<>> places;
  for (const DocumentIndex post : oldest_first) {
    const data::Value* names = source.documents[post].values.Find(key);
    if (names == nullptr || names->AsArray() == nullptr) continue;
    for (const data::Value& name : *names->AsArray()) {
      if (name.AsString() == nullptr) continue;
      const auto [at, is_new] =
          places.try_emplace(*name.AsString(), groups.size());
      if (is_new) groups.push_back({*name.AsString(), {}});
      groups[at->second].second.push_back(post);
    }
  }
  for (auto& [name, posts] : groups) std::reverse(posts.begin(), posts.end());
  return groups;
}

}  // namespace

SiteIndex::SiteIndex(const std::string& site_folder, const Source& source,
                     const data::Object& extra)
    : folder(site_folder),
      values(source.settings.values),
      time(liquid::InZone(source.settings.time, 0, source.settings.zone)) {
  for (const data::Member& member : extra.members()) {
    values.Set(member.key, member.value);
  }
  for (const data::Member& member : values.members()) {
    by_hash.emplace_back(Key(member.key).hash, &member);
  }
  std::sort(by_hash.begin(), by_hash.end());
  const auto names = kFields.names();
  keys.assign(names.begin(), names.end());
  for (const data::Member& member : values.members()) {
    if (kFields.IndexOf(Key(member.key)) < 0) keys.push_back(member.key);
  }
  for (const DocumentIndex page : source.pages) {
    const Document& that = source.documents[page];
    if (that.IsHtml() || that.url.ends_with('/')) html_pages.push_back(page);
  }
  for (size_t i = 0; i < source.collections.size(); ++i) {
    collections.push_back(i);
    if (source.collections[i].label != "posts") continue;
    posts = source.collections[i].documents;
    tags = GroupPosts(source, posts, "tags");
    categories = GroupPosts(source, posts, "categories");
    std::reverse(posts.begin(), posts.end());
  }
  std::sort(collections.begin(), collections.end(), [&](size_t a, size_t b) {
    return source.collections[a].label < source.collections[b].label;
  });
}

const data::Value* SiteIndex::FindValue(const Key& key) const {
  auto at = std::lower_bound(
      by_hash.begin(), by_hash.end(), key.hash,
      [](const auto& item, uint32_t hash) { return item.first < hash; });
  for (; at != by_hash.end() && at->first == key.hash; ++at) {
    if (at->second->key == key.text) return &at->second->value;
  }
  return nullptr;
}

Value SiteDrop::Find(const Key& key, Arena& arena) const {
  for (const Collection& collection : view_.source->collections) {
    if (collection.label == key.text && collection.label != "posts") {
      return arena.New<DocumentList>(view_, collection.documents);
    }
  }
  const int field = kFields.IndexOf(key);
  if (field >= 0) return FindList(field, arena);
  const data::Value* value = index_.FindValue(key);
  return value == nullptr ? Value() : Value(*value);
}

Value SiteDrop::FindList(int field, Arena& arena) const {
  switch (field) {
    case kTime:
      return &index_.time;
    case kPages:
      return arena.New<DocumentList>(view_, view_.source->pages);
    case kStaticFiles:
      return arena.New<FileList>(*view_.source);
    case kTags:
      return GroupsValue(view_, index_.tags, arena);
    case kCategories:
      return GroupsValue(view_, index_.categories, arena);
    case kPosts:
      return arena.New<DocumentList>(view_, index_.posts);
    case kHtmlPages:
      return arena.New<DocumentList>(view_, index_.html_pages);
    case kCollections:
      return Collections(arena);
    case kDocuments:
      return AllDocuments(arena);
    case kRelatedPosts:
      return RelatedPosts(arena);
    default:
      return {};
  }
}

Value SiteDrop::RelatedPosts(Arena& arena) const {
  if (!view_.current || view_.Get(*view_.current).kind == DocumentKind::kPage) {
    return {};
  }
  std::vector<DocumentIndex> related;
  const size_t newest = std::min(index_.posts.size(), kRelatedPostCount + 1);
  if (index_.posts.size() > 1) {
    for (const DocumentIndex post : std::span(index_.posts).first(newest)) {
      if (post != *view_.current) related.push_back(post);
    }
    related.resize(std::min(related.size(), kRelatedPostCount));
  }
  return arena.New<DocumentList>(view_, arena.Copy(related));
}

Value SiteDrop::Collections(Arena& arena) const {
  const std::span<Value> items =
      arena.NewSpan<Value>(index_.collections.size());
  for (size_t i = 0; i < items.size(); ++i) {
    items[i] = arena.New<CollectionDrop>(
        index_, view_, view_.source->collections[index_.collections[i]]);
  }
  return std::span<const Value>(items);
}

Value SiteDrop::AllDocuments(Arena& arena) const {
  std::vector<Value> items;
  for (const Collection& collection : view_.source->collections) {
    for (const DocumentIndex document : collection.documents) {
      items.push_back(DocumentValue(view_, document, arena));
    }
    const FileList files(*view_.source, &collection.files);
    for (size_t i = 0; i < files.size(); ++i) {
      items.push_back(files.At(i, arena));
    }
  }
  return arena.Copy(items);
}

}  // namespace offprint::jekyll
