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

std::string_view DigestBuilder::Keep(std::string_view text) {
  return digest_.pool.Keep(text);
}

int DigestBuilder::LineOf(std::string_view where) {
  const auto offset = static_cast<size_t>(where.data() - text().data());
  const auto [low, high] = std::minmax(offset, counted_to_);
  const auto* const begin = text().data();
  const auto lines =
      static_cast<int>(std::count(begin + low, begin + high, '\n'));
  line_ += offset >= counted_to_ ? lines : -lines;
  counted_to_ = offset;
  return line_;
}

SourceLocation DigestBuilder::Locate(std::string_view where) {
  const auto offset = static_cast<size_t>(where.data() - text().data());
  const size_t newline =
      offset == 0 ? std::string_view::npos : text().rfind('\n', offset - 1);
  const size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return {digest_.source_file.name(), LineOf(where),
          static_cast<int>(offset - start) + 1};
}

void DigestBuilder::Report(Severity severity, std::string_view where,
                           std::string message) {
  diagnostics_.Report(severity, Locate(where), std::move(message));
}

void SetLink(Entry* entry, std::string_view Links::*kind,
             std::string_view url) {
  url = Trim(url);
  if (url.empty()) return;
  if ((entry->links.*kind).empty()) entry->links.*kind = url;
  if (!entry->id.empty()) return;
  VersionedId found = IdFromUrl(url);
  entry->id = std::move(found.id);
  entry->version = found.version;
}

void AddSection(Entry* entry, SectionKey key, std::string_view text) {
  text = Trim(text);
  if (!text.empty()) entry->sections.push_back({key, text});
}

}  // namespace offprint
