#include "theme/setting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/text.h"
#include "base/web_address.h"
#include "theme/css_value.h"

namespace offprint {
namespace {

constexpr std::array<std::string_view, 11> kKinds = {
    "text",  "color",  "length", "font",  "number",    "count",
    "truth", "choice", "list",   "image", "navigation"};

using Problem = std::optional<SettingProblem>;

std::string Quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

// "a", "b" or "c".
std::string Alternatives(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += Quoted(names[i]);
  }
  return text;
}

std::string Plain(double number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", number);
  return buffer;
}

std::string Range(const ThemeSetting& setting) {
  if (setting.least && setting.most) {
    return " from " + Plain(*setting.least) + " to " + Plain(*setting.most);
  }
  if (setting.least) return " of at least " + Plain(*setting.least);
  return setting.most ? " of at most " + Plain(*setting.most) : "";
}

std::string Expected(const ThemeSetting& setting) {
  switch (setting.kind) {
    case ThemeSettingKind::kText:
      return "a text";
    case ThemeSettingKind::kColor:
      return "a color of CSS such as \"#96301f\" or \"oklch(45% .14 30)\"";
    case ThemeSettingKind::kLength:
      return "a length of CSS such as \"42rem\" or \"680px\"";
    case ThemeSettingKind::kFont:
      return "names of fonts such as \"Source Serif 4, serif\"";
    case ThemeSettingKind::kNumber:
      return "a number" + Range(setting);
    case ThemeSettingKind::kCount:
      return "a whole number" + Range(setting);
    case ThemeSettingKind::kTruth:
      return "true or false";
    case ThemeSettingKind::kChoice:
      return Alternatives(setting.choices);
    case ThemeSettingKind::kList:
      return setting.choices.empty()
                 ? "a list of texts"
                 : "a list of " + Alternatives(setting.choices);
    case ThemeSettingKind::kImage:
      return "the path of a file of the site such as \"/assets/logo.svg\"";
    case ThemeSettingKind::kNavigation:
      return "a list of {title: …, url: …}";
  }
  return "";
}

bool IsChoice(const ThemeSetting& setting, const std::string& text) {
  return setting.choices.empty() ||
         std::ranges::find(setting.choices, text) != setting.choices.end();
}

// `value` is not what the setting expects.
Problem Refuse(const ThemeSetting& setting, const data::Value& value) {
  const std::string* text = value.AsString();
  std::string found = text != nullptr ? Quoted(*text) : value.TypeName();
  std::string problem = "should be " + Expected(setting) + ", not " + found;
  if (text != nullptr && !IsChoice(setting, *text)) {
    const auto near =
        NearMiss(*text, {setting.choices.begin(), setting.choices.end()});
    if (near) problem += "; did you mean " + Quoted(*near) + "?";
  }
  if (text == nullptr && setting.kind == ThemeSettingKind::kText &&
      value.AsArray() == nullptr && value.AsObject() == nullptr) {
    problem += "; put it in quotes";
  }
  return SettingProblem{std::move(problem), value.mark};
}

// A path below the site's root, "/" before it, fit for url("…").
std::optional<std::string> SitePath(std::string_view text) {
  if (text.starts_with('/')) text.remove_prefix(1);
  for (const std::string_view part : Split(text, '/')) {
    if (part.empty() || part == "." || part == "..") return std::nullopt;
  }
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
        std::string_view("\"'<>\\(){};:?#&").find(c) !=
            std::string_view::npos) {
      return std::nullopt;
    }
  }
  return "/" + std::string(text);
}

bool IsAddress(const std::string& url) {
  const bool in_site = url.starts_with('/') && !url.starts_with("//");
  return IsWebAddress(in_site ? "https://h" + url : url);
}

Problem FitTextual(const ThemeSetting& setting, data::Value* value) {
  const std::string* text = value->AsString();
  if (text == nullptr) return Refuse(setting, *value);
  std::optional<std::string> fit = *text;
  bool fits = true;
  if (setting.kind == ThemeSettingKind::kColor) fits = IsCssColor(*text);
  if (setting.kind == ThemeSettingKind::kLength) fits = IsCssLength(*text);
  if (setting.kind == ThemeSettingKind::kChoice) {
    fits = IsChoice(setting, *text);
  }
  if (setting.kind == ThemeSettingKind::kFont) fit = FontFamilies(*text);
  if (setting.kind == ThemeSettingKind::kImage) fit = SitePath(*text);
  if (!fits || !fit) return Refuse(setting, *value);
  const data::Mark mark = value->mark;
  *value = std::move(*fit);
  value->mark = mark;
  return std::nullopt;
}

Problem FitNumber(const ThemeSetting& setting, const data::Value& value) {
  const int64_t* whole = value.AsInt();
  const double* real = value.AsDouble();
  if (whole == nullptr && real == nullptr) return Refuse(setting, value);
  const double number = real != nullptr ? *real : static_cast<double>(*whole);
  const bool is_kind =
      setting.kind != ThemeSettingKind::kCount || whole != nullptr;
  if (is_kind && std::isfinite(number) &&
      number >= setting.least.value_or(number) &&
      number <= setting.most.value_or(number)) {
    return std::nullopt;
  }
  return SettingProblem{
      "should be " + Expected(setting) + ", not " + Plain(number), value.mark};
}

Problem FitList(const ThemeSetting& setting, const data::Value& value) {
  const data::Array* list = value.AsArray();
  if (list == nullptr) return Refuse(setting, value);
  for (const data::Value& item : *list) {
    const std::string* text = item.AsString();
    if (text == nullptr || !IsChoice(setting, *text)) {
      return Refuse(setting, item);
    }
  }
  return std::nullopt;
}

Problem FitNavigation(const ThemeSetting& setting, const data::Value& value) {
  const data::Array* list = value.AsArray();
  if (list == nullptr) return Refuse(setting, value);
  for (const data::Value& item : *list) {
    const data::Object* link = item.AsObject();
    if (link == nullptr) return Refuse(setting, item);
    for (const char* key : {"title", "url"}) {
      const data::Value* text = link->Find(key);
      if (text == nullptr || text->AsString() == nullptr) {
        return SettingProblem{
            "should have a text \"" + std::string(key) + "\" in every item",
            item.mark};
      }
    }
    const data::Value& url = *link->Find("url");
    if (!IsAddress(*url.AsString())) {
      return SettingProblem{
          "should have addresses that begin with \"/\" or \"https://\", not " +
              Quoted(*url.AsString()),
          url.mark};
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view ThemeSettingKindName(ThemeSettingKind kind) {
  return kKinds[static_cast<size_t>(kind)];
}

std::vector<std::string_view> ThemeSettingKindNames() {
  return {kKinds.begin(), kKinds.end()};
}

std::optional<ThemeSettingKind> FindThemeSettingKind(std::string_view name) {
  const auto found = std::ranges::find(kKinds, name);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<ThemeSettingKind>(found - kKinds.begin());
}

std::optional<SettingProblem> FitValue(const ThemeSetting& setting,
                                       data::Value* value) {
  switch (setting.kind) {
    case ThemeSettingKind::kNumber:
    case ThemeSettingKind::kCount:
      return FitNumber(setting, *value);
    case ThemeSettingKind::kTruth:
      if (value->AsBool() == nullptr) return Refuse(setting, *value);
      return std::nullopt;
    case ThemeSettingKind::kList:
      return FitList(setting, *value);
    case ThemeSettingKind::kNavigation:
      return FitNavigation(setting, *value);
    default:
      return FitTextual(setting, value);
  }
}

}  // namespace offprint
