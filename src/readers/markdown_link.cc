#include "readers/markdown_link.h"

#include "base/text.h"

namespace offprint {
namespace {

// An address ends at white space, at what cannot stand in one, and at the
// first letter that is not ASCII ("…/repo获取").
size_t UrlLength(std::string_view text) {
  size_t size = 0;
  while (size < text.size()) {
    const auto c = static_cast<unsigned char>(text[size]);
    if (c <= 0x20 || c >= 0x7F) break;
    if (std::string_view("()[]<>{}\"'`|*").find(text[size]) !=
        std::string_view::npos) {
      break;
    }
    ++size;
  }
  while (size > 0 && (text[size - 1] == '.' || text[size - 1] == ',' ||
                      text[size - 1] == ';' || text[size - 1] == ':')) {
    --size;
  }
  return size;
}

bool TakeScheme(std::string_view* url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!StartsWithIgnoreCase(*url, scheme)) continue;
    url->remove_prefix(scheme.size());
    return true;
  }
  return false;
}

bool IsCodeUrl(std::string_view url) {
  if (!TakeScheme(&url)) return false;
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

std::string_view FindCodeUrl(std::string_view text) {
  for (size_t at = text.find("http"); at != std::string_view::npos;
       at = text.find("http", at + 4)) {
    const std::string_view url = text.substr(at, UrlLength(text.substr(at)));
    if (IsCodeUrl(url)) return url;
  }
  return {};
}

}  // namespace offprint
