#include "check/html_links.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "check/css_links.h"
#include "check/html_tags.h"

namespace offprint {
namespace {

bool IsOneOf(std::string_view name,
             std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view other) {
    return EqualsIgnoreCase(name, other);
  });
}

// The value of the attribute, its references resolved; empty for none.
std::string ValueOf(const HtmlTag& tag, std::string_view name) {
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (EqualsIgnoreCase(attribute.name, name)) {
      return ResolveReferences(attribute.value);
    }
  }
  return {};
}

bool IsLinkAttribute(std::string_view tag, std::string_view name) {
  if (EqualsIgnoreCase(name, "href")) return !EqualsIgnoreCase(tag, "base");
  if (EqualsIgnoreCase(name, "data")) return EqualsIgnoreCase(tag, "object");
  return IsOneOf(name, {"src", "poster", "action", "formaction", "xlink:href"});
}

// Adds the addresses of "small.png 1x, large.png 2x": one may hold commas, but
// not end with them (html.spec.whatwg.org, 4.8.4.2.1).
void AddSourceSet(std::string_view set, size_t offset, FileLinks* file) {
  const auto is_between = [](char c) { return IsSpace(c) || c == ','; };
  for (size_t at = 0; at < set.size();) {
    if (is_between(set[at])) {
      ++at;
      continue;
    }
    const size_t begin = at;
    while (at < set.size() && !IsSpace(set[at])) ++at;
    std::string_view address = set.substr(begin, at - begin);
    if (address.ends_with(',')) {
      while (address.ends_with(',')) address.remove_suffix(1);
    } else {
      at = std::min(set.find(',', at), set.size());  // past "1x"
    }
    file->links.push_back({std::string(address), offset});
  }
}

// Of <meta>: "5; url=/elsewhere/", or a picture for those who link here.
void AddMeta(const HtmlTag& tag, size_t offset, FileLinks* file) {
  const std::string content = ValueOf(tag, "content");
  if (EqualsIgnoreCase(ValueOf(tag, "http-equiv"), "refresh")) {
    const size_t at = AsciiLower(content).find("url=");
    if (at == std::string::npos) return;
    std::string_view address = Trim(std::string_view(content).substr(at + 4));
    if (address.starts_with('"') || address.starts_with('\'')) {
      address = address.substr(1, address.find(address[0], 1) - 1);
    }
    file->links.push_back({std::string(address), offset});
  } else if (IsOneOf(ValueOf(tag, "property"), {"og:image", "og:url"}) ||
             IsOneOf(ValueOf(tag, "name"), {"twitter:image"})) {
    file->links.push_back({content, offset});
  }
}

// Whether the tag's "href" is a host alone.
bool IsHint(const HtmlTag& tag) {
  return EqualsIgnoreCase(tag.name, "link") &&
         IsOneOf(ValueOf(tag, "rel"), {"preconnect", "dns-prefetch"});
}

class PageReader {
 public:
  PageReader(std::string_view html, FileLinks* file)
      : html_(html), file_(*file) {}

  void Take(const HtmlTag& tag) {
    if (IsHint(tag)) return;
    if (EqualsIgnoreCase(tag.name, "meta")) {
      AddMeta(tag, OffsetOf(tag.name), &file_);
    } else if (EqualsIgnoreCase(tag.name, "style")) {
      EachCssAddress(tag.text, [&](std::string address, size_t at) {
        file_.links.push_back({std::move(address), OffsetOf(tag.text) + at});
      });
    }
    for (const HtmlAttribute& attribute : tag.attributes) {
      TakeAttribute(tag, attribute);
    }
  }

 private:
  void TakeAttribute(const HtmlTag& tag, const HtmlAttribute& attribute) {
    const std::string_view name = attribute.name;
    const size_t offset = OffsetOf(name);
    if (IsLinkAttribute(tag.name, name)) {
      file_.links.push_back({ResolveReferences(attribute.value), offset});
    } else if (IsOneOf(name, {"srcset", "imagesrcset"})) {
      AddSourceSet(ResolveReferences(attribute.value), offset, &file_);
    } else if (EqualsIgnoreCase(name, "style")) {
      EachCssAddress(ResolveReferences(attribute.value),
                     [&](std::string address, size_t /*at*/) {
                       file_.links.push_back({std::move(address), offset});
                     });
    } else if (EqualsIgnoreCase(name, "id") ||
               (EqualsIgnoreCase(name, "name") &&
                EqualsIgnoreCase(tag.name, "a"))) {
      file_.ids.insert(ResolveReferences(attribute.value));
    }
  }

  size_t OffsetOf(std::string_view slice) const {
    return static_cast<size_t>(slice.data() - html_.data());
  }

  std::string_view html_;
  FileLinks& file_;
};

}  // namespace

void ReadHtmlLinks(std::string_view html, FileLinks* file) {
  PageReader reader(html, file);
  EachStartTag(html, [&](const HtmlTag& tag) { reader.Take(tag); });
}

}  // namespace offprint
