#include "liquid/strict_parser.h"

#include <utility>

#include "liquid/markup.h"

namespace offprint::liquid {
namespace {

using Kind = Token::Kind;

// Brackets in brackets, and ranges in ranges, go no deeper.
constexpr int kMaxDepth = 100;

const char* KindName(Kind kind) {
  static constexpr const char* kNames[] = {
      "a comparison", "a text", "a number", "a name", "\"..\"", "\"|\"",
      "\".\"",        "\":\"",  "\",\"",    "\"[\"",  "\"]\"",  "\"(\"",
      "\")\"",        "\"?\"",  "\"-\"",    "the end"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace

StrictParser::StrictParser(std::string_view markup) {
  if (!Tokenize(markup, &tokens_, &error_)) {
    tokens_.assign(1, Token{});
  }
}

void StrictParser::Fail(std::string message) {
  if (ok()) error_ = std::move(message);
}

bool StrictParser::Look(Kind kind, size_t ahead) const {
  return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == kind;
}

std::string_view StrictParser::Consume(Kind kind) {
  if (!ok()) return {};
  const Token& token = tokens_[at_];
  if (token.kind != kind) {
    Fail(std::string("expected ") + KindName(kind) + " but found " +
         (token.kind == Kind::kEnd ? "the end"
                                   : "\"" + Excerpt(token.text) + "\""));
    return {};
  }
  if (at_ + 1 < tokens_.size()) ++at_;
  return token.text;
}

bool StrictParser::Accept(Kind kind, std::string_view* text) {
  if (!ok() || !Look(kind)) return false;
  const std::string_view found = Consume(kind);
  if (text != nullptr) *text = found;
  return true;
}

bool StrictParser::AcceptId(std::string_view word) {
  if (!ok() || !Look(Kind::kId) || tokens_[at_].text != word) return false;
  Consume(Kind::kId);
  return true;
}

void StrictParser::Expression(std::string* out) {
  if (++depth_ > kMaxDepth) Fail("nested too deep");
  if (Look(Kind::kId)) {
    Signature(out);
  } else if (Look(Kind::kString) || Look(Kind::kNumber)) {
    out->append(Consume(tokens_[at_].kind));
  } else if (Accept(Kind::kOpenRound)) {
    out->push_back('(');
    Expression(out);
    out->append(Consume(Kind::kDotDot));
    Expression(out);
    out->append(Consume(Kind::kCloseRound));
  } else if (Look(Kind::kEnd)) {
    Fail("an expression is missing");
  } else {
    Fail("\"" + Excerpt(tokens_[at_].text) + "\" does not begin an expression");
  }
  --depth_;
}

void StrictParser::Argument(std::string* out) {
  if (Look(Kind::kId) && Look(Kind::kColon, 1)) {
    out->append(Consume(Kind::kId));
    out->append(Consume(Kind::kColon));
    out->push_back(' ');
  }
  Expression(out);
}

void StrictParser::Bracket(std::string* out) {
  out->append(Consume(Kind::kOpenSquare));
  Expression(out);
  out->append(Consume(Kind::kCloseSquare));
}

void StrictParser::Signature(std::string* out) {
  while (true) {
    out->append(Consume(Kind::kId));
    while (ok() && Look(Kind::kOpenSquare)) Bracket(out);
    if (!ok() || !Look(Kind::kDot)) return;
    out->append(Consume(Kind::kDot));
  }
}

}  // namespace offprint::liquid
