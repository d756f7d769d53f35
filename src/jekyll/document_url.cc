#include "jekyll/document_url.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "base/percent.h"
#include "base/text.h"
#include "jekyll/site_path.h"
#include "liquid/escape.h"
#include "liquid/slugify.h"
#include "liquid/time.h"

namespace offprint::jekyll {
namespace {

// What a placeholder stands for; nothing for a name that there is not.
using Placeholder = std::function<std::optional<std::string>(std::string_view)>;

std::string_view ExtensionOf(std::string_view path) {
  const std::string_view name = NameOf(path);
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view()
                                                   : name.substr(dot);
}

std::string_view WithoutExtension(std::string_view path) {
  path.remove_suffix(ExtensionOf(path).size());
  while (path.ends_with('.')) path.remove_suffix(1);
  return path;
}

std::string SlugOf(std::string_view text, std::string_view mode) {
  std::string slug;
  liquid::AppendSlug(text, mode, &slug);
  return slug;
}

// The text with what may not stand in an address as %XX.
std::string Escaped(std::string_view text) {
  static constexpr CharSet kKept = CharSet::AlnumAnd("-._~!$&'()*+,;=:@/?");
  return PercentEncoded(text, kKept);
}

void ReplaceAll(std::string_view from, std::string_view to, std::string* text) {
  for (size_t at = text->find(from); at != std::string::npos;
       at = text->find(from, at + to.size())) {
    text->replace(at, from.size(), to);
  }
}

// No address leads out of the site.
std::string Sanitized(const std::string& url) {
  std::string result = "/" + url;
  ReplaceAll("..", "/", &result);
  ReplaceAll("./", "", &result);
  result.erase(std::unique(result.begin(), result.end(),
                           [](char a, char b) { return a == '/' && b == '/'; }),
               result.end());
  return result;
}

// The pattern with each ":name" replaced; names that are not known stay.
std::string Expand(std::string_view pattern, const Placeholder& placeholder) {
  std::string url;
  for (size_t at = 0; at < pattern.size();) {
    size_t end = at + 1;
    while (
        pattern[at] == ':' && end < pattern.size() &&
        ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_')) {
      ++end;
    }
    std::string_view name = pattern.substr(at + 1, end - at - 1);
    std::optional<std::string> value;
    if (!name.empty()) value = placeholder(name);
    if (!value && name.ends_with('_')) {
      name.remove_suffix(1);
      --end;
      value = placeholder(name);
    }
    url += value
               ? Escaped(*value)
               : std::string(pattern.substr(at, std::max<size_t>(end - at, 1)));
    at = end;
  }
  return url;
}

// "/" or ":output_ext", as the site's style of addresses asks for.
std::string StyleSuffix(const std::string& style) {
  if (style == "pretty" || style.ends_with('/')) return "/";
  const bool names_one = style == "date" || style == "ordinal" ||
                         style == "none" || style.ends_with(":output_ext");
  return names_one ? ":output_ext" : "";
}

std::string PostPattern(const std::string& style) {
  if (style == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (style == "none") return "/:categories/:title:output_ext";
  if (style == "date") {
    return "/:categories/:year/:month/:day/:title:output_ext";
  }
  if (style == "ordinal") return "/:categories/:year/:y_day/:title:output_ext";
  return style;
}

const std::string* TextOf(const Document& document, std::string_view key) {
  const data::Value* value = document.values.Find(key);
  return value == nullptr ? nullptr : value->AsString();
}

// Of a permalink's own extension, else of what the file becomes.
std::string ExtensionOfOutput(const Document& document) {
  const std::string* permalink = TextOf(document, "permalink");
  if (permalink != nullptr && !permalink->ends_with('/') &&
      !ExtensionOf(*permalink).empty()) {
    return std::string(ExtensionOf(*permalink));
  }
  return OutputExtension(document.path, document.converter);
}

std::string DateField(const Document& document, std::string_view name,
                      const TimeZone& zone, int64_t fallback) {
  static constexpr std::pair<std::string_view, std::string_view> kForms[] = {
      {"year", "%Y"},       {"month", "%m"},      {"day", "%d"},
      {"hour", "%H"},       {"minute", "%M"},     {"second", "%S"},
      {"i_day", "%-d"},     {"i_month", "%-m"},   {"short_month", "%b"},
      {"long_month", "%B"}, {"short_year", "%y"}, {"y_day", "%j"},
      {"w_year", "%G"},     {"week", "%V"},       {"w_day", "%u"},
      {"short_day", "%a"},  {"long_day", "%A"},
  };
  const auto form =
      std::find_if(std::begin(kForms), std::end(kForms),
                   [&](const auto& item) { return item.first == name; });
  if (form == std::end(kForms)) return {};
  const data::Value* date = document.values.Find("date");
  const bool dated = date != nullptr && date->AsTimestamp() != nullptr;
  std::string text;
  liquid::AppendTime(
      liquid::InZone(dated ? date->AsTimestamp()->seconds : fallback, 0, zone),
      form->second, &text);
  return text;
}

std::string CategoriesOf(const Document& document, bool slugs) {
  const data::Value* list = document.values.Find("categories");
  std::vector<std::string> names;
  if (list != nullptr && list->AsArray() != nullptr) {
    for (const data::Value& item : *list->AsArray()) {
      if (item.AsString() == nullptr) continue;
      std::string name = slugs ? SlugOf(*item.AsString(), "default")
                               : AsciiLower(*item.AsString());
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
  }
  std::string joined;
  for (const std::string& name : names) {
    joined += (joined.empty() ? "" : "/") + name;
  }
  return joined;
}

}  // namespace

std::string OutputExtension(std::string_view path, Converter converter) {
  switch (converter) {
    case Converter::kMarkdown:
      return ".html";
    case Converter::kScss:
    case Converter::kSass:
      return ".css";
    case Converter::kNone:
      break;
  }
  return std::string(ExtensionOf(path));
}

Converter ConverterOf(std::string_view path, const Settings& settings) {
  const std::string extension = AsciiLower(ExtensionOf(path));
  if (extension == ".scss") return Converter::kScss;
  if (extension == ".sass") return Converter::kSass;
  const auto& known = settings.markdown_ext;
  return std::find(known.begin(), known.end(), extension) != known.end()
             ? Converter::kMarkdown
             : Converter::kNone;
}

std::string PageUrl(const Document& page, std::string_view folder,
                    const Settings& settings) {
  const std::string name(WithoutExtension(NameOf(page.path)));
  const std::string extension = ExtensionOfOutput(page);
  std::string pattern = "/:path/:basename:output_ext";
  const bool html =
      extension == ".html" || extension == ".xhtml" || extension == ".htm";
  if (const std::string* permalink = TextOf(page, "permalink")) {
    pattern = *permalink;
  } else if (html && name == "index") {
    pattern = "/:path/";
  } else if (html) {
    pattern = "/:path/:basename" + StyleSuffix(settings.permalink);
  }
  return Sanitized(
      Expand(pattern, [&](std::string_view key) -> std::optional<std::string> {
        if (key == "path") return std::string(folder);
        if (key == "basename") return name;
        if (key == "output_ext") return extension;
        return std::nullopt;
      }));
}

std::string CollectionPattern(std::string_view label,
                              const data::Object& values,
                              const Settings& settings) {
  const data::Value* permalink = values.Find("permalink");
  if (permalink != nullptr && permalink->AsString() != nullptr) {
    return PostPattern(*permalink->AsString());
  }
  if (label == "posts") return PostPattern(settings.permalink);
  return "/:collection/:path" + StyleSuffix(settings.permalink);
}

std::string DocumentUrl(const Document& document, const std::string& pattern,
                        const Settings& settings) {
  const std::string* permalink = TextOf(document, "permalink");
  const std::string base(WithoutExtension(NameOf(document.path)));
  const std::string* slug = TextOf(document, "slug");
  const std::string& named = slug == nullptr ? base : *slug;
  const auto field = [&](std::string_view key) -> std::optional<std::string> {
    if (key == "collection") return document.collection;
    if (key == "output_ext") return ExtensionOfOutput(document);
    if (key == "name") return SlugOf(base, "default");
    if (key == "title") return liquid::CasedSlug(named, "pretty");
    if (key == "slug") return SlugOf(named, "default");
    if (key == "categories") return CategoriesOf(document, false);
    if (key == "slugified_categories") return CategoriesOf(document, true);
    if (key == "path") {
      std::string path(WithoutExtension(document.path));
      ReplaceAll("_" + document.collection, "", &path);
      return path;
    }
    const std::string date =
        DateField(document, key, settings.zone, settings.time);
    return date.empty() ? std::nullopt : std::optional(date);
  };
  return Sanitized(Expand(permalink == nullptr ? pattern : *permalink, field));
}

std::string CollectedFileUrl(std::string_view label, std::string_view path,
                             const std::string& pattern) {
  const auto field = [&](std::string_view key) -> std::optional<std::string> {
    if (key == "collection") return std::string(label);
    if (key != "path") return "";
    std::string below(WithoutExtension(path));
    ReplaceAll("_" + std::string(label), "", &below);
    return below;
  };
  std::string url = Sanitized(Expand(pattern, field));
  if (url.ends_with('/')) url.pop_back();
  return url + std::string(ExtensionOf(path));
}

std::string OutputPathOf(std::string_view url, std::string_view extension) {
  std::string path = liquid::PercentDecoded(url);
  if (path.ends_with('/')) path += "index";
  if (!path.ends_with(extension)) path += extension;
  while (path.starts_with('/')) path.erase(0, 1);
  return path;
}

}  // namespace offprint::jekyll
