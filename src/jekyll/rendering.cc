#include "jekyll/rendering.h"

#include <algorithm>
#include <utility>

#include "jekyll/document_drop.h"

namespace offprint::jekyll {
namespace {

bool HasSeparator(const Source& source, const Document& document) {
  const data::Value* own = document.values.Find("excerpt_separator");
  if (own != nullptr && own->AsString() != nullptr) {
    return !own->AsString()->empty();
  }
  return !source.settings.excerpt_separator.empty();
}

}  // namespace

Rendering::Rendering(const Source& source, Makers makers)
    : source_(source),
      makers_(std::move(makers)),
      places_(source.documents.size()),
      texts_(source.documents.size()) {
  for (const Collection& collection : source.collections) {
    order_.insert(order_.end(), collection.documents.begin(),
                  collection.documents.end());
  }
  order_.insert(order_.end(), source.pages.begin(), source.pages.end());
  for (size_t place = 0; place < order_.size(); ++place) {
    places_[order_[place]] = place;
    texts_[order_[place]].keys = KeysOf(source.documents[order_[place]]);
  }
}

void Rendering::SetContent(DocumentIndex document, std::string content) {
  texts_[document].content = std::move(content);
}

std::string_view Rendering::Excerpt(DocumentIndex document) const {
  const Document& that = source_.documents[document];
  Text& text = texts_[document];
  if (that.kind == DocumentKind::kPage || !HasSeparator(source_, that)) {
    return {};
  }
  if (text.excerpt_state == State::kNone) {
    text.excerpt_state = State::kInWork;
    text.excerpt = makers_.excerpt(document);
    text.excerpt_state = State::kMade;
  }
  // One that shows itself while it is made finds itself empty.
  return text.excerpt;
}

void Rendering::MakeExcerpts() const {
  for (const DocumentIndex document : order_) Excerpt(document);
}

const std::string& Rendering::Output(DocumentIndex document) const {
  Text& text = texts_[document];
  std::call_once(text.output_made,
                 [&] { text.output = makers_.output(document); });
  return text.output;
}

// Threads wait for earlier documents only, so never for each other.
const std::string& Rendering::OutputInOrder(DocumentIndex document) const {
  for (size_t place = 0; place < places_[document]; ++place) {
    Output(order_[place]);
  }
  return Output(document);
}

}  // namespace offprint::jekyll
