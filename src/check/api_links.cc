#include "check/api_links.h"

#include <algorithm>
#include <array>
#include <string>

#include "data/json_parser.h"

namespace offprint {
namespace {

// Each holds an address, or a list of them.
constexpr std::array<std::string_view, 7> kKeys = {
    "url", "api", "feed", "latest", "next", "previous", "pages"};

class ApiReader {
 public:
  ApiReader(std::string_view json, FileLinks* file)
      : json_(json), file_(*file) {}

  void Take(const data::Value& value) {
    if (const data::Array* items = value.AsArray()) {
      for (const data::Value& item : *items) Take(item);
    } else if (const data::Object* object = value.AsObject()) {
      for (const data::Member& member : object->members()) {
        const bool names = std::ranges::find(kKeys, member.key) != kKeys.end();
        names ? TakeAddresses(member.value) : Take(member.value);
      }
    }
  }

 private:
  void TakeAddresses(const data::Value& value) {
    if (const std::string* address = value.AsString()) {
      Add(*address);
    } else if (const data::Array* items = value.AsArray()) {
      for (const data::Value& item : *items) TakeAddresses(item);
    }
  }

  // The values come in the order of the text, and an address is written as it
  // is, so each is found behind the one before.
  void Add(const std::string& address) {
    const size_t found = json_.find('"' + address + '"', at_);
    if (found != std::string_view::npos) at_ = found + 1;
    file_.links.push_back({address, at_});
  }

  std::string_view json_;
  FileLinks& file_;
  size_t at_ = 0;
};

// The byte at a place that a diagnostic names.
size_t OffsetOf(const SourceLocation& where, std::string_view text) {
  size_t line = 0;
  for (int left = where.line; left > 1; --left)
    line = text.find('\n', line) + 1;
  return line + static_cast<size_t>(std::max(where.column, 1)) - 1;
}

}  // namespace

void ReadApiLinks(std::string_view json, FileLinks* file) {
  Diagnostics problems;
  const data::Value value = data::ParseJson(json, "", problems);
  for (const Diagnostic& problem : problems.list()) {
    file->defects.push_back(
        {OffsetOf(problem.where, json), "is " + problem.message});
  }
  ApiReader(json, file).Take(value);
}

}  // namespace offprint
