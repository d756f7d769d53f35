#include "readers/digest_builder.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace offprint {

void DigestBuilder::EnterDay(Date day) {
  day_ = day;
  if (!digest_.date) digest_.date = day;
  std::vector<Date>& days = digest_.days;
  if (std::find(days.begin(), days.end(), day) == days.end()) {
    days.push_back(day);
  }
}

void DigestBuilder::EnterSource(std::string_view name) {
  source_ = Keep(AsciiLower(name));
}

Entry& DigestBuilder::Add(std::string_view where) {
  Entry& entry = digest_.entries.emplace_back();
  entry.line = LineOf(where);
  entry.day = day_;
  entry.source = source_;
  return entry;
}

std::string_view DigestBuilder::Field(std::string_view text) {
  text = Trim(text);
  return IsCollapsed(text) ? text : Keep(CollapseSpace(text));
}

void DigestBuilder::AddAuthors(std::span<const std::string_view> names,
                               Entry* entry) {
  const std::string_view before = entry->authors.lines();
  std::string lines;
  for (const std::string_view any : names) {
    const std::string_view name = Field(any);
    if (name.empty()) continue;
    if (!before.empty() || !lines.empty()) lines += '\n';
    lines += name;
  }
  entry->authors = NameList(
      before.empty() ? Keep(lines) : digest_.pool.Extend(before, lines));
}

std::string_view DigestBuilder::Keep(std::string_view text) {
  return digest_.pool.Keep(text);
}

int DigestBuilder::LineOf(std::string_view where) {
  const auto offset = static_cast<size_t>(where.data() - text().data());
  const auto [low, high] = std::minmax(offset, counted_to_);
  const char* const begin = text().data();
  const auto lines =
      static_cast<int>(std::count(begin + low, begin + high, '\n'));
  if (lines > 0) {  // only then is it another line, whose start is to be found
    const size_t before =
        offset == 0 ? std::string_view::npos : text().rfind('\n', offset - 1);
    line_start_ = before == std::string_view::npos ? 0 : before + 1;
  }
  line_ += offset >= counted_to_ ? lines : -lines;
  counted_to_ = offset;
  return line_;
}

SourceLocation DigestBuilder::Locate(std::string_view where) {
  const int line = LineOf(where);
  return {digest_.source_file.name(), line,
          static_cast<int>(counted_to_ - line_start_) + 1};
}

void DigestBuilder::Report(Severity severity, std::string_view where,
                           std::string message) {
  diagnostics_.Report(severity, Locate(where), std::move(message));
}

void DigestBuilder::ReportAt(Severity severity, int line, std::string message) {
  diagnostics_.Report(severity, {digest_.source_file.name(), line, 1},
                      std::move(message));
}

std::string Quoted(std::string_view text) {
  constexpr size_t kLongest = 80;
  text = Trim(text);
  size_t size = std::min(text.size(), kLongest);
  while (size < text.size() && (text[size] & 0xC0) == 0x80) --size;
  std::string out = "\"";
  out.append(text.substr(0, size));
  out.append(size < text.size() ? "…\"" : "\"");
  return out;
}

void SetLink(Entry* entry, std::string_view Links::*kind,
             std::string_view url) {
  url = Trim(url);
  if (url.empty()) return;
  if ((entry->links.*kind).empty()) entry->links.*kind = url;
  const VersionedId found = IdFromUrl(url);
  if (entry->id.empty()) entry->id = found.id;
  if (entry->id == found.id && entry->version == 0) {
    entry->version = found.version;
  }
}

void AddSection(Entry* entry, SectionKey key, std::string_view text) {
  text = Trim(text);
  if (!text.empty()) entry->sections.push_back({key, text});
}

}  // namespace offprint
