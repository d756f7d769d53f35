#include "data/yaml.h"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"

namespace offprint::data {
namespace {

std::optional<int64_t> ParseInteger(std::string_view text) {
  std::string digits;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !IsAsciiDigit(text[0])) return std::nullopt;
  for (const char c : text) {
    if (c == '_' || c == ',') continue;
    if (!IsAsciiDigit(c)) return std::nullopt;
    digits += c;
  }
  const bool octal = digits.size() > 1 && digits[0] == '0';
  int64_t value = 0;
  const auto [end, error] = std::from_chars(
      digits.data(), digits.data() + digits.size(), value, octal ? 8 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return negative ? -value : value;
}

std::optional<double> ParseDouble(std::string_view text) {
  if (text.find('.') == std::string_view::npos) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

Value FromPlainScalar(const std::string& text) {
  const std::string lower = AsciiLower(text);
  if (lower.empty() || lower == "~" || lower == "null") return nullptr;
  if (lower == "true" || lower == "yes" || lower == "on") return true;
  if (lower == "false" || lower == "no" || lower == "off") return false;
  if (const auto integer = ParseInteger(text)) return *integer;
  if (const auto number = ParseDouble(text)) return *number;
  return text;
}

Mark MarkOf(const YAML::Node& node, int first_line) {
  const YAML::Mark mark = node.Mark();
  return {mark.line + first_line, mark.column + 1};
}

Value FromNode(const YAML::Node& node, int first_line) {
  Value value;
  switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null:
      break;
    case YAML::NodeType::Scalar:
      // yaml-cpp tags a plain scalar "?" and a quoted one "!".
      value = node.Tag() == "!" ? Value(node.Scalar())
                                : FromPlainScalar(node.Scalar());
      break;
    case YAML::NodeType::Sequence: {
      Array array;
      array.reserve(node.size());
      for (const YAML::Node& item : node) {
        array.push_back(FromNode(item, first_line));
      }
      value = std::move(array);
      break;
    }
    case YAML::NodeType::Map: {
      Object object;
      for (const auto& member : node) {
        Value item = FromNode(member.second, first_line);
        item.mark = MarkOf(member.first, first_line);
        object.Set(member.first.IsScalar() ? member.first.Scalar()
                                           : YAML::Dump(member.first),
                   std::move(item));
      }
      value = std::move(object);
      break;
    }
  }
  if (value.mark.line == 0) value.mark = MarkOf(node, first_line);
  return value;
}

}  // namespace

Value ParseYaml(std::string_view text, const std::string& file, int first_line,
                Diagnostics& diagnostics) {
  try {
    return FromNode(YAML::Load(std::string(text)), first_line);
  } catch (const YAML::Exception& error) {
    diagnostics.Error(
        {file, error.mark.line + first_line, error.mark.column + 1},
        "this is not valid YAML: " + error.msg);
    return nullptr;
  }
}

}  // namespace offprint::data
