// Documents and static files as templates see them, by Jekyll 3.10's rules.
#ifndef OFFPRINT_JEKYLL_DOCUMENT_DROP_H_
#define OFFPRINT_JEKYLL_DOCUMENT_DROP_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time_zone.h"
#include "jekyll/rendering.h"
#include "jekyll/source.h"
#include "liquid/drop.h"

namespace offprint::jekyll {

// The names of a document's members in Jekyll's order.
std::vector<std::string_view> KeysOf(const Document& document);

// A page: its front matter, and `content`, `dir`, `name`, `path` and `url`.
class PageDrop final : public liquid::Drop {
 public:
  // `page` of a page's own templates keeps the body as it was read; elsewhere
  // it is as it has become.
  enum class Content { kAsRead, kAsRendered };

  PageDrop(const View& view, DocumentIndex page, Content content)
      : view_(view), page_(page), content_(content) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  const View& view_;
  DocumentIndex page_;
  Content content_;
};

// A post or a document of another collection: `next`, `previous`, `id`,
// `output`, `content`, `relative_path`, `url`, `path`, `collection`, `excerpt`,
// and its front matter.
class DocumentDrop final : public liquid::Drop {
 public:
  // How far it is from where a template began to follow `next` and `previous`.
  // A distant one lists neither its texts nor its neighbours, so that lists of
  // all members come to an end; it still has them.
  static constexpr int kDistant = 3;

  DocumentDrop(const View& view, DocumentIndex document, int distance = 0)
      : view_(view), document_(document), distance_(distance) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;
  liquid::Value Address() const override;

 private:
  liquid::Value Excerpt(const Document& document) const;
  liquid::Value Neighbour(std::optional<DocumentIndex> document,
                          liquid::Arena& arena) const;

  const View& view_;
  DocumentIndex document_;
  int distance_;
};

// `page` of the templates of an excerpt: the document without its excerpt.
class ExcerptDrop final : public liquid::Drop {
 public:
  ExcerptDrop(const View& view, DocumentIndex document)
      : document_(view, document) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override {
    return document_.Keys();
  }

 private:
  DocumentDrop document_;
};

// A document of either kind, in the arena.
liquid::Value DocumentValue(const View& view, DocumentIndex document,
                            liquid::Arena& arena);

// `paginator` of a page that jekyll-paginate makes; nil of any other.
liquid::Value PagerValue(const View& view, const Document& page,
                         liquid::Arena& arena);

// A file without front matter: `name`, `extname`, `basename`, `modified_time`,
// `path`, `collection` and its defaults.
class StaticFileDrop final : public liquid::Drop {
 public:
  StaticFileDrop(const StaticFile& file, const TimeZone& zone)
      : file_(file), zone_(zone) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override;
  std::span<const std::string_view> Keys() const override;

 private:
  const StaticFile& file_;
  const TimeZone& zone_;
};

// Documents, one after the other.
class DocumentList final : public liquid::List {
 public:
  DocumentList(const View& view, std::span<const DocumentIndex> documents)
      : view_(view), documents_(documents) {}

  size_t size() const override { return documents_.size(); }
  liquid::Value At(size_t index, liquid::Arena& arena) const override {
    return DocumentValue(view_, documents_[index], arena);
  }

 private:
  const View& view_;
  std::span<const DocumentIndex> documents_;
};

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_DOCUMENT_DROP_H_
