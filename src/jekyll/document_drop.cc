#include "jekyll/document_drop.h"

#include <algorithm>
#include <array>
#include <optional>

#include "jekyll/site_path.h"
#include "liquid/time.h"

namespace offprint::jekyll {
namespace {

using liquid::Arena;
using liquid::Key;
using liquid::Value;

enum PageField { kPageContent, kDir, kName, kPagePath, kPageUrl };
constexpr liquid::FieldTable kPageFields(
    std::to_array<std::string_view>({"content", "dir", "name", "path", "url"}));

enum DocumentField {
  kNext,
  kPrevious,
  kOutput,
  kContent,
  kExcerpt,
  kId,
  kRelativePath,
  kUrl,
  kPath,
  kCollection,
};
constexpr liquid::FieldTable kDocumentFields(std::to_array<std::string_view>(
    {"next", "previous", "output", "content", "excerpt", "id", "relative_path",
     "url", "path", "collection"}));
// What stands first in the keys, and distant documents do not list.
constexpr size_t kNestedFields = kExcerpt + 1;

enum FileField {
  kFileName,
  kExtension,
  kModified,
  kBasename,
  kFilePath,
  kFileCollection,
};
constexpr liquid::FieldTable kFileFields(std::to_array<std::string_view>(
    {"name", "extname", "modified_time", "basename", "path", "collection"}));

Value Member(const data::Object& values, const Key& key) {
  const data::Value* value = values.Find(key.text);
  return value == nullptr ? Value() : Value(*value);
}

// Ruby's File.dirname of an address, which may end in "/".
std::string_view FolderOf(std::string_view url) {
  while (url.size() > 1 && url.ends_with('/')) url.remove_suffix(1);
  const size_t slash = url.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return slash == 0 ? "/" : url.substr(0, slash);
}

std::string_view Extension(std::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  return name.substr(dot);
}

// The name without its extension, and no dots at its end.
std::string_view Basename(std::string_view name) {
  name.remove_suffix(Extension(name).size());
  while (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

Value Joined(std::string_view a, std::string_view b, Arena& arena) {
  std::string text(a);
  if (!text.ends_with('/')) text += '/';
  text += b;
  return Value(arena.Keep(text));
}

// The folder of a page's address, with "/" at its end.
Value PageFolder(std::string_view url, Arena& arena) {
  if (url.ends_with('/')) return Value(url);
  return Joined(FolderOf(url), "", arena);
}

Value DocumentId(const Document& document, Arena& arena) {
  const data::Value* slug = document.values.Find("slug");
  std::string_view name = Basename(NameOf(document.path));
  if (slug != nullptr && slug->AsString() != nullptr) name = *slug->AsString();
  return Joined(FolderOf(document.url), name, arena);
}

}  // namespace

std::vector<std::string_view> KeysOf(const Document& document) {
  const auto fixed = document.kind == DocumentKind::kPage
                         ? kPageFields.names()
                         : kDocumentFields.names();
  std::vector<std::string_view> keys;
  const auto add_values = [&] {
    for (const data::Member& member : document.values.members()) {
      if (std::find(fixed.begin(), fixed.end(), member.key) == fixed.end()) {
        keys.push_back(member.key);
      }
    }
  };
  if (document.kind == DocumentKind::kPage) add_values();
  keys.insert(keys.end(), fixed.begin(), fixed.end());
  if (document.kind != DocumentKind::kPage) add_values();
  return keys;
}

Value PageDrop::Find(const Key& key, Arena& arena) const {
  const Document& page = view_.Get(page_);
  switch (kPageFields.IndexOf(key)) {
    case kPageContent:
      return content_ == Content::kAsRendered && view_.IsRendered(page_)
                 ? std::string_view(view_.rendering->content(page_))
                 : std::string_view(page.body);
    case kDir:
      return PageFolder(page.url, arena);
    case kName:
      return NameOf(page.path);
    case kPagePath:
      return std::string_view(page.path);
    case kPageUrl:
      return std::string_view(page.url);
    default:
      return Member(page.values, key);
  }
}

std::span<const std::string_view> PageDrop::Keys() const {
  return view_.rendering->Keys(page_);
}

Value DocumentDrop::Find(const Key& key, Arena& arena) const {
  const Document& document = view_.Get(document_);
  switch (kDocumentFields.IndexOf(key)) {
    case kNext:
      return Neighbour(document.next, arena);
    case kPrevious:
      return Neighbour(document.previous, arena);
    case kOutput:
      if (!view_.IsRendered(document_) || view_.current == document_) return {};
      return std::string_view(view_.rendering->OutputInOrder(document_));
    case kContent:
      return view_.IsRendered(document_)
                 ? std::string_view(view_.rendering->content(document_))
                 : std::string_view(document.body);
    case kExcerpt:
      return Excerpt(document);
    case kId:
      return DocumentId(document, arena);
    case kUrl:
      return std::string_view(document.url);
    case kRelativePath:
    case kPath:
      return std::string_view(document.path);
    case kCollection:
      return std::string_view(document.collection);
    default:
      return Member(document.values, key);
  }
}

std::span<const std::string_view> DocumentDrop::Keys() const {
  const auto keys = view_.rendering->Keys(document_);
  return distance_ < kDistant ? keys : keys.subspan(kNestedFields);
}

Value DocumentDrop::Address() const {
  return std::string_view(view_.Get(document_).url);
}

Value DocumentDrop::Excerpt(const Document& document) const {
  const data::Value* own = document.values.Find("excerpt");
  if (own != nullptr && !own->IsNull()) return Value(*own);
  return view_.rendering->Excerpt(document_);
}

Value DocumentDrop::Neighbour(std::optional<DocumentIndex> document,
                              Arena& arena) const {
  if (!document) return {};
  return arena.New<DocumentDrop>(view_, *document, distance_ + 1);
}

Value ExcerptDrop::Find(const Key& key, Arena& arena) const {
  if (key.text == "excerpt") return {};
  return document_.Find(key, arena);
}

Value DocumentValue(const View& view, DocumentIndex document, Arena& arena) {
  if (view.Get(document).kind == DocumentKind::kPage) {
    return arena.New<PageDrop>(view, document, PageDrop::Content::kAsRendered);
  }
  return arena.New<DocumentDrop>(view, document);
}

Value PagerValue(const View& view, const Document& page, Arena& arena) {
  if (!page.pagination) return {};
  static constexpr std::string_view kNames[] = {"page",
                                                "per_page",
                                                "posts",
                                                "total_posts",
                                                "total_pages",
                                                "previous_page",
                                                "previous_page_path",
                                                "next_page",
                                                "next_page_path"};
  const Pagination& part = *page.pagination;
  const auto text = [](const std::string& path) {
    return path.empty() ? Value() : Value(std::string_view(path));
  };
  const bool is_first = part.page <= 1;
  const bool is_last = part.page >= part.total_pages;
  const std::span<Value> values = arena.NewSpan<Value>(std::size(kNames));
  const Value members[] = {part.page,
                           part.per_page,
                           arena.New<DocumentList>(view, part.posts),
                           part.total_posts,
                           part.total_pages,
                           is_first ? Value() : Value(part.page - 1),
                           text(part.previous_path),
                           is_last ? Value() : Value(part.page + 1),
                           text(part.next_path)};
  std::copy(std::begin(members), std::end(members), values.begin());
  return liquid::NewHash(kNames, values, arena);
}

Value StaticFileDrop::Find(const Key& key, Arena& arena) const {
  const std::string_view name = NameOf(file_.path);
  switch (kFileFields.IndexOf(key)) {
    case kFileName:
      return name;
    case kExtension:
      return Extension(name);
    case kModified:
      return arena.New<liquid::Time>(liquid::InZone(file_.modified, 0, zone_));
    case kBasename:
      return Basename(name);
    case kFilePath:
      return file_.collection.empty() ? Joined("/", file_.path, arena)
                                      : Value(std::string_view(file_.path));
    case kFileCollection:
      return file_.collection.empty()
                 ? Value()
                 : Value(std::string_view(file_.collection));
    default:
      return Member(file_.values, key);
  }
}

std::span<const std::string_view> StaticFileDrop::Keys() const {
  return kFileFields.names();
}

}  // namespace offprint::jekyll
