#include "readers/reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "data/front_matter.h"
#include "readers/dialects.h"
#include "readers/lost_links.h"

namespace offprint {
namespace {

using ReadDialect = void (*)(DigestBuilder&);

// In the order of the enumeration.
constexpr std::array<ReadDialect, 6> kReaders = {
    ReadDailyTable, ReadTopicTable,   ReadAnalysedList,
    ReadScoredList, ReadEnhancedList, ReadGeneric};

std::string_view BaseName(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::optional<Date> DateInName(const std::string& path) {
  if (const auto date = FindDate(BaseName(path))) return date;
  return FindDate(path);
}

std::optional<Date> DateInFrontMatter(const SourceFile& file) {
  if (!file.text().starts_with("---")) return std::nullopt;
  Diagnostics ignored;  // a broken one has no date; the site reports it
  const data::FrontMatter front =
      data::SplitFrontMatter(file.text(), file.name(), ignored);
  const data::Value* date = front.values.Find("date");
  const std::string* text = date == nullptr ? nullptr : date->AsString();
  return text == nullptr ? std::nullopt : FindDate(*text);
}

// A file that is not read as one of the dialects, or not as its own.
void ReportFit(const Digest& digest, bool forced, DigestBuilder& builder) {
  const bool generic = digest.dialect == Dialect::kGeneric;
  if (forced && digest.entries.empty() && !builder.text().empty() &&
      DetectDialect(digest.source_file) != digest.dialect) {
    builder.Report(
        Severity::kWarning, builder.text(),
        "no papers: site.yml has this file read as " +
            std::string(DialectName(digest.dialect)) + ", but it looks like " +
            std::string(DialectName(DetectDialect(digest.source_file))));
  } else if (!forced && generic && !digest.entries.empty()) {
    const size_t count = digest.entries.size();
    builder.ReportAt(
        Severity::kWarning, digest.entries[0].line,
        "no known dialect: each heading, list item and table row with an arXiv "
        "or DOI link is read as a paper (" +
            std::to_string(count) + " of them); name the dialect in site.yml");
  }
}

// Papers that no address identifies.
void ReportLinks(const Digest& digest, DigestBuilder& builder) {
  const Entry* first_without = nullptr;
  size_t without = 0;
  for (const Entry& entry : digest.entries) {
    if (!entry.id.empty()) continue;
    const Links& links = entry.links;
    std::string_view url = links.abs.empty() ? links.pdf : links.abs;
    if (url.empty()) url = links.html;
    if (!url.empty()) {
      builder.ReportAt(Severity::kWarning, entry.line,
                       "no arXiv id or DOI in " + Quoted(url) +
                           ": the paper is known by this link alone");
    } else if (++without == 1) {
      first_without = &entry;
    }
  }
  if (without == 0) return;
  builder.ReportAt(Severity::kNote, first_without->line,
                   "papers without a link: " + std::to_string(without) +
                       ", known by their titles alone; this is the first");
}

// Entries that no heading dates stand in the digest's day.
void SetDate(Digest& digest, DigestBuilder& builder) {
  if (digest.date) return;
  digest.date = DateInFrontMatter(digest.source_file);
  if (!digest.date) digest.date = DateInName(digest.source_file.name());
  if (digest.date) {
    builder.EnterDay(*digest.date);
    for (Entry& entry : digest.entries) entry.day = digest.date;
  } else if (!digest.entries.empty()) {
    builder.Report(Severity::kWarning, builder.text(),
                   "no date: put one in the file's name or heading, e.g. "
                   "2026-01-23.md");
  }
}

std::string_view SourceOf(const Entry& entry) {
  if (entry.id.kind == PaperId::Kind::kArxiv) return "arxiv";
  for (const std::string_view link : {entry.links.abs, entry.links.pdf}) {
    for (const std::string_view server : {"biorxiv", "medrxiv"}) {
      if (link.find(std::string(server) + ".org/") != link.npos) return server;
    }
  }
  return {};
}

// The sources of entries over which no heading names one, by their links; the
// digest has the one that all of its entries share.
void SetSources(Digest& digest) {
  std::set<std::string_view> sources;
  for (Entry& entry : digest.entries) {
    if (!entry.source.empty()) return;
    entry.source = SourceOf(entry);
    if (!entry.source.empty()) sources.insert(entry.source);
  }
  if (sources.size() == 1) digest.source = *sources.begin();
}

// Reports come in the order of their lines.
void AppendSorted(const Diagnostics& from, Diagnostics& to) {
  std::vector<Diagnostic> list = from.list();
  std::stable_sort(list.begin(), list.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return a.where.line < b.where.line;
                   });
  for (Diagnostic& diagnostic : list) {
    to.Report(diagnostic.severity, std::move(diagnostic.where),
              std::move(diagnostic.message));
  }
}

// The words of dialects for a day without papers.
bool SaysThatThereAreNone(std::string_view text) {
  return text.find("当天没有抓取到有效论文") != text.npos ||
         text.find("今日未发现相关论文") != text.npos;
}

Digest ReadAs(SourceFile file, Dialect dialect, bool forced,
              Diagnostics& diagnostics) {
  Digest digest;
  digest.source_file = std::move(file);
  digest.dialect = dialect;
  DigestBuilder builder(&digest, &diagnostics);
  kReaders[static_cast<size_t>(dialect)](builder);
  SetDate(digest, builder);
  SetSources(digest);
  ReportFit(digest, forced, builder);
  ReportLinks(digest, builder);
  if (dialect != Dialect::kGeneric) ReportLostLinks(builder);
  return digest;
}

}  // namespace

Digest ReadDigest(SourceFile file, std::optional<Dialect> forced,
                  Diagnostics& diagnostics) {
  const Dialect dialect = forced.value_or(DetectDialect(file));
  Diagnostics found;
  Digest digest = ReadAs(std::move(file), dialect, forced.has_value(), found);
  // The head of a dialect, and papers of none.
  if (!forced && digest.entries.empty() && dialect != Dialect::kGeneric &&
      !SaysThatThereAreNone(digest.source_file.text()) &&
      HasPaperLinks(digest.source_file)) {
    Diagnostics others;
    digest =
        ReadAs(std::move(digest.source_file), Dialect::kGeneric, false, others);
    if (digest.entries.empty()) {
      digest = ReadAs(std::move(digest.source_file), dialect, false, others);
    } else {
      found = std::move(others);
    }
  }
  AppendSorted(found, diagnostics);
  return digest;
}

}  // namespace offprint
