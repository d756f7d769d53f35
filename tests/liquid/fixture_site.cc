#include "liquid/fixture_site.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/source_file.h"
#include "base/text.h"
#include "data/json_parser.h"
#include "data/yaml.h"
#include "liquid/escape.h"
#include "markdown/markdown.h"

namespace offprint::liquid_test {
namespace {

namespace fs = std::filesystem;
using data::Array;
using data::Object;
using data::Value;

// A file with its front matter.
struct Document {
  std::string path;  // from the site's folder
  bool has_front_matter = false;
  Object values;
  std::string body;
};

Value Yaml(std::string_view text) {
  Diagnostics diagnostics;
  return data::ParseYaml(text, "site", 1, diagnostics,
                         data::YamlDates::kTimestamps);
}

Document ReadDocument(const fs::path& folder, const fs::path& file) {
  Document document;
  document.path = fs::relative(file, folder).generic_string();
  const std::string text = ReadFile(file);
  document.body = text;
  if (!text.starts_with("---\n")) return document;
  const size_t end = text.find("---\n", 4);
  if (end == std::string::npos) return document;
  document.has_front_matter = true;
  const Value values = Yaml(std::string_view(text).substr(4, end - 4));
  if (values.AsObject() != nullptr) document.values = *values.AsObject();
  document.body = text.substr(end + 4);
  return document;
}

std::vector<fs::path> FilesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Lists of front matter may be written as words.
Array Words(const Value* value) {
  if (value == nullptr) return {};
  if (value->AsArray() != nullptr) return *value->AsArray();
  Array words;
  if (const std::string* text = value->AsString()) {
    for (const std::string_view word : Split(*text, ' ')) {
      words.emplace_back(word);
    }
  }
  return words;
}

void SetIfMissing(Object* values, std::string key, Value value) {
  if (values->Find(key) == nullptr) values->Set(std::move(key), value);
}

std::string Content(const Document& document) {
  if (!document.path.ends_with(".md")) return document.body;
  std::string html;
  AppendMarkdownHtml(document.body, &html);
  return html;
}

std::string Stem(const std::string& path) {
  return fs::path(path).stem().string();
}

// What each document gets besides its front matter.
void AddValues(const Document& document, const std::string& url,
               Object* values) {
  values->Set("path", document.path);
  values->Set("relative_path", document.path);
  values->Set("url", url);
  values->Set("content", Content(document));
  SetIfMissing(values, "slug", Stem(document.path));
}

Value Reference(const Value& other) {
  const Object& values = *other.AsObject();
  Object reference;
  for (const char* key : {"title", "url"}) {
    if (values.Find(key) != nullptr) reference.Set(key, *values.Find(key));
  }
  return reference;
}

// Gives each document its neighbours.
void Link(Array* documents) {
  for (size_t i = 0; i < documents->size(); ++i) {
    Object& values = *(*documents)[i].AsObject();
    values.Set("previous", i > 0 ? Reference((*documents)[i - 1]) : Value());
    values.Set("next", i + 1 < documents->size()
                           ? Reference((*documents)[i + 1])
                           : Value());
  }
}

Array ReadCollection(const fs::path& folder, const std::string& name,
                     FixtureSite* site) {
  Array documents;
  for (const fs::path& file : FilesIn(folder / ("_" + name))) {
    Document document = ReadDocument(folder, file);
    const Value* published = document.values.Find("published");
    if (published != nullptr && published->AsBool() && !*published->AsBool()) {
      continue;
    }
    const std::string url = "/" + name + "/" + Stem(document.path) + "/";
    AddValues(document, url, &document.values);
    document.values.Set("collection", name);
    site->links[document.path] = url;
    documents.emplace_back(std::move(document.values));
  }
  Link(&documents);
  return documents;
}

std::string EscapedPath(std::string_view path) {
  std::string escaped;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x80) {
      escaped.push_back(c);
    } else {
      liquid::AppendPercent(c, &escaped);
    }
  }
  return escaped;
}

// Categories are those of the folders above _posts, then the written ones.
Array Categories(const Document& document) {
  Array categories;
  const size_t posts = document.path.find("_posts/");
  for (const std::string_view part :
       Split(std::string_view(document.path).substr(0, posts), '/')) {
    if (!part.empty()) categories.emplace_back(part);
  }
  for (const char* key : {"category", "categories"}) {
    for (const Value& value : Words(document.values.Find(key))) {
      categories.push_back(value);
    }
  }
  return categories;
}

Value ReadPost(Document document, FixtureSite* site) {
  const std::string stem = Stem(document.path);
  const Date day = ParseDate(stem.substr(0, 10)).value_or(Date());
  SetIfMissing(&document.values, "date",
               data::Timestamp{int64_t{DaysSinceEpoch(day)} * 86400});
  const Value* date = document.values.Find("date");
  const int64_t seconds =
      date->AsTimestamp() == nullptr ? 0 : date->AsTimestamp()->seconds;
  const Array categories = Categories(document);
  std::string url;
  for (const Value& category : categories) url += "/" + *category.AsString();
  const Date shown = DateFromDays(static_cast<int>(seconds / 86400));
  for (const char c : "/" + FormatDate(shown) + "/") {
    url.push_back(c == '-' ? '/' : c);
  }
  const std::string slug = stem.substr(11);
  url = EscapedPath(url + slug);
  AddValues(document, url + ".html", &document.values);
  document.values.Set("slug", slug);
  document.values.Set("id", url);
  document.values.Set("categories", categories);
  document.values.Set("tags", Words(document.values.Find("tags")));
  site->posts[stem] = url + ".html";
  site->links[document.path] = url + ".html";
  return Value(std::move(document.values));
}

void ReadPosts(const fs::path& folder, FixtureSite* site) {
  Array posts;
  for (const fs::path& file : FilesIn(folder)) {
    if (file.parent_path().filename() != "_posts") continue;
    posts.push_back(ReadPost(ReadDocument(folder, file), site));
  }
  const auto seconds = [](const Value& post) {
    return post.AsObject()->Find("date")->AsTimestamp()->seconds;
  };
  std::sort(posts.begin(), posts.end(), [&](const Value& a, const Value& b) {
    return seconds(a) < seconds(b);
  });
  Link(&posts);
  Object tags;
  for (const Value& post : posts) {
    for (const Value& tag : *post.AsObject()->Find("tags")->AsArray()) {
      SetIfMissing(&tags, *tag.AsString(), Array());
      tags.Find(*tag.AsString())->AsArray()->push_back(post);
    }
  }
  std::reverse(posts.begin(), posts.end());
  site->values.Set("tags", std::move(tags));
  site->values.Set("posts", std::move(posts));
}

std::string PageUrl(const Document& document) {
  const Value* permalink = document.values.Find("permalink");
  if (permalink != nullptr && permalink->AsString() != nullptr) {
    return *permalink->AsString();
  }
  const fs::path path(document.path);
  if (path.stem() == "index") {
    return "/" + path.parent_path().generic_string();
  }
  const std::string extension = path.extension().string();
  const bool html = extension == ".md" || extension == ".html";
  return "/" +
         (html ? fs::path(path).replace_extension() : path).generic_string();
}

void ReadPages(const fs::path& folder, FixtureSite* site) {
  Array pages;
  Array html_pages;
  Array static_files;
  for (const fs::path& file : FilesIn(folder)) {
    Document document = ReadDocument(folder, file);
    if (document.path.starts_with('_') ||
        document.path.find("/_") != std::string::npos) {
      continue;
    }
    const fs::path path(document.path);
    if (!document.has_front_matter) {
      const std::string url = "/" + document.path;
      static_files.emplace_back(
          Object({{"path", url, {}},
                  {"name", path.filename().string(), {}},
                  {"basename", path.stem().string(), {}},
                  {"extname", path.extension().string(), {}}}));
      site->links[document.path] = url;
      continue;
    }
    const std::string url = PageUrl(document);
    AddValues(document, url, &document.values);
    site->links[document.path] = url;
    const bool html = path.extension() == ".md" || path.extension() == ".html";
    if (html) html_pages.emplace_back(document.values);
    pages.emplace_back(std::move(document.values));
  }
  site->values.Set("pages", std::move(pages));
  site->values.Set("html_pages", std::move(html_pages));
  site->values.Set("static_files", std::move(static_files));
}

// The cells of a line, which may stand in double quotes.
std::vector<std::string> Cells(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

Array ReadTable(const std::string& text, char separator) {
  Array rows;
  std::vector<std::string> names;
  for (const std::string_view line : Split(text, '\n')) {
    if (line.empty()) continue;
    const std::vector<std::string> cells = Cells(line, separator);
    if (names.empty()) {
      names = cells;
      continue;
    }
    Object row;
    for (size_t i = 0; i < names.size() && i < cells.size(); ++i) {
      row.Append(names[i], cells[i].empty() ? Value() : Value(cells[i]));
    }
    rows.emplace_back(std::move(row));
  }
  return rows;
}

Object ReadData(const fs::path& folder) {
  Object values;
  std::set<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) {
    entries.insert(entry.path());
  }
  for (const fs::path& path : entries) {
    const std::string name = path.stem().string();
    if (fs::is_directory(path)) {
      values.Set(name, ReadData(path));
      continue;
    }
    const std::string text = ReadFile(path);
    Diagnostics diagnostics;
    if (path.extension() == ".csv") {
      values.Set(name, ReadTable(text, ','));
    } else if (path.extension() == ".tsv") {
      values.Set(name, ReadTable(text, '\t'));
    } else if (path.extension() == ".json") {
      values.Set(name, data::ParseJson(text, name, diagnostics));
    } else {
      values.Set(name, Yaml(text));
    }
  }
  return values;
}

void ReadCollections(const fs::path& folder, FixtureSite* site) {
  const Value* config = site->values.Find("collections");
  Object settings;
  if (config != nullptr && config->AsObject() != nullptr) {
    settings = *config->AsObject();
  }
  SetIfMissing(&settings, "posts", Object());
  Array collections;
  for (const data::Member& member : settings.members()) {
    Object values;
    if (member.value.AsObject() != nullptr) values = *member.value.AsObject();
    values.Set("label", member.key);
    values.Set("relative_directory", "_" + member.key);
    values.Set("files", Array());
    if (member.key != "posts") {
      Array documents = ReadCollection(folder, member.key, site);
      values.Set("docs", documents);
      site->values.Set(member.key, std::move(documents));
    }
    collections.emplace_back(std::move(values));
  }
  site->values.Set("collections", std::move(collections));
}

}  // namespace

FixtureSite ReadFixtureSite(const fs::path& folder) {
  FixtureSite site;
  const Value config = Yaml(ReadFile(folder / "_config.yml"));
  if (config.AsObject() != nullptr) site.values = *config.AsObject();
  ReadCollections(folder, &site);
  ReadPosts(folder, &site);
  ReadPages(folder, &site);
  site.values.Set("data", ReadData(folder / "_data"));
  return site;
}

}  // namespace offprint::liquid_test
