// Links as digests write them.
#ifndef OFFPRINT_READERS_MARKDOWN_LINK_H_
#define OFFPRINT_READERS_MARKDOWN_LINK_H_

#include <optional>
#include <string_view>

namespace offprint {

// "[label](url)"; both trimmed.
struct MarkdownLink {
  std::string_view label;
  std::string_view url;
};

// The link that the whole text is. Its label ends at the last "](", so that
// it may hold brackets itself.
std::optional<MarkdownLink> ParseWholeLink(std::string_view text);

// The text, trimmed, without the "**" around it.
std::string_view DropBold(std::string_view text);

// The address with scheme that the text begins with, empty where it begins with
// none. It ends at white space, at a mark that closes it, at punctuation and at
// the first letter that is not ASCII ("…/repo获取").
std::string_view UrlAtHead(std::string_view text);

// The first address in the text that leads to a place for code (GitHub, GitLab,
// Hugging Face and the like), empty where there is none.
std::string_view FindCodeUrl(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_READERS_MARKDOWN_LINK_H_
