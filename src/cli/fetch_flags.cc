#include "cli/fetch_flags.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "base/text.h"
#include "cli/day_range.h"

namespace offprint {
namespace {

struct PartName {
  std::string_view name;
  FetchPart part;
};

constexpr PartName kParts[] = {{"remote", FetchPart::kRemote},
                               {"papers", FetchPart::kPapers},
                               {"metadata", FetchPart::kMetadata}};

// "--days", or empty where no flag of that part is given.
std::string_view FlagOf(FetchPart part, const FetchFlags& flags) {
  switch (part) {
    case FetchPart::kRemote:
      break;
    case FetchPart::kPapers:
      if (flags.days) return "--days";
      if (!flags.from.empty()) return "--from";
      if (!flags.to.empty()) return "--to";
      break;
    case FetchPart::kMetadata:
      if (flags.all) return "--all";
      if (!flags.since.empty()) return "--since";
      break;
  }
  return {};
}

std::string ReadPart(const Options& options, FetchWish* wish) {
  const std::vector<std::string>& words = options.words;
  if (words.empty()) return {};
  const auto* named = std::ranges::find(kParts, words[0], &PartName::name);
  if (named == std::end(kParts)) {
    return "there is no \"" + words[0] +
           "\" to fetch; it is \"remote\", \"papers\" or \"metadata\", or "
           "nothing for all three";
  }
  wish->part = named->part;
  if (words.size() > 1 && named->part != FetchPart::kMetadata) {
    return "\"" + words[1] + "\" is too much: only \"metadata\" takes more " +
           "words, the ids of papers";
  }
  for (const PartName& other : kParts) {
    const std::string_view flag = FlagOf(other.part, options.fetch);
    if (other.part == named->part || flag.empty()) continue;
    return std::string(flag) + " is of \"offprint fetch " +
           std::string(other.name) + "\", not of \"" + words[0] + "\"";
  }
  return {};
}

std::string ReadIds(const Options& options, FetchWish* wish) {
  if (options.words.empty()) return {};
  for (const std::string& word : std::span(options.words).subspan(1)) {
    PaperId id = IdFromText(word).id;
    if (id.empty()) id = IdFromUrl(word).id;
    if (id.empty()) {
      return "\"" + word +
             "\" is neither an arXiv id, as 2601.02360, nor a DOI";
    }
    if (std::ranges::find(wish->ids, id) == wish->ids.end()) {
      wish->ids.push_back(std::move(id));
    }
  }
  return {};
}

std::string ReadDays(const FetchFlags& flags, FetchWish* wish) {
  if (!flags.since.empty()) {
    wish->since = ParseDate(flags.since);
    if (!wish->since) {
      return "--since is a day, such as 2026-01-23, and not \"" + flags.since +
             "\"";
    }
  }
  std::string problem =
      ReadDayRange(flags.from, flags.to, &wish->from, &wish->to);
  if (!problem.empty()) return problem;
  if (wish->to && !wish->from) {
    return "--to needs --from, the first of the days";
  }
  wish->days = flags.days;
  if (wish->days && wish->from) {
    return "--days counts back from today, --from and --to name days: use one "
           "or the other";
  }
  if (wish->days && *wish->days < 1) return "--days is a number from 1 on";
  return {};
}

}  // namespace

std::string ReadFetchFlags(const Options& options, FetchWish* wish) {
  std::string problem = ReadPart(options, wish);
  if (problem.empty()) problem = ReadIds(options, wish);
  if (problem.empty()) problem = ReadDays(options.fetch, wish);
  return problem;
}

}  // namespace offprint
