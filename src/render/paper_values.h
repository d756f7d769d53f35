// Values that papers and entries share.
#ifndef OFFPRINT_RENDER_PAPER_VALUES_H_
#define OFFPRINT_RENDER_PAPER_VALUES_H_

#include <optional>
#include <string_view>

#include "liquid/arena.h"
#include "liquid/value.h"
#include "model/archive.h"

namespace offprint {

// {abs, pdf, html, code}: web addresses; nil for what is none. The texts live
// as long as the arena.
liquid::Value LinksValue(std::string_view abs, std::string_view pdf,
                         std::string_view html, std::string_view code,
                         liquid::Arena& arena);

// The title without markup (see markdown/plain_title.h); nil for an empty one.
liquid::Value PlainTitleValue(std::string_view title, liquid::Arena& arena);

// The citation in its compact form, for a page that shows the paper by the
// title `shown`.
liquid::Value CiteValue(const Archive& archive, const Paper& paper,
                        std::string_view shown, liquid::Arena& arena);

liquid::Value ScoreValue(const std::optional<double>& score);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_PAPER_VALUES_H_
