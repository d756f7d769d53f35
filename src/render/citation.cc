#include "render/citation.h"

#include <cstdio>
#include <optional>

#include "base/text.h"
#include "base/web_address.h"
#include "data/json.h"
#include "markdown/plain_title.h"

namespace offprint {
namespace {

int TwoDigits(std::string_view text) {
  return (text[0] - '0') * 10 + (text[1] - '0');
}

// "2601.02360" tells 2026-01, "math/0601001" 2006-01.
void DateFromArxivId(std::string_view id, Citation* citation) {
  const size_t slash = id.find('/');
  if (slash != std::string_view::npos) id.remove_prefix(slash + 1);
  const int year = TwoDigits(id);
  citation->year = year > 90 ? 1900 + year : 2000 + year;
  citation->month = TwoDigits(id.substr(2));
}

void SetDate(const Paper& paper, Citation* citation) {
  std::optional<Date> date = paper.published;
  if (!date && paper.id.kind == PaperId::Kind::kDoi) {
    const size_t slash = paper.id.value.find('/');
    date = FindDate(std::string_view(paper.id.value).substr(slash));
  }
  if (date) {
    citation->year = date->year;
    citation->month = date->month;
    citation->day = date->day;
  } else if (paper.id.kind == PaperId::Kind::kArxiv) {
    DateFromArxivId(paper.id.value, citation);
  }
}

// Special characters escaped outside of $…$; braces that do not pair dropped.
std::string TexEscaped(std::string_view text) {
  int depth = 0;
  bool balanced = true;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) balanced = false;
  }
  balanced = balanced && depth == 0;
  std::string out;
  bool math = false;
  char before = 0;
  for (const char c : text) {
    if ((c == '{' || c == '}') && !balanced) continue;
    if (c == '$' && before != '\\') math = !math;
    const bool special = c == '&' || c == '%' || c == '#' || c == '_';
    if (special && !math && before != '\\') out += '\\';
    out += c;
    before = c;
  }
  return out;
}

void AppendField(std::string_view name, std::string_view value,
                 std::string* out) {
  if (value.empty()) return;
  *out += ",\n  ";
  *out += name;
  *out += " = {";
  *out += value;
  *out += '}';
}

void AppendRis(std::string_view tag, std::string_view value, std::string* out) {
  if (value.empty()) return;
  *out += tag;
  *out += "  - ";
  *out += CollapseSpace(value);
  *out += '\n';
}

std::string BibtexKey(const PaperId& id) {
  std::string key = id.kind == PaperId::Kind::kArxiv ? "arXiv:" : "";
  for (const char c : id.value) {
    const bool kept = IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '.' ||
                      c == '/' || c == '-' || c == '_';
    key += kept ? c : '-';
  }
  return key;
}

}  // namespace

Citation CitationOf(const Archive& archive, const Paper& paper) {
  Citation citation;
  citation.title = PlainTitle(
      paper.original_title.empty() ? paper.title : paper.original_title);
  for (const AuthorIndex author : paper.authors) {
    citation.authors.push_back(archive.authors[author].name);
  }
  SetDate(paper, &citation);
  citation.abs = WebAddress(paper.links.abs);
  if (citation.abs.empty()) citation.abs = AbstractUrl(paper.id);
  citation.pdf = WebAddress(paper.links.pdf);
  citation.html = WebAddress(paper.links.html);
  if (paper.id.kind == PaperId::Kind::kDoi) citation.doi = paper.id.value;
  if (paper.id.kind == PaperId::Kind::kArxiv) {
    citation.arxiv_id = paper.id.value;
    if (citation.pdf.empty()) {
      citation.pdf = "https://arxiv.org/pdf/" + paper.id.value;
    }
  }
  return citation;
}

std::string SlashedDate(const Citation& citation) {
  if (citation.year == 0) return {};
  char buffer[48];
  if (citation.day > 0) {
    std::snprintf(buffer, sizeof buffer, "%04d/%02d/%02d", citation.year,
                  citation.month, citation.day);
  } else {
    std::snprintf(buffer, sizeof buffer, "%04d/%02d", citation.year,
                  citation.month);
  }
  return buffer;
}

std::string FormatBibtex(const Citation& citation, const PaperId& id) {
  std::string out = "@misc{" + BibtexKey(id);
  AppendField("title", "{" + TexEscaped(citation.title) + "}", &out);
  std::string authors;
  for (const std::string_view author : citation.authors) {
    if (!authors.empty()) authors += " and ";
    authors += TexEscaped(author);
  }
  AppendField("author", authors, &out);
  if (citation.year > 0) {
    AppendField("year", std::to_string(citation.year), &out);
  }
  if (!citation.arxiv_id.empty()) {
    AppendField("eprint", citation.arxiv_id, &out);
    AppendField("archivePrefix", "arXiv", &out);
  }
  AppendField("doi", citation.doi, &out);
  AppendField("url", citation.abs, &out);
  return out + "\n}\n";
}

std::string FormatRis(const Citation& citation) {
  std::string out = "TY  - UNPB\n";
  AppendRis("TI", citation.title, &out);
  for (const std::string_view author : citation.authors) {
    AppendRis("AU", author, &out);
  }
  if (citation.year > 0) {
    AppendRis("PY", std::to_string(citation.year), &out);
    AppendRis("DA", SlashedDate(citation) + (citation.day > 0 ? "" : "/"),
              &out);
  }
  AppendRis("DO", citation.doi, &out);
  AppendRis("UR", citation.abs, &out);
  AppendRis("L1", citation.pdf, &out);
  return out + "ER  - \n";
}

std::string FormatJsonLd(const Citation& citation, std::string_view url,
                         std::string_view lang) {
  std::string out;
  data::JsonWriter json(&out);
  json.BeginObject().Key("@context").String("https://schema.org");
  json.Key("@type").String("ScholarlyArticle");
  json.Key("headline").String(citation.title);
  json.Key("url").String(url);
  json.Key("inLanguage").String(lang);
  if (!citation.authors.empty()) {
    json.Key("author").BeginArray();
    for (const std::string_view author : citation.authors) {
      json.BeginObject().Key("@type").String("Person");
      json.Key("name").String(author).EndObject();
    }
    json.EndArray();
  }
  if (citation.year > 0) {
    std::string date = SlashedDate(citation);
    for (char& c : date) c = c == '/' ? '-' : c;
    json.Key("datePublished").String(date);
  }
  if (!citation.abs.empty()) json.Key("sameAs").String(citation.abs);
  if (!citation.doi.empty()) {
    json.Key("identifier").String("doi:" + std::string(citation.doi));
  } else if (!citation.arxiv_id.empty()) {
    json.Key("identifier").String("arXiv:" + std::string(citation.arxiv_id));
  }
  json.EndObject();
  return out;
}

}  // namespace offprint
