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

// The same with "**" around it, or the label, taken off.
std::string_view DropBold(std::string_view text);

// The first address in the text that leads to a place for code (GitHub, GitLab,
// Hugging Face and the like), empty where there is none.
std::string_view FindCodeUrl(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_READERS_MARKDOWN_LINK_H_
