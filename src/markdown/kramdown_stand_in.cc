#include "markdown/kramdown_stand_in.h"

#include <cassert>

#include "base/text.h"
#include "markdown/noncharacters.h"

namespace offprint {
namespace {

// The third byte of the noncharacter before a number; the one behind it.
constexpr char kMathByte = '\x90';
constexpr char kFootnoteByte = '\x94';
constexpr std::string_view kEnd = "\xEF\xB7\x91";

}  // namespace

StandIn ReadStandIn(std::string_view text) {
  StandIn found;
  if (!text.starts_with(kNoncharacterLead) || text.size() < 3) return found;
  if (text.starts_with(kInvisibleLetter)) {
    found.kind = StandIn::Kind::kInvisible;
    found.size = kInvisibleLetter.size();
    return found;
  }
  if (text[2] != kMathByte && text[2] != kFootnoteByte) return found;
  size_t at = 3;
  for (; at < text.size() && IsAsciiDigit(text[at]); ++at) {
    found.number = found.number * 10 + static_cast<size_t>(text[at] - '0');
  }
  if (!text.substr(at).starts_with(kEnd)) return StandIn();
  found.kind =
      text[2] == kMathByte ? StandIn::Kind::kMath : StandIn::Kind::kFootnote;
  found.size = at + kEnd.size();
  return found;
}

std::string_view UpToStandIn(std::string_view text) {
  return text.substr(0, text.find(kNoncharacterLead, 1));
}

void AppendStandIn(StandIn::Kind kind, size_t number, std::string* text) {
  const bool is_math = kind == StandIn::Kind::kMath;
  assert(is_math || kind == StandIn::Kind::kFootnote);
  text->append(kNoncharacterLead) += is_math ? kMathByte : kFootnoteByte;
  text->append(std::to_string(number)).append(kEnd);
}

}  // namespace offprint
