#include "search/query.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/text.h"
#include "search/direct_id.h"
#include "search/normal_form.h"
#include "search/query_filters.h"

namespace offprint::search {
namespace {

constexpr size_t kMostCodePoints = 1000;
constexpr size_t kMostItems = 32;

constexpr std::array<std::string_view, 9> kKindNames = {
    "term", "title", "author", "topic", "source", "id", "date", "score", "code",
};

bool IsQuote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xFF02;
}

// Letters of ASCII in any width and case, and the two that fold to one.
bool IsKeyLetter(char32_t c) {
  return (c < 0x80 && IsAsciiAlpha(static_cast<char>(c))) || c == 0x17F ||
         c == 0x212A || (c >= 0xFF21 && c <= 0xFF3A) ||
         (c >= 0xFF41 && c <= 0xFF5A);
}

// The kind of a filter's key; nothing for a key that is none.
std::optional<ItemKind> FilterKind(std::string_view key) {
  const auto found = std::ranges::find(kKindNames.begin() + 1, kKindNames.end(),
                                       NormalForm(key));
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<ItemKind>(found - kKindNames.begin());
}

// Reads a text from its head on.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool AtEnd() const { return at_ == text_.size(); }
  size_t at() const { return at_; }
  void GoTo(size_t at) { at_ = at; }
  std::string_view Since(size_t begin) const {
    return text_.substr(begin, at_ - begin);
  }
  std::string_view Rest() const { return text_.substr(at_); }

  // Takes the next code point if it is one of those.
  template <typename Is>
  bool Take(Is is) {
    if (AtEnd()) return false;
    size_t next = at_;
    if (!is(NextCodePoint(text_, &next))) return false;
    at_ = next;
    return true;
  }

  // Takes as many of those as there are.
  template <typename Is>
  std::string_view TakeAll(Is is) {
    const size_t begin = at_;
    while (Take(is)) {
    }
    return Since(begin);
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : scanner_(text) {}

  void Run(Query* query) {
    for (;;) {
      scanner_.TakeAll(IsWhiteSpace);
      if (scanner_.AtEnd()) return;
      if (query->items.size() == kMostItems) {
        query->problems.push_back(
            {QueryProblem::Kind::kTooLong, std::string(scanner_.Rest())});
        return;
      }
      ReadItem(query);
    }
  }

 private:
  void ReadItem(Query* query) {
    const size_t begin = scanner_.at();
    QueryItem item;
    const bool minus =
        scanner_.Take([](char32_t c) { return c == '-' || c == 0xFF0D; });
    const std::optional<ItemKind> filter = ReadKey();
    item.kind = filter.value_or(ItemKind::kTerm);
    const std::string value = NormalForm(ReadValue(&item));
    const bool good = ReadItemValue(value, &item);
    item.exclude = item.exclude != minus;
    if (!good) {
      query->problems.push_back({filter ? QueryProblem::Kind::kBadFilter
                                        : QueryProblem::Kind::kEmptyTerm,
                                 std::string(scanner_.Since(begin))});
    } else if (std::ranges::find(query->items, item) == query->items.end()) {
      query->items.push_back(std::move(item));
    }
  }

  // Takes "key:" where it is that of a filter. With another key the item is
  // plain text as a whole, quotes and all.
  std::optional<ItemKind> ReadKey() {
    const size_t begin = scanner_.at();
    const std::string_view key = scanner_.TakeAll(IsKeyLetter);
    const bool is_key = !key.empty() && scanner_.Take([](char32_t c) {
      return c == ':' || c == 0xFF1A;
    });
    std::optional<ItemKind> filter;
    if (is_key) filter = FilterKind(key);
    if (!filter) scanner_.GoTo(begin);
    is_plain_ = is_key && !filter;
    return filter;
  }

  std::string_view ReadValue(QueryItem* item) {
    item->phrase = !is_plain_ && scanner_.Take(IsQuote);
    if (!item->phrase) {
      return scanner_.TakeAll([](char32_t c) { return !IsWhiteSpace(c); });
    }
    const std::string_view quoted =
        scanner_.TakeAll([](char32_t c) { return !IsQuote(c); });
    scanner_.Take(IsQuote);
    return quoted;
  }

  Scanner scanner_;
  bool is_plain_ = false;  // the item under way has a key that is no filter's
};

// As much of the text as a query may have.
std::string_view CutQuery(std::string_view text) {
  size_t at = 0;
  for (size_t points = 0; points < kMostCodePoints; ++points) {
    if (at == text.size()) return text;
    NextCodePoint(text, &at);
  }
  return text.substr(0, at);
}

}  // namespace

std::string_view ItemKindName(ItemKind kind) {
  return kKindNames[static_cast<size_t>(kind)];
}

std::string_view ProblemKindName(QueryProblem::Kind kind) {
  switch (kind) {
    case QueryProblem::Kind::kEmptyTerm:
      return "empty-term";
    case QueryProblem::Kind::kBadFilter:
      return "bad-filter";
    case QueryProblem::Kind::kTooLong:
      break;
  }
  return "too-long";
}

Query ParseQuery(std::string_view text) {
  Query query;
  query.direct = DirectId(text);
  const std::string_view cut = CutQuery(text);
  if (cut.size() < text.size()) {
    query.problems.push_back({QueryProblem::Kind::kTooLong, ""});
  }
  Parser(cut).Run(&query);
  return query;
}

std::string SavedQueryProblem(std::string_view text) {
  const Query query = ParseQuery(text);
  if (query.problems.empty()) {
    return query.items.empty() ? "asks for nothing" : "";
  }
  const QueryProblem& problem = query.problems.front();
  switch (problem.kind) {
    case QueryProblem::Kind::kEmptyTerm:
      return "has nothing to look for in \"" + problem.text + "\"";
    case QueryProblem::Kind::kBadFilter:
      return "has a filter that cannot be read: \"" + problem.text + "\"";
    case QueryProblem::Kind::kTooLong:
      break;
  }
  return "is too long: at most " + std::to_string(kMostItems) +
         " words and filters, and " + std::to_string(kMostCodePoints) +
         " characters";
}

}  // namespace offprint::search
