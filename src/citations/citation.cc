#include "citations/citation.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "base/web_address.h"
#include "citations/tex_accents.h"
#include "markdown/plain_title.h"
#include "model/arxiv_categories.h"

namespace offprint {
namespace {

constexpr std::string_view kArxivPdf = "https://arxiv.org/pdf/";

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

std::string PrimaryClass(const Archive& archive, const Paper& paper) {
  if (paper.id.kind != PaperId::Kind::kArxiv) return {};
  const size_t slash = paper.id.value.find('/');
  if (slash != std::string::npos) return paper.id.value.substr(0, slash);
  if (paper.metadata != nullptr && !paper.metadata->categories.empty() &&
      IsArxivCategory(paper.metadata->categories.front())) {
    return paper.metadata->categories.front();
  }
  for (const TopicIndex topic : paper.topics) {
    const std::string_view name = archive.topics[topic].name;
    if (IsArxivCategory(name)) return std::string(name);
  }
  return {};
}

std::string_view TitleOf(const Paper& paper) {
  if (paper.metadata != nullptr) return paper.metadata->title;
  return paper.original_title.empty() ? paper.title : paper.original_title;
}

void AddMetadata(const Metadata& metadata, Citation* citation) {
  if (citation->doi.empty()) citation->doi = metadata.doi;
  citation->journal = OneLine(WithoutTexAccents(metadata.journal_ref));
  citation->withdrawn = metadata.withdrawn;
}

}  // namespace

CitedAddresses AddressesOf(const Paper& paper) {
  CitedAddresses cited;
  const std::string by_id = AbstractUrl(paper.id);
  cited.abs = WebAddress(paper.links.abs);
  if (cited.abs.empty()) cited.abs = by_id;
  cited.pdf = WebAddress(paper.links.pdf);
  cited.html = WebAddress(paper.links.html);
  cited.url = by_id;
  for (const std::string* other : {&cited.abs, &cited.html, &cited.pdf}) {
    if (cited.url.empty()) cited.url = *other;
  }
  if (paper.id.kind == PaperId::Kind::kArxiv) {
    cited.file = std::string(kArxivPdf) + paper.id.value;
    if (cited.pdf.empty()) cited.pdf = cited.file;
  } else {
    cited.file = cited.pdf;
  }
  return cited;
}

Citation CitationOf(const Archive& archive, const Paper& paper) {
  Citation citation;
  static_cast<CitedAddresses&>(citation) = AddressesOf(paper);
  citation.id = paper.id;
  citation.title = OneLine(WithoutTexAccents(PlainTitle(TitleOf(paper))));
  for (const AuthorIndex author : paper.authors) {
    std::string name = OneLine(WithoutTexAccents(archive.authors[author].name));
    if (!name.empty()) citation.authors.push_back(std::move(name));
  }
  SetDate(paper, &citation);
  if (paper.id.kind == PaperId::Kind::kDoi) citation.doi = paper.id.value;
  if (paper.id.kind == PaperId::Kind::kArxiv) {
    citation.arxiv_id = paper.id.value;
    citation.primary_class = PrimaryClass(archive, paper);
  }
  if (paper.metadata != nullptr) AddMetadata(*paper.metadata, &citation);
  return citation;
}

std::string SlashedDate(const Citation& citation) {
  if (citation.year == 0) return {};
  std::string text = FormatDate({citation.year, citation.month, citation.day});
  std::ranges::replace(text, '-', '/');
  if (citation.day == 0) text.resize(text.rfind('/'));
  return text;
}

bool IsArticle(const Citation& citation) {
  // bioRxiv and medRxiv, before and after December 2025; arXiv.
  constexpr std::string_view kPreprints[] = {"10.1101/", "10.64898/",
                                             "10.48550/"};
  return !citation.doi.empty() &&
         std::ranges::none_of(kPreprints, [&](std::string_view server) {
           return citation.doi.starts_with(server);
         });
}

std::string CompactForm(const Citation& citation, std::string_view shown) {
  const bool has_id_url = citation.url == AbstractUrl(citation.id);
  const bool has_id_file = !citation.arxiv_id.empty();
  std::string form = citation.id.value;
  const auto add = [&](std::string_view text) {
    form.append("\t").append(text);
  };
  add(SlashedDate(citation));
  add(citation.primary_class);
  add(has_id_url ? std::string_view() : citation.url);
  add(has_id_file ? std::string_view() : citation.file);
  add(citation.doi == citation.id.value ? "" : citation.doi);
  add(citation.journal);
  add(citation.withdrawn ? "withdrawn" : "");
  // A blank says that there is none.
  const std::string title = citation.title.empty() ? " " : citation.title;
  add(OneLine(shown) == title ? std::string_view() : title);
  for (const std::string& author : citation.authors) add(author);
  return form;
}

}  // namespace offprint
