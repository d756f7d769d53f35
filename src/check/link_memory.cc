// The file is a line that says what it is, the hash of the rest, and the rest
// by a ByteWriter.
#include "check/link_memory.h"

#include <cstdio>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/byte_stream.h"
#include "base/diagnostics.h"
#include "base/hash.h"
#include "base/source_file.h"

namespace offprint {
namespace {

constexpr std::string_view kFirstLine = "offprint links 1\n";
constexpr std::chrono::seconds kLongestAge = std::chrono::hours(365 * 24);

std::string ReadIfThere(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  try {
    return ReadFile(path);
  } catch (const EnvironmentError&) {
    return {};
  }
}

// Whether an answer of that time is not older; a clock that was set back makes
// none young.
bool IsYoung(int64_t time, std::chrono::seconds age, int64_t now) {
  return time <= now && now - time < age.count();
}

}  // namespace

LinkMemory::LinkMemory(std::filesystem::path path) : path_(std::move(path)) {
  const std::string bytes = ReadIfThere(path_);
  if (!bytes.starts_with(kFirstLine)) return;
  ByteReader file(std::string_view(bytes).substr(kFirstLine.size()));
  const Hash128 hash = file.Hash();
  const std::string_view rest = file.Text();
  if (!file.good() || hash != HashOf(rest)) return;
  ByteReader in(rest);
  for (uint64_t left = in.Number(); left > 0 && in.good(); --left) {
    Kept& kept = kept_[std::string(in.Text())];
    kept.time = static_cast<int64_t>(in.Number());
    const bool good = in.Number() == 0;
    kept.verdict.state = good ? LinkState::kGood : LinkState::kBroken;
    kept.verdict.reason = in.Text();
  }
}

const LinkVerdict* LinkMemory::Find(const std::string& url,
                                    std::chrono::seconds age,
                                    int64_t now) const {
  const auto found = kept_.find(url);
  if (found == kept_.end() || !IsYoung(found->second.time, age, now)) {
    return nullptr;
  }
  return &found->second.verdict;
}

void LinkMemory::Keep(const std::string& url, LinkVerdict verdict,
                      int64_t now) {
  if (verdict.state == LinkState::kGood ||
      verdict.state == LinkState::kBroken) {
    kept_[url] = {std::move(verdict), now};
  }
}

bool LinkMemory::Save(int64_t now) const {
  std::vector<const std::pair<const std::string, Kept>*> young;
  for (const auto& kept : kept_) {
    if (IsYoung(kept.second.time, kLongestAge, now)) young.push_back(&kept);
  }
  ByteWriter out;
  out.List(young, [&](const auto* kept) {
    out.Text(kept->first);
    out.Number(static_cast<uint64_t>(kept->second.time));
    out.Number(kept->second.verdict.state == LinkState::kGood ? 0 : 1);
    out.Text(kept->second.verdict.reason);
  });
  ByteWriter file;
  file.Hash(HashOf(out.bytes()));
  file.Text(out.bytes());
  const std::string fresh = path_.string() + ".new";
  std::ofstream stream(fresh, std::ios::binary);
  stream << kFirstLine << file.bytes();
  stream.close();
  if (!stream.fail() && std::rename(fresh.c_str(), path_.c_str()) == 0) {
    return true;
  }
  std::remove(fresh.c_str());
  return false;
}

}  // namespace offprint
