#include "readers/paper_heading.h"

#include "base/text.h"
#include "readers/line_scanner.h"
#include "readers/markdown_link.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

// The length of "12. " or "[12] " and the like: `open`, digits, `close`.
size_t NumberLength(std::string_view text, std::string_view open,
                    std::string_view close) {
  if (!text.starts_with(open)) return 0;
  const size_t end = text.find_first_not_of("0123456789", open.size());
  if (end == kNone || end == open.size()) return 0;
  return text.substr(end).starts_with(close) ? end + close.size() : 0;
}

}  // namespace

std::string_view TakeLabelled(std::string_view* text, std::string_view label) {
  const size_t at = text->find(label);
  if (at == kNone) return {};
  text->remove_prefix(at + label.size());
  const size_t end = text->find(')');
  const std::string_view url = text->substr(0, end);
  text->remove_prefix(end == kNone ? text->size() : end + 1);
  return Trim(url);
}

std::optional<AnalysedHeading> ParseAnalysedHeading(std::string_view line) {
  if (HeadingLevel(line) == 0) return std::nullopt;
  std::string_view text = HeadingText(line);
  const size_t number = NumberLength(text, "", ". ");
  text.remove_prefix(number);
  AnalysedHeading heading;
  const size_t tick = text.find("` - ");
  const bool has_topic = text.starts_with('`') && tick != kNone;
  if (number == 0 && !(has_topic && text.find(" [PDF](") != kNone)) {
    return std::nullopt;
  }
  if (has_topic) {
    heading.topic = text.substr(1, tick - 1);
    text.remove_prefix(tick + 4);
  }
  heading.title = text;
  const size_t pdf = text.rfind(" [PDF](");
  if (pdf == kNone) {
    return heading.topic.empty() ? std::nullopt : std::optional(heading);
  }
  std::string_view links = heading.title.substr(pdf);
  heading.title = heading.title.substr(0, pdf);
  heading.pdf = TakeLabelled(&links, "[PDF](");
  heading.html = TakeLabelled(&links, "[HTML](");
  return heading;
}

std::optional<ScoredHeading> ParseScoredHeading(std::string_view line) {
  const int level = HeadingLevel(line);
  if (level < 2) return std::nullopt;
  line = TrimLeft(line.substr(static_cast<size_t>(level)));
  if (!TakePrefix(&line, "[Score:")) return std::nullopt;
  const size_t end = line.find(']');
  if (end == kNone) return std::nullopt;
  const std::string_view score = line.substr(0, end);
  return ScoredHeading{Trim(score.substr(0, score.find('/'))),
                       Trim(line.substr(end + 1))};
}

std::string_view DropNumber(std::string_view text) {
  text.remove_prefix(NumberLength(text, "[", "] "));
  return text;
}

std::optional<EnhancedHeading> ParseEnhancedHeading(std::string_view line) {
  if (!TakePrefix(&line, "### ")) return std::nullopt;
  std::string_view text = Trim(line);
  const std::string_view numberless = DropNumber(text);
  if (numberless.starts_with('[')) text = numberless;
  const auto link = ParseWholeLink(text);
  if (!link || !StartsWithIgnoreCase(link->url, "http")) return std::nullopt;
  return EnhancedHeading{link->label, link->url};
}

bool IsEmphasised(std::string_view line) {
  line = Trim(line);
  return line.size() >= 2 && line.starts_with('*') && line.ends_with('*') &&
         !line.starts_with("**");
}

}  // namespace offprint
