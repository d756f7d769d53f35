#include "jekyll/document_values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "data/truth_value.h"
#include "jekyll/front_matter_defaults.h"
#include "jekyll/site_path.h"
#include "liquid/time.h"

namespace offprint::jekyll {
namespace {

using data::Array;
using data::Object;
using data::Value;

// The parts of "2026-01-02-news.md".
struct PostName {
  std::string_view date;
  std::string_view slug;
};

// Takes digits, `least` to `most` of them, and a "-" off the text.
bool TakeNumber(size_t least, size_t most, std::string_view* text) {
  size_t digits = 0;
  while (digits < text->size() && IsAsciiDigit((*text)[digits])) ++digits;
  if (digits < least || digits > most || digits == text->size() ||
      (*text)[digits] != '-') {
    return false;
  }
  text->remove_prefix(digits + 1);
  return true;
}

std::optional<PostName> SplitPostName(std::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  std::string_view rest = name.substr(0, dot);
  if (!TakeNumber(2, 4, &rest) || !TakeNumber(1, 2, &rest) ||
      !TakeNumber(1, 2, &rest)) {
    return std::nullopt;
  }
  const size_t date_size = dot - rest.size() - 1;
  return PostName{name.substr(0, date_size), rest};
}

void AddUnique(const Value& value, Array* list) {
  if (const Array* items = value.AsArray()) {
    for (const Value& item : *items) AddUnique(item, list);
    return;
  }
  const std::string* text = value.AsString();
  if (text == nullptr) return;
  const bool there = std::any_of(
      list->begin(), list->end(),
      [&](const Value& other) { return *other.AsString() == *text; });
  if (!there) list->push_back(value);
}

// A list, or a text of words.
Value Words(const Value& value) {
  if (value.AsString() == nullptr) return value;
  Array words;
  for (const std::string_view word : Split(*value.AsString(), ' ')) {
    if (!Trim(word).empty()) words.emplace_back(Trim(word));
  }
  return words;
}

// The names of the folders above _posts or _drafts.
Array CategoriesOfPath(const Document& document) {
  Array categories;
  if (document.kind != DocumentKind::kPost) return categories;
  std::string_view above = document.path;
  above =
      above.substr(0, std::min(above.find("_posts/"), above.find("_drafts/")));
  for (const std::string_view part : Split(above, '/')) {
    if (!part.empty()) categories.emplace_back(part);
  }
  return categories;
}

void SetCategories(Array of_path, Object* values) {
  Array categories = std::move(of_path);
  for (const char* key : {"categories", "category"}) {
    const Value* given = values->Find(key);
    if (given == nullptr) continue;
    AddUnique(key == std::string_view("category") ? *given : Words(*given),
              &categories);
  }
  values->Set("categories", std::move(categories));
}

void SetTags(Object* values) {
  Array tags;
  if (const Value* tag = values->Find("tag")) AddUnique(*tag, &tags);
  if (const Value* given = values->Find("tags"))
    AddUnique(Words(*given), &tags);
  values->Set("tags", std::move(tags));
}

// Ruby's capitalize of each word.
std::string TitleOfSlug(std::string_view slug) {
  std::string title;
  for (const std::string_view word : Split(slug, '-')) {
    if (word.empty()) continue;
    std::string lower = AsciiLower(word);
    if (lower[0] >= 'a' && lower[0] <= 'z') {
      lower[0] = static_cast<char>(lower[0] - 'a' + 'A');
    }
    title += (title.empty() ? "" : " ") + lower;
  }
  return title;
}

void SetIfMissing(Object* values, const char* key, Value value) {
  const Value* there = values->Find(key);
  if (there == nullptr || there->IsNull()) values->Set(key, std::move(value));
}

Value Moment(int64_t seconds, const TimeZone& zone) {
  return data::Timestamp{seconds, 0, zone.OffsetAt(seconds), false};
}

bool LiesAmongDrafts(const Document& document) {
  return document.kind == DocumentKind::kPost &&
         document.path.find("_posts/") == std::string::npos;
}

// Whether a document without a date is a draft: what it says of itself, where
// that is neither false nor null, else where it lies. Like Jekyll, keeps it.
bool SettleDraft(const Document& document, Object* values) {
  const Value* said = values->Find("draft");
  if (said == nullptr || said->IsNull() || data::IsFalse(*values, "draft")) {
    values->Set("draft", LiesAmongDrafts(document));
  }
  return !data::IsFalse(*values, "draft");
}

// Gives `date` the form of a moment in the site's zone.
bool ReadDate(const std::optional<PostName>& name, const Settings& settings,
              int64_t modified, Document* document, Diagnostics& diagnostics) {
  Object& values = document->values;
  const Value* date = values.Find("date");
  const bool given = date != nullptr && !date->IsNull();
  if (given && date->AsTimestamp() != nullptr) {
    const data::Timestamp& written = *date->AsTimestamp();
    const int64_t seconds =
        written.is_day
            ? liquid::Midnight(written.seconds / 86400, settings.zone).seconds
            : written.seconds;
    values.Set("date", Moment(seconds, settings.zone));
    document->has_date = true;
    return true;
  }
  std::string text;
  if (given && date->AsString() != nullptr) text = *date->AsString();
  if (!given && name) text = name->date;
  if (text.empty() && !given) {
    const bool draft = SettleDraft(*document, &values);
    values.Set("date", Moment(draft ? modified : settings.time, settings.zone));
    return true;
  }
  const auto parsed = liquid::ParseTime(text, settings.time, settings.zone);
  if (!parsed) {
    const data::Mark mark = given ? date->mark : data::Mark();
    diagnostics.Error({document->path, mark.line, mark.column},
                      "the date is none; write it as 2026-01-23, or as "
                      "2026-01-23 08:30:00 +0800");
    return false;
  }
  values.Set("date", Moment(parsed->seconds, settings.zone));
  document->has_date = true;
  return true;
}

}  // namespace

bool IsPostName(std::string_view name) {
  return SplitPostName(NameOf(name)).has_value();
}

bool SetDocumentValues(const data::Object& front_matter,
                       const Settings& settings, int64_t modified,
                       Document* document, Diagnostics& diagnostics) {
  const bool draft = LiesAmongDrafts(*document);
  Object& values = document->values;
  values.Set("draft", draft);
  values.Set("categories", data::Array());
  MergeDeep(DefaultsOf(settings, document->path,
                       draft ? "drafts" : document->collection),
            &values);
  MergeDeep(front_matter, &values);
  const std::string_view name = NameOf(document->path);
  const auto post_name = SplitPostName(name);
  if (!ReadDate(post_name, settings, modified, document, diagnostics)) {
    return false;
  }
  const size_t dot = name.rfind('.');
  std::string_view slug = post_name ? post_name->slug : name.substr(0, dot);
  while (slug.ends_with('.')) slug.remove_suffix(1);
  SetIfMissing(&values, "title", TitleOfSlug(slug));
  SetIfMissing(&values, "slug", slug);
  SetIfMissing(&values, "ext",
               dot == std::string_view::npos ? "" : name.substr(dot));
  SetCategories(CategoriesOfPath(*document), &values);
  SetTags(&values);
  return true;
}

int64_t DateOf(const Document& document, const Settings& settings) {
  const Value* date = document.values.Find("date");
  return date != nullptr && date->AsTimestamp() != nullptr
             ? date->AsTimestamp()->seconds
             : settings.time;
}

}  // namespace offprint::jekyll
