#include "liquid/expression.h"

#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "liquid/markup.h"
#include "liquid/number.h"

namespace offprint::liquid {
namespace {

// Ranges and brackets inside each other go no deeper.
constexpr int kMaxDepth = 100;

Expression Parse(std::string_view markup, int depth, Arena& arena,
                 bool* failed);

std::optional<Value> NamedLiteral(std::string_view markup) {
  if (markup.empty() || markup == "nil" || markup == "null") return Value();
  if (markup == "true") return Value(true);
  if (markup == "false") return Value(false);
  if (markup == "empty") return Value::Empty();
  if (markup == "blank") return Value::Blank();
  return std::nullopt;
}

bool IsQuoted(std::string_view markup) {
  return markup.size() >= 2 && (markup[0] == '"' || markup[0] == '\'') &&
         markup.back() == markup[0];
}

// -?\d+ and -?\d[\d.]+
std::optional<Value> Number(std::string_view markup) {
  const size_t start = markup[0] == '-' ? 1 : 0;
  if (start >= markup.size() || !IsAsciiDigit(markup[start])) {
    return std::nullopt;
  }
  bool whole = true;
  for (const char c : markup.substr(start)) {
    if (c == '.') {
      whole = false;
    } else if (!IsAsciiDigit(c)) {
      return std::nullopt;
    }
  }
  if (whole) return LeadingInteger(markup);
  return Value(LeadingDouble(markup));
}

struct RangeMarkup {
  std::string_view first;
  std::string_view last;
};

// \((\S+)\.\.(\S+)\), the first part as long as it can be.
std::optional<RangeMarkup> SplitRange(std::string_view markup) {
  if (markup.size() < 6 || markup.front() != '(' || markup.back() != ')') {
    return std::nullopt;
  }
  for (const char c : markup) {
    if (IsSpace(c)) return std::nullopt;
  }
  const std::string_view inner = markup.substr(1, markup.size() - 2);
  for (size_t at = inner.size() - 2; at-- > 1;) {
    if (inner.substr(at, 2) == "..") {
      return RangeMarkup{inner.substr(0, at), inner.substr(at + 2)};
    }
  }
  return std::nullopt;
}

// to_i of a literal, which true, false, "empty" and "blank" lack.
std::optional<int64_t> LiteralInteger(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::kNil:
      return 0;
    case Value::Kind::kInt:
      return value.integer();
    case Value::Kind::kDouble:
      return TruncatedInteger(value.number());
    case Value::Kind::kString: {
      const Value number = LeadingInteger(value.text());
      return number.IsInt() ? number.integer() : 0;
    }
    case Value::Kind::kRange:
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

Expression ParseRange(const RangeMarkup& markup, int depth, Arena& arena,
                      bool* failed) {
  Expression first = Parse(markup.first, depth + 1, arena, failed);
  Expression last = Parse(markup.last, depth + 1, arena, failed);
  Expression result;
  if (!first.IsLiteral() || !last.IsLiteral()) {
    result.range = arena.New<RangeLookup>(RangeLookup{first, last});
    return result;
  }
  const auto from = LiteralInteger(first.literal);
  const auto to = LiteralInteger(last.literal);
  if (!from || !to) {
    *failed = true;
    return result;
  }
  result.literal = Value(arena.New<const Range>(Range{*from, *to}));
  return result;
}

// Where the part of a lookup that begins at `at` ends: \[[^\]]+\] or
// [\w\-]+\??
std::optional<size_t> PartEnd(std::string_view markup, size_t at) {
  if (markup[at] == '[') {
    const size_t end = markup.find(']', at + 1);
    if (end == std::string_view::npos || end == at + 1) return std::nullopt;
    return end + 1;
  }
  size_t end = at;
  while (end < markup.size() && IsNameChar(markup[end])) ++end;
  if (end == at) return std::nullopt;
  if (end < markup.size() && markup[end] == '?') ++end;
  return end;
}

std::vector<std::string_view> LookupParts(std::string_view markup) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at < markup.size();) {
    const auto end = PartEnd(markup, at);
    if (end) parts.push_back(markup.substr(at, *end - at));
    at = end.value_or(at + 1);
  }
  return parts;
}

Segment::Command CommandOf(std::string_view name) {
  if (name == "size") return Segment::Command::kSize;
  if (name == "first") return Segment::Command::kFirst;
  if (name == "last") return Segment::Command::kLast;
  return Segment::Command::kNone;
}

// The name of a part, or what computes it.
void ParsePart(std::string_view part, int depth, Arena& arena, bool* failed,
               Key* key, const Expression** computed) {
  if (part.front() != '[') {
    *key = Key(part);
    return;
  }
  const Expression inner =
      Parse(part.substr(1, part.size() - 2), depth + 1, arena, failed);
  if (inner.IsLiteral() && inner.literal.IsString()) {
    *key = Key(inner.literal.text());
  } else {
    *computed = arena.New<const Expression>(inner);
  }
}

Expression ParseLookup(std::string_view markup, int depth, Arena& arena,
                       bool* failed) {
  Expression result;
  const std::vector<std::string_view> parts = LookupParts(markup);
  if (parts.empty()) return result;
  Lookup* lookup = arena.New<Lookup>();
  ParsePart(parts[0], depth, arena, failed, &lookup->name,
            &lookup->computed_name);
  const std::span<Segment> segments = arena.NewSpan<Segment>(parts.size() - 1);
  for (size_t i = 0; i < segments.size(); ++i) {
    const std::string_view part = parts[i + 1];
    ParsePart(part, depth, arena, failed, &segments[i].key,
              &segments[i].computed);
    segments[i].command = CommandOf(part);
  }
  lookup->segments = segments;
  result.lookup = lookup;
  return result;
}

Expression Parse(std::string_view markup, int depth, Arena& arena,
                 bool* failed) {
  Expression result;
  if (depth > kMaxDepth) {
    *failed = true;
    return result;
  }
  if (const auto literal = NamedLiteral(markup)) {
    result.literal = *literal;
  } else if (IsQuoted(markup)) {
    result.literal = Value(markup.substr(1, markup.size() - 2));
  } else if (const auto number = Number(markup)) {
    result.literal = *number;
  } else if (const auto range = SplitRange(markup)) {
    return ParseRange(*range, depth, arena, failed);
  } else {
    return ParseLookup(markup, depth, arena, failed);
  }
  return result;
}

}  // namespace

Expression ParseExpression(std::string_view markup, Arena& arena,
                           bool* failed) {
  return Parse(markup, 0, arena, failed);
}

}  // namespace offprint::liquid
