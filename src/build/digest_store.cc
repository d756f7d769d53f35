#include "build/digest_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <random>
#include <system_error>
#include <utility>

#include "base/file_lock.h"
#include "base/parallel.h"
#include "base/write_all.h"
#include "build/build_cache.h"
#include "build/checked_file.h"
#include "build/diagnostic_bytes.h"
#include "build/program_id.h"
#include "model/digest_bytes.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "offprint digests 1\n";
constexpr const char* kIndexName = "index";
constexpr const char* kLockName = "lock";
constexpr std::string_view kPartPrefix = "part-";

// Where there are more parts, all but the largest become one.
constexpr size_t kMostParts = 8;

bool IsPartName(std::string_view name) {
  return name.starts_with(kPartPrefix) &&
         name.find('/') == std::string_view::npos;
}

std::string NewPartName() {
  std::random_device random;
  char digits[20];
  std::snprintf(digits, sizeof digits, "%08x%08x", random(), random());
  return std::string(kPartPrefix) + digits;
}

void WriteKey(const DigestKey& key, ByteWriter* out) {
  Write(std::vector{key.file}, out);
  out->Number(key.forced ? 1 : 0);
  if (key.forced) out->Number(static_cast<uint64_t>(*key.forced));
  out->Number(key.drafts ? 1 : 0);
}

DigestKey ReadKey(ByteReader* in) {
  DigestKey key;
  std::vector<InputFile> files = ReadInputFiles(in);
  if (files.size() != 1) in->Reject();
  if (in->good()) key.file = std::move(files.front());
  if (in->Number() != 0) key.forced = in->Enum(Dialect::kGeneric);
  key.drafts = in->Number() != 0;
  return key;
}

}  // namespace

// A new part, to be written by any thread. Its file goes with this, unless it
// was finished.
class DigestStore::PartWriter {
 public:
  // `number` is that of the part.
  PartWriter(const fs::path& folder, size_t number)
      : path_(folder / NewPartName()), number_(number) {}
  ~PartWriter() {
    if (file_.valid() && !is_finished_) unlink(path_.c_str());
  }
  PartWriter(const PartWriter&) = delete;
  PartWriter& operator=(const PartWriter&) = delete;

  // Where they are now; nothing where they cannot be written.
  std::optional<Place> Append(std::string_view bytes, std::string_view texts) {
    Place place = {number_,      0, bytes.size(), texts.size(), HashOf(bytes),
                   HashOf(texts)};
    const std::lock_guard lock(mutex_);
    if (!is_open_) Open();
    is_full_ = is_full_ || !file_.valid() || !WriteAll(file_.get(), bytes) ||
               !WriteAll(file_.get(), texts);
    if (is_full_) return std::nullopt;
    place.offset = size_;
    size_ += place.size();
    return place;
  }

  // To be called when nobody appends any more: nothing where nothing was
  // written.
  std::optional<Part> Finish() {
    if (size_ == 0) return std::nullopt;
    Part part;
    part.stamp = StampOf({path_, path_.filename().string()});
    part.file = MappedFile::Map(file_.get());
    part.is_trusted = true;
    is_finished_ = part.file != nullptr;
    return is_finished_ ? std::optional(std::move(part)) : std::nullopt;
  }

 private:
  void Open() {
    is_open_ = true;
    file_ = UniqueFd(
        open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  }

  const fs::path path_;
  const size_t number_;
  std::mutex mutex_;
  UniqueFd file_;
  uint64_t size_ = 0;
  bool is_open_ = false;
  bool is_full_ = false;
  bool is_finished_ = false;
};

DigestStore::DigestStore(fs::path folder, Stored stored)
    : folder_(std::move(folder)) {
  Lock();
  if (stored == Stored::kUse) Load();
}

void DigestStore::Lock() {
  if (!MakeCacheFolder(folder_.parent_path())) return;
  std::error_code error;
  fs::create_directories(folder_, error);
  try {
    if (auto lock = LockFile(folder_ / kLockName)) lock_ = *std::move(lock);
  } catch (const EnvironmentError&) {
    return;  // nothing can be written
  }
}

void DigestStore::Load() {
  const auto bytes = ReadChecked(folder_ / kIndexName, kFirstLine);
  if (!bytes) return;
  ByteReader in(*bytes);
  if (in.Hash() != ProgramId()) return;
  for (const InputFile& stamp : ReadInputFiles(&in)) {
    Part part;
    if (!IsPartName(stamp.name)) return;
    const fs::path path = folder_ / stamp.name;
    part.stamp = StampOf({path, stamp.name});
    part.is_trusted = part.stamp == stamp;
    const UniqueFd file(
        open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.valid()) part.file = MappedFile::Map(file.get());
    named_.insert(stamp.name);
    parts_.push_back(std::move(part));
  }
  for (uint64_t left = in.Number(); left > 0 && in.good(); --left) {
    Item item;
    item.key = ReadKey(&in);
    item.place = {in.Number(), in.Number(), in.Number(),
                  in.Number(), in.Hash(),   in.Hash()};
    std::string name = item.key.file.name;
    if (in.good()) items_.emplace(std::move(name), std::move(item));
  }
}

std::optional<DigestStore::Slices> DigestStore::SlicesAt(
    const Place& place) const {
  if (place.part >= parts_.size()) return std::nullopt;
  const MappedFile* file = parts_[place.part].file.get();
  if (file == nullptr) return std::nullopt;
  std::string_view left = file->bytes();
  if (place.offset > left.size()) return std::nullopt;
  left.remove_prefix(place.offset);
  if (place.bytes > left.size()) return std::nullopt;
  const std::string_view bytes = left.substr(0, place.bytes);
  left.remove_prefix(place.bytes);
  if (place.texts > left.size()) return std::nullopt;
  return Slices{bytes, left.substr(0, place.texts)};
}

std::optional<DigestReading> DigestStore::Decode(const Place& place) const {
  const auto slices = SlicesAt(place);
  if (!slices || HashOf(slices->bytes) != place.hash_of_bytes) {
    return std::nullopt;
  }
  const Part& part = parts_[place.part];
  if (!part.is_trusted && HashOf(slices->texts) != place.hash_of_texts) {
    return std::nullopt;
  }
  DigestReading reading;
  ByteReader in(slices->bytes);
  for (Diagnostic& report : ReadDiagnostics(&in)) {
    reading.reports.Report(report.severity, std::move(report.where),
                           std::move(report.message));
  }
  if (in.Number() != 0) {
    reading.digest = std::make_shared<const Digest>(
        ReadDigestBytes(part.file, slices->texts, &in));
  }
  part.file->Release(slices->bytes);
  part.file->Release(slices->texts);
  if (!in.good() || !in.at_end()) return std::nullopt;
  return reading;
}

void DigestStore::Keep(Items now, bool has_new) {
  // All that stays of a part was looked at, or is trusted.
  const bool has_new_stamps = !std::ranges::all_of(parts_, &Part::is_trusted);
  if (!has_new && !has_new_stamps && now == items_) return;
  items_ = std::move(now);
  JoinParts();
  if (Save()) {
    named_.clear();
    for (const Part& part : parts_) named_.insert(part.stamp.name);
  }
  RemoveUnnamedFiles();
}

// What of a part is used alone counts. The largest stays as it is, unless more
// than half of it is waste.
void DigestStore::JoinParts() {
  std::vector<uint64_t> used(parts_.size());
  for (const auto& [name, item] : items_) {
    used[item.place.part] += item.place.size();
  }
  const auto largest = static_cast<size_t>(
      std::max_element(used.begin(), used.end()) - used.begin());
  uint64_t wasted = 0;
  uint64_t all = 0;
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].file == nullptr) continue;
    all += parts_[i].file->bytes().size();
    wasted += parts_[i].file->bytes().size() - used[i];
  }
  const bool is_wasteful = wasted > all / 2;
  if (parts_.size() <= kMostParts && !is_wasteful) return;
  const size_t kept = is_wasteful ? 0 : 1;
  PartWriter writer(folder_, kept);
  Items joined;
  for (const auto& [name, item] : items_) {
    if (kept == 1 && item.place.part == largest) {
      Item same = item;
      same.place.part = 0;
      joined.emplace(name, std::move(same));
      continue;
    }
    const auto slices = SlicesAt(item.place);
    if (!slices) continue;
    const auto place = writer.Append(slices->bytes, slices->texts);
    if (!place) return;
    parts_[item.place.part].file->Release(slices->bytes);
    parts_[item.place.part].file->Release(slices->texts);
    // Trusted texts are looked at now.
    if (place->hash_of_texts != item.place.hash_of_texts) continue;
    joined.emplace(name, Item{item.key, *place});
  }
  std::vector<Part> parts;
  if (kept == 1) parts.push_back(parts_[largest]);
  if (auto part = writer.Finish()) {
    parts.push_back(*std::move(part));
  } else if (std::ranges::any_of(joined, [&](const auto& named) {
               return named.second.place.part == kept;
             })) {
    return;
  }
  parts_ = std::move(parts);
  items_ = std::move(joined);
}

bool DigestStore::Save() const {
  ByteWriter out;
  out.Hash(ProgramId());
  std::vector<InputFile> stamps;
  for (const Part& part : parts_) stamps.push_back(part.stamp);
  Write(stamps, &out);
  out.List(items_, [&](const auto& named) {
    const auto& [key, place] = named.second;
    WriteKey(key, &out);
    out.Number(place.part);
    out.Number(place.offset);
    out.Number(place.bytes);
    out.Number(place.texts);
    out.Hash(place.hash_of_bytes);
    out.Hash(place.hash_of_texts);
  });
  return WriteChecked(folder_ / kIndexName, kFirstLine, out.bytes());
}

void DigestStore::RemoveUnnamedFiles() const {
  std::error_code error;
  std::vector<fs::path> others;
  for (fs::directory_iterator at(folder_, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (IsPartName(name) && !named_.contains(name))
      others.push_back(at->path());
  }
  for (const fs::path& path : others) fs::remove(path, error);
}

std::vector<DigestReading> DigestStore::Read(
    const std::vector<DigestPath>& paths, const std::vector<InputFile>& looked,
    const SiteConfig& config, size_t jobs, Progress& progress) {
  std::vector<DigestReading> readings(paths.size());
  std::vector<DigestKey> keys(paths.size());
  std::vector<std::optional<Place>> places(paths.size());
  PartWriter writer(folder_, parts_.size());
  const auto read_anew = [&](size_t i) {
    readings[i] = ReadAnew(paths[i], config);
    if (!lock_.valid() || !readings[i].could_be_read) return;
    ByteWriter bytes;
    std::string texts;
    Write(readings[i].reports.list(), &bytes);
    bytes.Number(readings[i].digest != nullptr ? 1 : 0);
    if (readings[i].digest != nullptr) {
      Write(*readings[i].digest, &bytes, &texts);
    }
    places[i] = writer.Append(bytes.bytes(), texts);
    // It is in the new part, to be decoded from there.
    if (places[i]) readings[i] = {};
  };
  progress.BeginStage("reading digests", paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    keys[i] = KeyOf(paths[i], looked[i], config);
    const auto found = items_.find(paths[i].name);
    if (found != items_.end() && Holds(found->second.key, paths[i], keys[i])) {
      if (auto reading = Decode(found->second.place)) {
        readings[i] = *std::move(reading);
        places[i] = found->second.place;
      }
    }
    if (!places[i]) read_anew(i);
    progress.Advance();
  });
  progress.EndStage();
  const size_t before = parts_.size();
  if (auto part = writer.Finish()) parts_.push_back(*std::move(part));
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    if (!places[i] || places[i]->part < before) return;
    if (auto reading = Decode(*places[i])) {
      readings[i] = *std::move(reading);
      return;
    }
    places[i].reset();
    readings[i] = ReadAnew(paths[i], config);
  });
  if (!lock_.valid()) return readings;
  Items now;
  for (size_t i = 0; i < paths.size(); ++i) {
    if (places[i]) now.emplace(paths[i].name, Item{keys[i], *places[i]});
  }
  Keep(std::move(now), parts_.size() > before);
  return readings;
}

}  // namespace offprint
