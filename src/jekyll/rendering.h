// What became of the documents of a site so far.
#ifndef OFFPRINT_JEKYLL_RENDERING_H_
#define OFFPRINT_JEKYLL_RENDERING_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jekyll/source.h"

namespace offprint::jekyll {

// Jekyll renders one document after the other, and each sees those before it
// as they have become and those behind it as they were read. So does a render
// here: what it sees depends on its place in Jekyll's order alone, on whatever
// thread and whenever it runs.
class Rendering {
 public:
  // How a document becomes text. The texts are kept, so each is asked for once.
  struct Makers {
    std::function<std::string(DocumentIndex)> excerpt;
    std::function<std::string(DocumentIndex)> output;  // with its layouts
  };

  // The source outlives this.
  Rendering(const Source& source, Makers makers);

  // Every document: the posts, the other collections, then the pages.
  std::span<const DocumentIndex> order() const { return order_; }
  size_t PlaceOf(DocumentIndex document) const { return places_[document]; }

  // The body after Liquid and its converter; set once, in order.
  void SetContent(DocumentIndex document, std::string content);
  const std::string& content(DocumentIndex document) const {
    return texts_[document].content;
  }

  // The rendered beginning of a document of a collection; empty where there is
  // none. One thread only until MakeExcerpts is done, then any.
  std::string_view Excerpt(DocumentIndex document) const;
  void MakeExcerpts() const;

  // The finished document, its content being set; made by the first thread
  // that asks. What makes it may ask for the outputs of earlier documents.
  const std::string& Output(DocumentIndex document) const;
  // The same for a template that asks: those before it are made first, so that
  // documents that show each other do not make each other inside each other.
  const std::string& OutputInOrder(DocumentIndex document) const;

  // The names of a document's members.
  std::span<const std::string_view> Keys(DocumentIndex document) const {
    return texts_[document].keys;
  }

 private:
  enum class State : uint8_t { kNone, kInWork, kMade };
  struct Text {
    std::string content;
    std::string excerpt;
    State excerpt_state = State::kNone;
    std::once_flag output_made;
    std::string output;
    std::vector<std::string_view> keys;
  };

  const Source& source_;
  Makers makers_;
  std::vector<DocumentIndex> order_;
  std::vector<size_t> places_;
  mutable std::vector<Text> texts_;
};

// From where a render sees the site.
struct View {
  const Source* source = nullptr;
  const Rendering* rendering = nullptr;
  // Documents at places below it are rendered.
  size_t place = 0;
  // The document that is being rendered, if it is one.
  std::optional<DocumentIndex> current;

  const Document& Get(DocumentIndex document) const {
    return source->documents[document];
  }
  bool IsRendered(DocumentIndex document) const {
    return rendering->PlaceOf(document) < place;
  }
};

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_RENDERING_H_
