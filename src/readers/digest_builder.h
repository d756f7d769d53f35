// What every reader works on: the text of a file, and the digest that grows.
#ifndef OFFPRINT_READERS_DIGEST_BUILDER_H_
#define OFFPRINT_READERS_DIGEST_BUILDER_H_

#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostics.h"
#include "model/digest.h"

namespace offprint {

// Slices handed to it are slices of text() unless a member says otherwise. Both
// arguments of the constructor outlive it.
class DigestBuilder {
 public:
  DigestBuilder(Digest* digest, Diagnostics* diagnostics)
      : digest_(*digest), diagnostics_(*diagnostics) {}

  std::string_view text() const { return digest_.source_file.text(); }
  Digest& digest() { return digest_; }

  // A heading names this day: entries added from now on stand in it. The first
  // one is the digest's date.
  void EnterDay(Date day);

  // Entries added from now on come from this source ("bioRxiv", any text).
  void EnterSource(std::string_view name);

  // A new entry that begins at `where`; the reference holds until the next.
  Entry& Add(std::string_view where);

  // A field of one line (any text), with its white space collapsed.
  std::string_view Field(std::string_view text);

  // Names (any texts) behind those that the entry has.
  void AddAuthors(std::span<const std::string_view> names, Entry* entry);

  // A copy of any text that lives as long as the digest.
  std::string_view Keep(std::string_view text);

  // The line in which the slice begins. Cheap where the calls go forward.
  int LineOf(std::string_view where);

  // Reports at the place of the slice, or on a whole line.
  void Report(Severity severity, std::string_view where, std::string message);
  void ReportAt(Severity severity, int line, std::string message);

 private:
  SourceLocation Locate(std::string_view where);

  Digest& digest_;
  Diagnostics& diagnostics_;
  std::optional<Date> day_;
  std::string_view source_;
  // The place that LineOf was asked for last.
  size_t counted_to_ = 0;
  int line_ = 1;
  size_t line_start_ = 0;
};

// The text in quotes, cut between characters where it is long.
std::string Quoted(std::string_view text);

// Gives the entry an address as its link of that kind, and the identity and
// the version that the address names unless the entry has them.
void SetLink(Entry* entry, std::string_view Links::*kind, std::string_view url);

// Adds the section unless the text is blank.
void AddSection(Entry* entry, SectionKey key, std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_READERS_DIGEST_BUILDER_H_
