#include "readers/markdown_link.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {
namespace {

// How many bytes of an address its scheme takes, 0 where it has none.
size_t SchemeLength(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (StartsWithIgnoreCase(url, scheme)) return scheme.size();
  }
  return 0;
}

bool IsUrlByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F &&
         std::string_view("[]<>{}\"'`|*\\").find(c) == std::string_view::npos;
}

bool IsCodeUrl(std::string_view url) {
  url.remove_prefix(SchemeLength(url));
  if (StartsWithIgnoreCase(url, "www.")) url.remove_prefix(4);
  for (const std::string_view host :
       {"github.com/", "gitlab.com/", "huggingface.co/", "bitbucket.org/",
        "gitee.com/", "codeberg.org/", "anonymous.4open.science/"}) {
    if (StartsWithIgnoreCase(url, host)) return url.size() > host.size();
  }
  return false;
}

}  // namespace

std::optional<MarkdownLink> ParseWholeLink(std::string_view text) {
  text = Trim(text);
  if (!text.starts_with('[') || !text.ends_with(')')) return std::nullopt;
  const size_t middle = text.rfind("](");
  if (middle == std::string_view::npos) return std::nullopt;
  const std::string_view url =
      text.substr(middle + 2, text.size() - middle - 3);
  return MarkdownLink{Trim(text.substr(1, middle - 1)), Trim(url)};
}

std::string_view DropBold(std::string_view text) {
  text = Trim(text);
  if (text.size() >= 4 && text.starts_with("**") && text.ends_with("**")) {
    text = Trim(text.substr(2, text.size() - 4));
  }
  return text;
}

std::string_view UrlAtHead(std::string_view text) {
  size_t size = SchemeLength(text);
  if (size == 0) return {};
  int depth = 0;  // of parentheses: a DOI may hold pairs of them
  for (; size < text.size() && IsUrlByte(text[size]); ++size) {
    if (text[size] == '(') ++depth;
    if (text[size] == ')' && --depth < 0) break;
  }
  while (std::string_view(".,;:!?").find(text[size - 1]) !=
         std::string_view::npos) {
    --size;
  }
  return text.substr(0, size);
}

std::string_view FindCodeUrl(std::string_view text) {
  for (size_t at = text.find("http"); at != std::string_view::npos;) {
    const std::string_view url = UrlAtHead(text.substr(at));
    if (IsCodeUrl(url)) return url;
    at = text.find("http", at + std::max<size_t>(url.size(), 4));
  }
  return {};
}

}  // namespace offprint
