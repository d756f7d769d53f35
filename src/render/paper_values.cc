#include "render/paper_values.h"

#include "base/web_address.h"
#include "citations/citation.h"
#include "markdown/plain_title.h"
#include "render/drop_context.h"

namespace offprint {

liquid::Value LinksValue(std::string_view abs, std::string_view pdf,
                         std::string_view html, std::string_view code,
                         liquid::Arena& arena) {
  static constexpr std::string_view kNames[] = {"abs", "pdf", "html", "code"};
  return NewObject(kNames,
                   {TextOrNil(WebAddress(abs)), TextOrNil(WebAddress(pdf)),
                    TextOrNil(WebAddress(html)), TextOrNil(WebAddress(code))},
                   arena);
}

liquid::Value PlainTitleValue(std::string_view title, liquid::Arena& arena) {
  if (IsPlainTitle(title)) return TextOrNil(title);
  return NewText(PlainTitle(title), arena);
}

liquid::Value CiteValue(const Archive& archive, const Paper& paper,
                        std::string_view shown, liquid::Arena& arena) {
  return NewText(CompactForm(CitationOf(archive, paper), shown), arena);
}

liquid::Value ScoreValue(const std::optional<double>& score) {
  return score ? liquid::Value(*score) : liquid::Value();
}

}  // namespace offprint
