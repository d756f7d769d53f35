#include "remote/digest_name.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/slug.h"
#include "base/text.h"
#include "fetch/url.h"
#include "output/output_sink.h"

namespace offprint::remote {
namespace {

constexpr std::array<std::string_view, 3> kEndings = {".md", ".markdown",
                                                      ".txt"};

std::string_view EndingOf(std::string_view name) {
  const auto* found = std::ranges::find_if(
      kEndings,
      [&](std::string_view ending) { return name.ends_with(ending); });
  return found == kEndings.end() ? std::string_view() : *found;
}

std::string NameOf(const std::string& url, std::optional<Date> day,
                   std::string_view mark) {
  const std::string last = fetch::LastPathPart(url);
  const std::string_view ending = EndingOf(last);
  std::string_view stem = last;
  stem.remove_suffix(ending.size());
  std::string name = MakeSlug(stem.empty() ? "digest" : stem).value;
  if (!FindDate(name)) {
    const std::optional<Date> of_path = FindDate(url);
    if (of_path) day = of_path;
    if (day) name = FormatDate(*day) + "-" + name;
  }
  return name.append(mark).append(ending.empty() ? ".md" : ending);
}

bool IsLeftOut(std::string_view part) {
  return part.starts_with('.') || part.starts_with('_');
}

}  // namespace

bool HasDigestEnding(std::string_view name) { return !EndingOf(name).empty(); }

std::string DigestNameOf(const std::string& url, std::optional<Date> day) {
  return NameOf(url, day, "");
}

std::string DistinctNameOf(const std::string& url, std::optional<Date> day) {
  return NameOf(url, day, "-" + HexOf(HashOf(url)).substr(0, 8));
}

PathVerdict JudgePath(std::string_view path) {
  if (!HasDigestEnding(path)) return PathVerdict::kNoDigest;
  if (!IsOutputPath(path) || FindInvalidUtf8(path)) return PathVerdict::kUnfit;
  return std::ranges::any_of(Split(path, '/'), IsLeftOut)
             ? PathVerdict::kNoDigest
             : PathVerdict::kTaken;
}

}  // namespace offprint::remote
