// A cache is one file, by a ByteWriter. It is no format to exchange: another
// program, or another machine, makes its own.
#include "build/build_cache.h"

#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "build/checked_file.h"
#include "build/diagnostic_bytes.h"
#include "output/output_folder.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "offprint build cache 1\n";

// Both ways at once, so that none can be forgotten in one.
template <typename Counts, typename Each>
void EachCount(Counts& counts, Each each) {
  each(counts.files);
  each(counts.entries);
  each(counts.same_entry);
  each(counts.other_version);
  each(counts.other_day);
  each(counts.other_topic);
  each(counts.other_digest);
  each(counts.other_words);
  each(counts.code_in_text);
}

void WriteCounts(const ArchiveCounts& counts, ByteWriter* out) {
  EachCount(counts, [&](size_t count) { out->Number(count); });
  out->List(counts.missing_days, [&](Date day) { out->Day(day); });
}

ArchiveCounts ReadCounts(ByteReader* in) {
  ArchiveCounts counts;
  EachCount(counts, [&](size_t& count) { count = in->Number(); });
  counts.missing_days = in->List([&] { return in->Day(); });
  return counts;
}

void WriteRender(const RenderMemory& render, ByteWriter* out) {
  for (const auto& of_kind : render.parts) {
    out->List(of_kind, [&](PageParts parts) { out->Number(parts); });
  }
}

RenderMemory ReadRender(ByteReader* in) {
  RenderMemory render;
  for (auto& of_kind : render.parts) {
    of_kind = in->List([&] { return static_cast<PageParts>(in->Number()); });
  }
  return render;
}

std::string Format(const BuildCache& cache) {
  ByteWriter out;
  out.Hash(cache.environment);
  Write(cache.inputs, &out);
  out.List(cache.relative_includes, [&](const auto& include) {
    out.Text(include.first);
    out.Hash(include.second);
  });
  out.Number(static_cast<uint64_t>(cache.first_day));
  out.Number(static_cast<uint64_t>(cache.end_day));
  Write(cache.diagnostics, &out);
  WriteCounts(cache.counts, &out);
  for (const size_t count : {cache.papers, cache.days, cache.pages}) {
    out.Number(count);
  }
  WriteRender(cache.render, &out);
  search::Write(cache.search, &out);
  out.Number(cache.has_old_search ? 1 : 0);
  cache.ledger.Write(&out);
  out.Hash(cache.site);
  return out.Take();
}

bool Parse(std::string_view bytes, BuildCache* cache) {
  ByteReader in(bytes);
  cache->environment = in.Hash();
  cache->inputs = ReadInputFiles(&in);
  for (uint64_t left = in.Number(); left > 0 && in.good(); --left) {
    std::string path(in.Text());
    cache->relative_includes.emplace(std::move(path), in.Hash());
  }
  cache->first_day = static_cast<int64_t>(in.Number());
  cache->end_day = static_cast<int64_t>(in.Number());
  cache->diagnostics = ReadDiagnostics(&in);
  cache->counts = ReadCounts(&in);
  for (size_t* count : {&cache->papers, &cache->days, &cache->pages}) {
    *count = in.Number();
  }
  cache->render = ReadRender(&in);
  cache->search = search::ReadIndexMemory(&in);
  cache->has_old_search = in.Number() != 0;
  cache->ledger = Ledger::Read(&in);
  cache->site = in.Hash();
  return in.good() && in.at_end();
}

}  // namespace

bool MakeCacheFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  std::ofstream(folder / ".gitignore") << "*\n";
  std::ofstream(folder / "CACHEDIR.TAG")
      << "Signature: 8a477f597d28d172789f06886806bc55\n";
  return !error;
}

fs::path CachePath(const fs::path& source, const fs::path& destination) {
  const Hash128 hash = HashOf(ResolveFolder(destination).native());
  return source / kCacheFolder / (HexOf(hash).substr(0, 16) + ".build");
}

CacheState LoadCache(const fs::path& path, BuildCache* cache) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return CacheState::kNone;
  const std::optional<std::string> bytes = ReadChecked(path, kFirstLine);
  if (bytes && Parse(*bytes, cache)) return CacheState::kFine;
  *cache = BuildCache();
  return CacheState::kDamaged;
}

bool SaveCache(const fs::path& path, const BuildCache& cache) {
  if (!MakeCacheFolder(path.parent_path())) return false;
  return WriteChecked(path, kFirstLine, Format(cache));
}

void RemoveCaches(const fs::path& source) {
  std::error_code error;  // what stays is found to be of no use
  fs::remove_all(source / kCacheFolder, error);
}

}  // namespace offprint
