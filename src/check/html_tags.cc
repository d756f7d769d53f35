// The states of the tokenizer of HTML (html.spec.whatwg.org, 13.2.5), as far as
// they decide where tags and attributes begin and end.
#include "check/html_tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

// What stands in these is text up to their end tags.
constexpr std::array<std::string_view, 7> kTextElements = {
    "script", "style", "textarea", "title", "xmp", "iframe", "noframes"};

bool HoldsText(std::string_view name) {
  return std::ranges::any_of(kTextElements, [&](std::string_view element) {
    return EqualsIgnoreCase(name, element);
  });
}

class Tokenizer {
 public:
  Tokenizer(std::string_view html,
            const std::function<void(const HtmlTag&)>& each)
      : html_(html), each_(each) {}

  void Run() {
    while ((at_ = html_.find('<', at_)) < html_.size()) {
      const std::string_view rest = html_.substr(at_);
      if (rest.starts_with("<!--")) {
        SkipComment();
      } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
        SkipBehind(">", at_ + 2);
      } else if (rest.size() > 1 && IsAsciiAlpha(rest[1])) {
        ++at_;
        StartTag();
      } else if (rest.size() > 2 && rest[1] == '/' && IsAsciiAlpha(rest[2])) {
        at_ += 2;
        ReadTag();
      } else {
        ++at_;
      }
    }
  }

 private:
  void SkipBehind(std::string_view mark, size_t from) {
    const size_t end = html_.find(mark, from);
    at_ = end == kNone ? html_.size() : end + mark.size();
  }

  void SkipComment() {
    const std::string_view inside = html_.substr(at_ + 4);
    if (inside.starts_with(">") || inside.starts_with("->")) {
      return SkipBehind(">", at_ + 4);
    }
    const size_t end =
        std::min(html_.find("-->", at_ + 4), html_.find("--!>", at_ + 4));
    at_ = end;
    if (end != kNone) SkipBehind(">", end);
  }

  void StartTag() {
    if (!ReadTag()) return;
    tag_.text = {};
    if (HoldsText(tag_.name)) {
      const size_t begin = at_;
      SkipText(tag_.name);
      tag_.text = html_.substr(begin, std::min(at_, html_.size()) - begin);
    }
    each_(tag_);
  }

  // To the end tag of that name.
  void SkipText(std::string_view name) {
    while ((at_ = html_.find("</", at_)) < html_.size()) {
      const std::string_view rest = html_.substr(at_ + 2);
      if (StartsWithIgnoreCase(rest, name) &&
          (rest.size() == name.size() || !IsAsciiAlpha(rest[name.size()]))) {
        return;
      }
      at_ += 2;
    }
  }

  // Reads name and attributes, and goes behind ">"; false at the page's end.
  bool ReadTag() {
    tag_.name = ReadWhile([](char c) { return c != '/' && c != '>'; });
    tag_.attributes.clear();
    while (SkipBetweenAttributes()) {
      if (html_[at_] == '>') {
        ++at_;
        return true;
      }
      tag_.attributes.push_back(ReadAttribute());
    }
    return false;
  }

  bool SkipBetweenAttributes() {
    while (at_ < html_.size() && (IsSpace(html_[at_]) || html_[at_] == '/')) {
      ++at_;
    }
    return at_ < html_.size();
  }

  HtmlAttribute ReadAttribute() {
    const size_t begin = at_++;  // even a "=" can begin a name
    ReadWhile([](char c) { return c != '/' && c != '>' && c != '='; });
    HtmlAttribute attribute = {html_.substr(begin, at_ - begin), {}};
    SkipSpace();
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      SkipSpace();
      attribute.value = ReadValue();
    }
    return attribute;
  }

  std::string_view ReadValue() {
    if (at_ == html_.size()) return {};
    const char quote = html_[at_];
    if (quote != '"' && quote != '\'') {
      return ReadWhile([](char c) { return c != '>'; });
    }
    const size_t begin = at_ + 1;
    const size_t end = std::min(html_.find(quote, begin), html_.size());
    at_ = std::min(end + 1, html_.size());
    return html_.substr(begin, end - begin);
  }

  void SkipSpace() {
    while (at_ < html_.size() && IsSpace(html_[at_])) ++at_;
  }

  // Up to white space, or a character that is not `wanted`.
  template <typename Wanted>
  std::string_view ReadWhile(Wanted wanted) {
    const size_t begin = at_;
    while (at_ < html_.size() && !IsSpace(html_[at_]) && wanted(html_[at_])) {
      ++at_;
    }
    return html_.substr(begin, at_ - begin);
  }

  std::string_view html_;
  const std::function<void(const HtmlTag&)>& each_;
  size_t at_ = 0;
  HtmlTag tag_;
};

// The code point of "#38" or "#x26".
std::optional<char32_t> NumberOf(std::string_view reference) {
  if (!reference.starts_with('#')) return std::nullopt;
  reference.remove_prefix(1);
  int base = 10;
  if (StartsWithIgnoreCase(reference, "x")) {
    reference.remove_prefix(1);
    base = 16;
  }
  uint32_t number = 0;
  const char* end = reference.data() + reference.size();
  const auto [stop, error] =
      std::from_chars(reference.data(), end, number, base);
  if (error != std::errc() || stop != end || number == 0 || number > 0x10FFFF) {
    return std::nullopt;
  }
  return static_cast<char32_t>(number);
}

std::optional<char32_t> CharacterOf(std::string_view reference) {
  static constexpr std::array<std::pair<std::string_view, char32_t>, 5> kNames =
      {{{"amp", U'&'},
        {"lt", U'<'},
        {"gt", U'>'},
        {"quot", U'"'},
        {"apos", U'\''}}};
  for (const auto& [name, character] : kNames) {
    if (reference == name) return character;
  }
  return NumberOf(reference);
}

}  // namespace

void EachStartTag(std::string_view html,
                  const std::function<void(const HtmlTag&)>& each) {
  Tokenizer(html, each).Run();
}

std::string ResolveReferences(std::string_view value) {
  std::string out;
  size_t at = 0;
  for (size_t mark; (mark = value.find('&', at)) != kNone;) {
    out += value.substr(at, mark - at);
    at = mark + 1;
    const size_t end = value.find(';', at);
    const auto character =
        end == kNone ? std::nullopt : CharacterOf(value.substr(at, end - at));
    if (character) {
      AppendUtf8(*character, &out);
      at = end + 1;
    } else {
      out += '&';
    }
  }
  return out.append(value.substr(at));
}

}  // namespace offprint
