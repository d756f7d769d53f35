#include "arxiv/addresses.h"

#include <algorithm>
#include <array>

#include "base/percent.h"
#include "base/text.h"

namespace offprint::arxiv {
namespace {

// For the value of a query (RFC 3986, 3.4); a blank is "+".
std::string Encoded(std::string_view text) {
  static constexpr CharSet kKept = CharSet::AlnumAnd("-._~: ");
  std::string encoded = PercentEncoded(text, kKept);
  std::ranges::replace(encoded, ' ', '+');
  return encoded;
}

// "20260123"
std::string Digits(Date date) {
  std::string digits = FormatDate(date);
  std::erase(digits, '-');
  return digits;
}

// Whether categories stand below the name: "cs", but not "hep-th".
bool IsArchive(std::string_view category) {
  constexpr std::array<std::string_view, 9> kWhole = {
      "gr-qc",   "hep-ex",  "hep-lat", "hep-ph",  "hep-th",
      "math-ph", "nucl-ex", "nucl-th", "quant-ph"};
  return category.find('.') == std::string_view::npos &&
         std::ranges::find(kWhole, category) == kWhole.end();
}

// The archives of physics stand in one group; all others are their own.
std::string SetOf(std::string_view category) {
  constexpr std::array<std::string_view, 13> kPhysics = {
      "astro-ph", "cond-mat", "gr-qc",   "hep-ex", "hep-lat",
      "hep-ph",   "hep-th",   "math-ph", "nlin",   "nucl-ex",
      "nucl-th",  "physics",  "quant-ph"};
  const size_t dot = category.find('.');
  const std::string archive(category.substr(0, dot));
  const bool is_physics =
      std::ranges::find(kPhysics, archive) != kPhysics.end();
  const std::string group = is_physics ? "physics" : archive;
  if (dot != std::string_view::npos) {
    return group + ":" + archive + ":" + std::string(category.substr(dot + 1));
  }
  return group == archive ? group : group + ":" + archive;
}

}  // namespace

bool IsCategory(std::string_view text) {
  const std::string_view archive = text.substr(0, text.find('.'));
  const auto fits = [](char c) { return IsAsciiAlpha(c) || c == '-'; };
  if (archive.empty() || !std::ranges::all_of(archive, fits)) return false;
  if (archive.size() == text.size()) return true;
  const std::string_view subject = text.substr(archive.size() + 1);
  return !subject.empty() && std::ranges::all_of(subject, fits);
}

std::string SearchUrl(std::string_view base, const SearchPage& page) {
  std::string query = "(";
  for (const std::string& category : page.categories) {
    if (query.size() > 1) query += " OR ";
    query += "cat:" + category;
    if (IsArchive(category)) query += ".*";
  }
  query += ") AND submittedDate:[" + Digits(page.first) + "0000 TO " +
           Digits(page.last) + "2359]";
  return std::string(base) + "?search_query=" + Encoded(query) +
         "&sortBy=submittedDate&sortOrder=ascending&start=" +
         std::to_string(page.start) +
         "&max_results=" + std::to_string(page.count);
}

std::string OaiUrl(std::string_view base, std::string_view category, Date first,
                   Date last) {
  return std::string(base) + "?verb=ListRecords&metadataPrefix=arXiv&set=" +
         Encoded(SetOf(category)) + "&from=" + FormatDate(first) +
         "&until=" + FormatDate(last);
}

std::string OaiUrl(std::string_view base, std::string_view resumption_token) {
  return std::string(base) +
         "?verb=ListRecords&resumptionToken=" + Encoded(resumption_token);
}

std::string AnnouncementsUrl(std::string_view base,
                             const std::vector<std::string>& categories) {
  return std::string(base) + "/" + Join(categories, "+");
}

}  // namespace offprint::arxiv
