// Liquid's strict parser of the markup of tags and outputs.
#ifndef OFFPRINT_LIQUID_STRICT_PARSER_H_
#define OFFPRINT_LIQUID_STRICT_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

#include "liquid/lexer.h"

namespace offprint::liquid {

// Walks over the tokens of one markup. The first thing that does not fit ends
// the walk: ok() becomes false, and all that is read afterwards is empty.
class StrictParser {
 public:
  explicit StrictParser(std::string_view markup);

  bool ok() const { return error_.empty(); }
  // What did not fit, empty while all did.
  const std::string& error() const { return error_; }
  void Fail(std::string message);

  // Whether the token `ahead` of the next one is of that kind.
  bool Look(Token::Kind kind, size_t ahead = 0) const;
  // The next token, when it is of that kind; else a failure.
  std::string_view Consume(Token::Kind kind);
  // The same without a failure: whether there was such a token.
  bool Accept(Token::Kind kind, std::string_view* text = nullptr);
  // Takes the next token when it is that word.
  bool AcceptId(std::string_view word);

  // Appends the next expression, without the blanks in it, to *out.
  void Expression(std::string* out);
  // The same, where "name: " may stand before it, which is appended too.
  void Argument(std::string* out);
  // A failure unless all tokens are read.
  void End() { Consume(Token::Kind::kEnd); }

 private:
  void Signature(std::string* out);
  void Bracket(std::string* out);

  std::vector<Token> tokens_;
  size_t at_ = 0;
  int depth_ = 0;
  std::string error_;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_STRICT_PARSER_H_
