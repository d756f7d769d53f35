#include "data/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "data/timestamp.h"

namespace offprint::data {
namespace {

// What a document may unfold to, as aliases make a short text into a tree of
// any size, or an endless one. Without them it has fewer nodes than bytes.
constexpr int kMaxDepth = 200;
size_t MaxNodes(std::string_view text) { return 10'000 + 4 * text.size(); }

// The number that all of the digits are in a base, or nothing.
std::optional<int64_t> AllDigits(std::string_view digits, int base) {
  if (digits.starts_with('-')) return std::nullopt;
  int64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, value, base);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

bool TakeSign(std::string_view* text) {
  const bool negative = text->starts_with('-');
  if (negative || text->starts_with('+')) text->remove_prefix(1);
  return negative;
}

// SafeYAML's integers: 12, 1,000 and 1_000, octal 0123, 0x1F, 0b101.
std::optional<int64_t> ParseInteger(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != '_' && c != ',') plain += c;
  }
  if (text.starts_with('_') || text.starts_with(',')) return std::nullopt;
  std::string_view digits = plain;
  const bool is_signed = digits.starts_with('-') || digits.starts_with('+');
  const bool negative = TakeSign(&digits);
  if (digits.empty() || !IsAsciiDigit(digits[0])) return std::nullopt;
  std::optional<int64_t> value;
  if (digits == "0" || digits[0] != '0') {
    value = AllDigits(digits, 10);
  } else if (is_signed) {
    return std::nullopt;
  } else if (StartsWithIgnoreCase(digits, "0x")) {
    value = AllDigits(digits.substr(2), 16);
  } else if (digits.starts_with("0b")) {
    value = AllDigits(digits.substr(2), 2);
  } else {
    value = AllDigits(digits, 8);
  }
  return value && negative ? -*value : value;
}

// 12:30 is 750.0, as YAML 1.1 counts in sixties and SafeYAML in doubles.
std::optional<double> ParseSexagesimal(std::string_view text) {
  const bool negative = TakeSign(&text);
  const std::vector<std::string_view> parts = Split(text, ':');
  if (parts.size() < 2) return std::nullopt;
  double value = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = parts[i];
    const bool fits = !part.empty() && (i == 0 || part.size() <= 2);
    const auto digits = fits ? AllDigits(part, 10) : std::nullopt;
    if (!digits || *digits < 0 || (i > 0 && *digits > 59)) return std::nullopt;
    value = value * 60 + static_cast<double>(*digits);
  }
  return negative ? -value : value;
}

// 1.5, .5, -1_000.5, 1.5e+3, .inf; but neither "5." nor "1e3" nor "1.5e3".
std::optional<double> ParseDouble(std::string_view text) {
  const bool negative = TakeSign(&text);
  const double sign = negative ? -1 : 1;
  if (text == ".inf" || text == ".Inf" || text == ".INF") {
    return sign * std::numeric_limits<double>::infinity();
  }
  if (text == ".nan" || text == ".NaN" || text == ".NAN") {
    return std::numeric_limits<double>::quiet_NaN();
  }
  std::string plain;
  for (const char c : text) {
    if (c != '_') plain += c;
  }
  const size_t dot = plain.find('.');
  if (dot == std::string::npos || dot + 1 == plain.size()) return std::nullopt;
  if (!IsAsciiDigit(plain[dot + 1]) || text.starts_with('_')) {
    return std::nullopt;
  }
  const size_t exponent = plain.find_first_of("eE");
  if (exponent != std::string::npos &&
      plain.find_first_of("+-", exponent) != exponent + 1) {
    return std::nullopt;
  }
  double value = 0;
  const char* end = plain.data() + plain.size();
  const auto result = std::from_chars(plain.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return sign * value;
}

// Whether the text is the word in lower case, capitalised or in upper case.
bool IsWord(std::string_view text, std::string_view word) {
  if (!EqualsIgnoreCase(text, word)) return false;
  const std::string_view tail = text.substr(1);
  const bool upper = text[0] != word[0];
  if (tail == word.substr(1)) return true;
  for (const char c : tail) {
    if (c >= 'a' && c <= 'z') return false;
  }
  return upper;
}

Value FromPlainScalar(const std::string& text) {
  if (text.empty() || text == "~" || IsWord(text, "null")) return nullptr;
  for (const char* word : {"true", "yes", "on"}) {
    if (IsWord(text, word)) return true;
  }
  for (const char* word : {"false", "no", "off"}) {
    if (IsWord(text, word)) return false;
  }
  if (const auto integer = ParseInteger(text)) return *integer;
  if (const auto number = ParseDouble(text)) return *number;
  if (const auto number = ParseSexagesimal(text)) return *number;
  return text;
}

// Whether the quote at text[at] has a fellow; yaml-cpp lets a quoted text end
// with the file.
bool IsClosed(std::string_view text, size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    const bool is_pair =
        quote == '"' ? text[at] == '\\' : text.substr(at, 2) == "''";
    if (is_pair) {
      ++at;
    } else if (text[at] == quote) {
      return true;
    }
  }
  return false;
}

// Turns yaml-cpp's graph of nodes into a tree of values.
class TreeBuilder {
 public:
  // All outlive it.
  TreeBuilder(std::string_view text, const std::string& file, int first_line,
              YamlDates dates, Diagnostics& diagnostics)
      : text_(text),
        file_(file),
        first_line_(first_line),
        nodes_left_(MaxNodes(text)),
        dates_(dates),
        diagnostics_(diagnostics) {}

  Value Build(const YAML::Node& node, int depth = 0) {
    if (depth > kMaxDepth || nodes_left_-- == 0) {
      throw YAML::Exception(node.Mark(),
                            "too deep or too large, its aliases unfolded");
    }
    Value value;
    if (node.IsScalar()) value = Scalar(node);
    if (node.IsSequence()) value = Sequence(node, depth);
    if (node.IsMap()) value = Mapping(node, depth);
    value.mark = MarkOf(node);
    return value;
  }

 private:
  Mark MarkOf(const YAML::Node& node) const {
    const YAML::Mark mark = node.Mark();
    return {mark.line + first_line_, mark.column + 1};
  }

  // yaml-cpp tags a plain scalar "?" and a quoted one "!".
  Value Scalar(const YAML::Node& node) const {
    const bool text =
        node.Tag() == "!" || node.Tag() == "tag:yaml.org,2002:str";
    const size_t at =
        BehindTag(static_cast<size_t>(std::max(node.Mark().pos, 0)));
    if (text && at < text_.size() && (text_[at] == '"' || text_[at] == '\'') &&
        !IsClosed(text_, at)) {
      throw YAML::Exception(node.Mark(),
                            "the quote that begins here is not closed");
    }
    if (!text && dates_ == YamlDates::kTimestamps) {
      const auto timestamp = ParseTimestamp(node.Scalar());
      if (timestamp) return Value(*timestamp);
    }
    return text ? Value(node.Scalar()) : FromPlainScalar(node.Scalar());
  }

  // Where a scalar begins behind "!!str" or "&name".
  size_t BehindTag(size_t at) const {
    while (at < text_.size() && (text_[at] == '!' || text_[at] == '&')) {
      at = text_.find_first_not_of(' ', text_.find(' ', at));
    }
    return at;
  }

  Value Sequence(const YAML::Node& node, int depth) {
    Array array;
    array.reserve(node.size());
    for (const YAML::Node& item : node) {
      array.push_back(Build(item, depth + 1));
    }
    return array;
  }

  // A key that comes twice keeps its last value, as in Jekyll.
  Value Mapping(const YAML::Node& node, int depth) {
    Object object;
    std::unordered_set<std::string> seen;
    std::unordered_set<std::string> own;  // of those, not merged in
    for (const auto& member : node) {
      std::string key = member.first.IsScalar() ? member.first.Scalar()
                                                : YAML::Dump(member.first);
      Value value = Build(member.second, depth + 1);
      if (key == "<<" && member.first.Tag() == "?" &&
          !member.second.IsScalar()) {
        Merge(value, &object, &seen);
        continue;
      }
      const Mark mark = MarkOf(member.first);
      if (!own.insert(key).second) {
        diagnostics_.Warning({file_, mark.line, mark.column},
                             "\"" + key +
                                 "\" stands here a second time, and this one "
                                 "counts; take one of them away");
      }
      if (seen.insert(key).second) {
        object.Append(std::move(key), std::move(value), mark);
      } else {
        object.Set(std::move(key), std::move(value), mark);
      }
    }
    return object;
  }

  // Adds the members of a mapping, or of a list of them, that are not there.
  static void Merge(const Value& source, Object* object,
                    std::unordered_set<std::string>* seen) {
    if (const Array* list = source.AsArray()) {
      for (const Value& item : *list) Merge(item, object, seen);
    }
    const Object* members = source.AsObject();
    if (members == nullptr) return;
    for (const Member& member : members->members()) {
      if (!seen->insert(member.key).second) continue;
      object->Append(member.key, member.value, member.mark);
    }
  }

  std::string_view text_;
  const std::string& file_;
  int first_line_;
  size_t nodes_left_;
  YamlDates dates_;
  Diagnostics& diagnostics_;
};

// The first document, and where what is behind it begins, if anything is.
YAML::Node LoadFirst(const std::string& text, std::optional<YAML::Mark>* rest) {
  try {
    const std::vector<YAML::Node> documents = YAML::LoadAll(text);
    if (documents.empty()) return {};
    const auto further = std::find_if(
        documents.begin() + 1, documents.end(),
        [](const YAML::Node& document) { return !document.IsNull(); });
    if (further != documents.end()) *rest = further->Mark();
    return documents.front();
  } catch (const YAML::Exception& error) {
    YAML::Node first = YAML::Load(text);
    *rest = error.mark;
    return first;
  }
}

}  // namespace

Value ParseYaml(std::string_view text, const std::string& file, int first_line,
                Diagnostics& diagnostics, YamlDates dates) {
  try {
    std::optional<YAML::Mark> rest;
    const YAML::Node first = LoadFirst(std::string(text), &rest);
    if (rest) {
      diagnostics.Warning(
          {file, rest->line + first_line, rest->column + 1},
          "this is not read, as the first part ends above it; take the line "
          "\"---\" away");
    }
    return TreeBuilder(text, file, first_line, dates, diagnostics).Build(first);
  } catch (const YAML::Exception& error) {
    diagnostics.Error(
        {file, error.mark.line + first_line, error.mark.column + 1},
        "this is not valid YAML: " + error.msg);
    return nullptr;
  }
}

}  // namespace offprint::data
