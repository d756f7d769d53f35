#include "liquid/text_form.h"

#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "base/unicode.h"
#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/time.h"

namespace offprint::liquid {
namespace {

using Kind = Value::Kind;

// Values inside values are written no deeper: drops may refer to each other
// in circles.
constexpr int kMaxDepth = 32;

void Inspect(const Value& value, int depth, Renderer& renderer,
             std::string* out);

void AppendScalar(const Value& value, std::string* out) {
  switch (value.kind()) {
    case Kind::kBool:
      out->append(value.boolean() ? "true" : "false");
      break;
    case Kind::kInt:
      AppendInteger(value.integer(), out);
      break;
    case Kind::kDouble:
      AppendDouble(value.number(), out);
      break;
    case Kind::kString:
      out->append(value.text());
      break;
    case Kind::kRange:
      AppendInteger(value.range().first, out);
      out->append("..");
      AppendInteger(value.range().last, out);
      break;
    case Kind::kDate:
      AppendDay(value.days(), "%F", out);
      break;
    case Kind::kTime:
      AppendTime(value.time(), "%F %T %z", out);
      break;
    default:
      break;
  }
}

void InspectControl(char32_t c, std::string* out) {
  switch (c) {
    case '\n':
      out->append("\\n");
      return;
    case '\t':
      out->append("\\t");
      return;
    case '\r':
      out->append("\\r");
      return;
    case '\a':
      out->append("\\a");
      return;
    case '\b':
      out->append("\\b");
      return;
    case '\v':
      out->append("\\v");
      return;
    case '\f':
      out->append("\\f");
      return;
    case 0x1b:
      out->append("\\e");
      return;
    default:
      break;
  }
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, c > 0xffff ? "\\u{%X}" : "\\u%04X",
                static_cast<unsigned>(c));
  out->append(buffer);
}

void InspectText(std::string_view text, std::string* out) {
  out->push_back('"');
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = NextCodePoint(text, &at);
    const char next = at < text.size() ? text[at] : ' ';
    if (c == '"' || c == '\\' ||
        (c == '#' && (next == '{' || next == '$' || next == '@'))) {
      out->push_back('\\');
      out->append(text.substr(begin, at - begin));
    } else if (!IsPrintable(c)) {
      InspectControl(c, out);
    } else {
      out->append(text.substr(begin, at - begin));
    }
  }
  out->push_back('"');
}

void InspectArray(const Value& value, int depth, Renderer& renderer,
                  std::string* out) {
  out->push_back('[');
  for (size_t i = 0; i < value.size() && renderer.Allow(out->size()); ++i) {
    if (i > 0) out->append(", ");
    Inspect(value.At(i, renderer.arena()), depth + 1, renderer, out);
  }
  out->push_back(']');
}

void InspectHash(const Value& value, int depth, Renderer& renderer,
                 std::string* out) {
  out->push_back('{');
  for (size_t i = 0; i < value.size() && renderer.Allow(out->size()); ++i) {
    if (i > 0) out->append(", ");
    const std::string_view key = value.KeyAt(i);
    InspectText(key, out);
    out->append("=>");
    Inspect(value.Find(Key(key), renderer.arena()), depth + 1, renderer, out);
  }
  out->push_back('}');
}

void InspectDay(int days, std::string* out) {
  // The Julian day number, as Ruby shows it.
  out->append("#<Date: ");
  AppendDay(days, "%F", out);
  out->append(" ((");
  AppendInteger(int64_t{days} + 2440588, out);
  out->append("j,0s,0n),+0s,2299161j)>");
}

void Inspect(const Value& value, int depth, Renderer& renderer,
             std::string* out) {
  if (value.IsString()) {
    InspectText(value.text(), out);
  } else if (value.IsNil()) {
    out->append("nil");
  } else if (depth > kMaxDepth) {
    out->append(value.IsArray() ? "[...]" : "{...}");
  } else if (value.IsArray()) {
    InspectArray(value, depth, renderer, out);
  } else if (value.IsHash()) {
    InspectHash(value, depth, renderer, out);
  } else if (value.kind() == Kind::kDate) {
    InspectDay(value.days(), out);
  } else {
    AppendScalar(value, out);
  }
}

void Join(const Value& array, std::string_view glue, int depth, bool* first,
          Renderer& renderer, std::string* out) {
  for (size_t i = 0; i < array.size() && renderer.Allow(out->size()); ++i) {
    const Value item = array.At(i, renderer.arena());
    if (item.IsArray() && depth < kMaxDepth) {
      Join(item, glue, depth + 1, first, renderer, out);
      continue;
    }
    if (!*first) out->append(glue);
    *first = false;
    AppendText(item, renderer, out);
  }
}

void AppendJsonText(std::string_view text, std::string* out) {
  out->push_back('"');
  for (const char c : text) {
    switch (c) {
      case '"':
        out->append("\\\"");
        break;
      case '\\':
        out->append("\\\\");
        break;
      case '\n':
        out->append("\\n");
        break;
      case '\r':
        out->append("\\r");
        break;
      case '\t':
        out->append("\\t");
        break;
      case '\f':
        out->append("\\f");
        break;
      case '\b':
        out->append("\\b");
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char buffer[8];
          std::snprintf(buffer, sizeof buffer, "\\u%04x",
                        static_cast<unsigned>(c));
          out->append(buffer);
        } else {
          out->push_back(c);
        }
    }
  }
  out->push_back('"');
}

void Json(const Value& value, int depth, Renderer& renderer, std::string* out) {
  if (depth > kMaxDepth) {
    renderer.Fail("nesting too deep for JSON");
  } else if (value.IsNil()) {
    out->append("null");
  } else if (value.IsArray()) {
    out->push_back('[');
    for (size_t i = 0; i < value.size() && renderer.Allow(out->size()); ++i) {
      if (i > 0) out->push_back(',');
      Json(value.At(i, renderer.arena()), depth + 1, renderer, out);
    }
    out->push_back(']');
  } else if (value.IsHash()) {
    out->push_back('{');
    for (size_t i = 0; i < value.size() && renderer.Allow(out->size()); ++i) {
      if (i > 0) out->push_back(',');
      const std::string_view key = value.KeyAt(i);
      AppendJsonText(key, out);
      out->push_back(':');
      Json(value.Find(Key(key), renderer.arena()), depth + 1, renderer, out);
    }
    out->push_back('}');
  } else if (value.IsDouble() && !std::isfinite(value.number())) {
    std::string name;
    AppendDouble(value.number(), &name);
    renderer.Fail(name + " not allowed in JSON");
  } else if (value.IsBool() || value.IsNumber()) {
    AppendScalar(value, out);
  } else {
    std::string text;
    AppendScalar(value, &text);
    AppendJsonText(text, out);
  }
}

}  // namespace

void AppendPrinted(const Value& value, Renderer& renderer, std::string* out) {
  if (value.IsArray()) {
    AppendFlatJoined(value, {}, renderer, out);
  } else {
    AppendText(value, renderer, out);
  }
}

void AppendText(const Value& value, Renderer& renderer, std::string* out) {
  if (value.IsArray() || value.IsHash()) {
    Inspect(value, 0, renderer, out);
  } else {
    AppendScalar(value, out);
  }
}

std::string_view ToText(const Value& value, Renderer& renderer) {
  if (value.IsString()) return value.text();
  if (value.IsNil()) return {};
  std::string text;
  AppendText(value, renderer, &text);
  return renderer.Keep(text);
}

void AppendInspected(const Value& value, Renderer& renderer, std::string* out) {
  Inspect(value, 0, renderer, out);
}

void AppendJsonForm(const Value& value, Renderer& renderer, std::string* out) {
  Json(value, 0, renderer, out);
}

void AppendFlatJoined(const Value& array, std::string_view glue,
                      Renderer& renderer, std::string* out) {
  bool first = true;
  Join(array, glue, 0, &first, renderer, out);
}

std::string_view ClassName(const Value& value) {
  switch (value.kind()) {
    case Kind::kNil:
      return "NilClass";
    case Kind::kBool:
      return value.boolean() ? "TrueClass" : "FalseClass";
    case Kind::kInt:
      return "Integer";
    case Kind::kDouble:
      return "Float";
    case Kind::kString:
      return "String";
    case Kind::kSpan:
    case Kind::kList:
    case Kind::kDataArray:
      return "Array";
    case Kind::kDrop:
    case Kind::kDataObject:
      return "Hash";
    case Kind::kRange:
      return "Range";
    case Kind::kDate:
      return "Date";
    case Kind::kTime:
      return "Time";
    default:
      return "Liquid::Expression::MethodLiteral";
  }
}

}  // namespace offprint::liquid
