#include "hugo_site.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace offprint::bench {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

template <typename List>
std::string QuotedList(const List& texts) {
  std::string list = "[";
  for (const auto& text : texts) {
    if (list.size() > 1) list += ", ";
    list += Quoted(text);
  }
  return list + "]";
}

std::string AddressOf(const Paper& paper) {
  std::string name = paper.id;
  std::replace(name.begin(), name.end(), '/', '-');
  return name;
}

std::string SectionsOf(const Reading& reading, std::string_view heading) {
  std::string text;
  for (const Section& section : reading.sections) {
    text += "\n" + std::string(heading) + " " + std::string(section.key) +
            "\n\n" + section.text + "\n";
  }
  return text;
}

std::string DayEntry(const Paper& paper, const Reading& reading,
                     Dialect dialect) {
  std::string text =
      "\n### [" + reading.title + "](/papers/" + AddressOf(paper) + "/)\n\n";
  for (const std::string& author : AuthorsNamed(paper, dialect)) {
    text += author + ", ";
  }
  text += "[abs](" + PaperLink(paper, "abs") + "), [pdf](" +
          PaperLink(paper, "pdf") + ")";
  if (!paper.code.empty()) text += ", [code](" + paper.code + ")";
  if (!reading.score.empty()) text += ", " + reading.score + "/10";
  return text + "\n" + SectionsOf(reading, "####");
}

// A run of entries of one day.
std::string DayPage(const Options& options, const Entry* begin,
                    const Entry* end) {
  std::set<std::string> topics;
  std::string body;
  for (const Entry* entry = begin; entry != end; ++entry) {
    const Paper paper = MakePaper(options, entry->paper);
    const Reading reading = MakeReading(options, paper, *entry);
    if (!reading.topic.empty()) topics.insert(reading.topic);
    if (entry == begin || entry->dialect != (entry - 1)->dialect) {
      body += "\n## " + std::string(DialectName(entry->dialect)) + "\n";
    }
    body += DayEntry(paper, reading, entry->dialect);
  }
  const std::string day = FormatDate(DayOf(begin->day, options.papers));
  return "---\ntitle: \"" + day + "\"\ndate: " + day +
         "\ncount: " + std::to_string(end - begin) +
         "\nday_topics: " + QuotedList(topics) + "\n---\n" + body;
}

// A run of entries of one paper.
std::string PaperPage(const Options& options, const Paper& paper,
                      const Entry* begin, const Entry* end) {
  std::set<std::string> topics;
  std::set<std::string> days;
  std::vector<std::string> authors;  // as many as the best digest names
  std::string body;
  for (const Entry* entry = begin; entry != end; ++entry) {
    const Reading reading = MakeReading(options, paper, *entry);
    if (!reading.topic.empty()) topics.insert(reading.topic);
    const std::string day = FormatDate(DayOf(entry->day, options.papers));
    days.insert(day);
    std::vector<std::string> named = AuthorsNamed(paper, entry->dialect);
    if (named.size() > authors.size()) authors = std::move(named);
    body += "\n## [" + day + "](/days/" + day + "/) " +
            std::string(DialectName(entry->dialect)) + "\n" +
            SectionsOf(reading, "###");
  }
  return "---\ntitle: " + Quoted(paper.title) +
         "\noriginal: " + Quoted(paper.original) + "\ndate: " + *days.rbegin() +
         "\npublished: " + FormatDate(paper.published) +
         "\npaper_id: " + Quoted(paper.id) +
         "\nabs: " + Quoted(PaperLink(paper, "abs")) +
         "\npdf: " + Quoted(PaperLink(paper, "pdf")) +
         "\ncode: " + Quoted(paper.code) + "\ndays: " + QuotedList(days) +
         "\ntopics: " + QuotedList(topics) +
         "\nauthors: " + QuotedList(authors) + "\n---\n" + body;
}

// The end of the run of entries that `same` joins with the first.
template <typename Same>
const Entry* RunEnd(const Entry* first, const Entry* end, Same same) {
  return std::find_if(first, end,
                      [&](const Entry& entry) { return !same(entry); });
}

}  // namespace

Written WriteHugoSite(const Options& options, const std::vector<Entry>& entries,
                      const std::filesystem::path& folder) {
  Written written;
  const std::filesystem::path content = folder / "content";
  const Entry* end = entries.data() + entries.size();
  for (const Entry* at = entries.data(); at != end;) {
    const Entry* next =
        RunEnd(at, end, [&](const Entry& e) { return e.day == at->day; });
    const std::string day = FormatDate(DayOf(at->day, options.papers));
    WriteFile(content / "days" / (day + ".md"), DayPage(options, at, next),
              &written);
    at = next;
  }
  std::vector<Entry> by_paper = entries;
  std::sort(by_paper.begin(), by_paper.end(),
            [](const Entry& a, const Entry& b) {
              return std::tie(a.paper, a.number) < std::tie(b.paper, b.number);
            });
  end = by_paper.data() + by_paper.size();
  for (const Entry* at = by_paper.data(); at != end;) {
    const Entry* next =
        RunEnd(at, end, [&](const Entry& e) { return e.paper == at->paper; });
    const Paper paper = MakePaper(options, at->paper);
    WriteFile(content / "papers" / (AddressOf(paper) + ".md"),
              PaperPage(options, paper, at, next), &written);
    at = next;
  }
  return written;
}

}  // namespace offprint::bench
