// The words of a markup, as Liquid's strict parser sees them.
#ifndef OFFPRINT_LIQUID_LEXER_H_
#define OFFPRINT_LIQUID_LEXER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::liquid {

struct Token {
  enum class Kind : uint8_t {
    kComparison,
    kString,
    kNumber,
    kId,
    kDotDot,
    kPipe,
    kDot,
    kColon,
    kComma,
    kOpenSquare,
    kCloseSquare,
    kOpenRound,
    kCloseRound,
    kQuestion,
    kDash,
    kEnd,
  };

  Kind kind = Kind::kEnd;
  std::string_view text;
};

// Fills *tokens, the last one being kEnd, and returns true; or says in *error
// which character fits nowhere.
bool Tokenize(std::string_view markup, std::vector<Token>* tokens,
              std::string* error);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_LEXER_H_
