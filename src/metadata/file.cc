#include "metadata/file.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/text.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

const PaperId& IdOf(const MetadataLine& line) {
  if (const auto* unknown = std::get_if<UnknownPaper>(&line)) {
    return unknown->id;
  }
  return std::get<Metadata>(line).id;
}

// "10.1038": its digits and points, for a DOI may hold anything.
std::string_view RegistrantOf(std::string_view doi) {
  constexpr size_t kMost = 40;
  return doi.substr(0, std::min(kMost, doi.find_first_not_of("0123456789.")));
}

std::string TwoDigits(int number) {
  std::string text = std::to_string(number % 100);
  if (text.size() < 2) text.insert(0, 1, '0');
  return text;
}

}  // namespace

std::string MetadataFileName(const PaperId& id) {
  const std::string_view value = id.value;
  const size_t slash = value.find('/');
  std::string name;
  if (id.kind == PaperId::Kind::kArxiv) {
    const size_t month = slash == std::string_view::npos ? 0 : slash + 1;
    name = "arxiv-" + std::string(value.substr(month, 4));
  } else {
    name = "doi-" + std::string(RegistrantOf(value));
    const std::string_view item = value.substr(std::min(value.size(), slash));
    if (const std::optional<Date> day = FindDate(item)) {
      name += "-" + TwoDigits(day->year) + TwoDigits(day->month);
    }
  }
  return name + ".jsonl";
}

std::vector<fs::path> MetadataFilesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  if (!fs::exists(folder, error)) return files;
  for (fs::directory_iterator at(folder, error);
       !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool is_one = name.ends_with(".jsonl") && !name.starts_with('.');
    std::error_code ignored;
    if (is_one && at->is_regular_file(ignored)) files.push_back(at->path());
  }
  if (error) {
    throw EnvironmentError("cannot read the folder " + folder.string() + ": " +
                           error.message());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<MetadataLine> MetadataFile::Read(std::string_view bytes,
                                             const std::string& name,
                                             Diagnostics& diagnostics) {
  std::vector<MetadataLine> read;
  for (int number = 1; !bytes.empty(); ++number) {
    const size_t end = std::min(bytes.find('\n'), bytes.size());
    std::optional<MetadataLine> line =
        ReadLine(bytes.substr(0, end), {name, number, 0}, diagnostics);
    if (line) read.push_back(std::move(*line));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return read;
}

std::optional<MetadataLine> MetadataFile::ReadLine(std::string_view text,
                                                   const SourceLocation& where,
                                                   Diagnostics& diagnostics) {
  if (Trim(text).empty()) return std::nullopt;
  Line line = {lines_.empty() ? "" : lines_.back().id, std::string(text)};
  std::optional<MetadataLine> read =
      ParseLine(TrimRight(text), where, diagnostics);
  if (read) {
    const std::string& id = IdOf(*read).value;
    line.id = id;
    if (!places_.try_emplace(id, lines_.size()).second) {
      diagnostics.Warning(
          {where.file, where.line, 1},
          line.id +
              " stands in a line above too, which is the one that is used; "
              "delete one of them");
      read.reset();
    }
  }
  lines_.push_back(std::move(line));
  return read;
}

void MetadataFile::Put(const PaperId& id, std::string text) {
  const auto [place, added] = places_.try_emplace(id.value, lines_.size());
  if (added) lines_.push_back({id.value, ""});
  lines_[place->second].text = std::move(text);
}

std::string MetadataFile::Format() const {
  std::vector<const Line*> sorted;
  sorted.reserve(lines_.size());
  for (const Line& line : lines_) sorted.push_back(&line);
  std::ranges::stable_sort(sorted, {}, &Line::id);
  std::string bytes;
  for (const Line* line : sorted) {
    bytes.append(line->text).append("\n");
  }
  return bytes;
}

}  // namespace offprint
