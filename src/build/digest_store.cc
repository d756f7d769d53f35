#include "build/digest_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/parallel.h"
#include "base/unique_fd.h"
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
constexpr const char* kPartName = "part-XXXXXX";  // for mkstemp(3)

// Parts are joined where there are more, or where more than half of their bytes
// are of no use.
constexpr size_t kMostParts = 8;

bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(done));
  }
  return true;
}

void WriteKey(const DigestKey& key, ByteWriter* out) {
  Write(std::vector{key.file}, out);
  out->Number(key.forced ? static_cast<uint64_t>(*key.forced) + 1 : 0);
  out->Number(key.drafts ? 1 : 0);
}

DigestKey ReadKey(ByteReader* in) {
  DigestKey key;
  std::vector<InputFile> files = ReadInputFiles(in);
  if (files.size() == 1) key.file = std::move(files.front());
  if (const uint64_t forced = in->Number(); forced > 0) {
    key.forced = static_cast<Dialect>(forced - 1);
  }
  key.drafts = in->Number() != 0;
  return key;
}

}  // namespace

// A new part, to be written by any thread.
class DigestStore::PartWriter {
 public:
  // `number` is that of the part.
  PartWriter(const fs::path& folder, size_t number)
      : path_((folder / kPartName).string()), number_(number) {}

  // Where they are now; nullopt where nothing can be written.
  std::optional<Place> Append(std::string_view bytes, std::string_view texts) {
    Place place = {number_,      0, bytes.size(), texts.size(), HashOf(bytes),
                   HashOf(texts)};
    const std::lock_guard lock(mutex_);
    if (!is_open_) Open();
    if (!file_.valid() || has_failed_) return std::nullopt;
    has_failed_ =
        !WriteAll(file_.get(), bytes) || !WriteAll(file_.get(), texts);
    if (has_failed_) return std::nullopt;
    place.offset = size_;
    size_ += bytes.size() + texts.size();
    return place;
  }

  // To be called when nobody appends any more: no file where nothing was
  // written.
  Part Finish() {
    Part part;
    if (size_ == 0) return part;
    part.stamp = StampOf({path_, fs::path(path_).filename().string()});
    part.file = MappedFile::Map(file_.get());
    part.is_trusted = true;
    return part;
  }

 private:
  void Open() {
    is_open_ = true;
    if (!MakeCacheFolder(fs::path(path_).parent_path().parent_path())) return;
    std::error_code error;
    fs::create_directories(fs::path(path_).parent_path(), error);
    file_ = UniqueFd(mkostemp(path_.data(), O_CLOEXEC));
  }

  std::string path_;
  const size_t number_;
  std::mutex mutex_;
  UniqueFd file_;
  uint64_t size_ = 0;
  bool is_open_ = false;
  bool has_failed_ = false;
};

// What is known of one path.
struct DigestStore::Item {
  DigestKey key;
  std::optional<Place> place;  // nullopt where it is in memory alone
  DigestReading reading;

  // Puts what was read where it is to be found again, if it can be.
  void MoveTo(PartWriter& writer) {
    ByteWriter bytes;
    std::string texts;
    Write(reading.reports.list(), &bytes);
    bytes.Number(reading.digest != nullptr ? 1 : 0);
    if (reading.digest != nullptr) Write(*reading.digest, &bytes, &texts);
    place = writer.Append(bytes.bytes(), texts);
    if (place) reading = {};
  }
};

DigestStore::DigestStore(fs::path folder, bool forgotten)
    : folder_(std::move(folder)) {
  if (!forgotten) Load();
}

void DigestStore::Load() {
  const auto bytes = ReadChecked(folder_ / kIndexName, kFirstLine);
  if (!bytes) return;
  ByteReader in(*bytes);
  if (in.Hash() != ProgramId()) return;
  for (const InputFile& stamp : ReadInputFiles(&in)) {
    Part part;
    const fs::path path = folder_ / stamp.name;
    part.stamp = StampOf({path, stamp.name});
    part.is_trusted = part.stamp == stamp;
    const UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.valid()) part.file = MappedFile::Map(file.get());
    parts_.push_back(std::move(part));
  }
  for (uint64_t left = in.Number(); left > 0 && in.good(); --left) {
    Stored stored;
    stored.key = ReadKey(&in);
    stored.place = {in.Number(), in.Number(), in.Number(),
                    in.Number(), in.Hash(),   in.Hash()};
    std::string name = stored.key.file.name;
    stored_.emplace(std::move(name), std::move(stored));
  }
}

std::string_view DigestStore::SliceAt(const Place& place) const {
  if (place.part >= parts_.size()) return {};
  const MappedFile* file = parts_[place.part].file.get();
  if (file == nullptr || place.offset > file->bytes().size()) return {};
  return file->bytes().substr(place.offset, place.bytes + place.texts);
}

std::optional<DigestReading> DigestStore::Decode(const Place& place) const {
  const std::string_view slice = SliceAt(place);
  if (slice.size() != place.bytes + place.texts) return std::nullopt;
  const std::string_view bytes = slice.substr(0, place.bytes);
  const std::string_view texts = slice.substr(place.bytes);
  if (HashOf(bytes) != place.hash_of_bytes) return std::nullopt;
  const Part& part = parts_[place.part];
  if (!part.is_trusted && HashOf(texts) != place.hash_of_texts) {
    return std::nullopt;
  }
  DigestReading reading;
  ByteReader in(bytes);
  for (Diagnostic& report : ReadDiagnostics(&in)) {
    reading.reports.Report(report.severity, std::move(report.where),
                           std::move(report.message));
  }
  if (in.Number() != 0) {
    reading.digest =
        std::make_shared<const Digest>(ReadDigestBytes(part.file, texts, &in));
  }
  part.file->Release(slice);
  if (!in.good() || !in.at_end()) return std::nullopt;
  return reading;
}

bool DigestStore::AddPart(PartWriter& writer) {
  Part part = writer.Finish();
  if (part.file == nullptr) return false;
  parts_.push_back(std::move(part));
  return true;
}

void DigestStore::Keep(const std::vector<Item>& items, bool has_new) {
  std::map<std::string, Stored, std::less<>> now;
  for (const Item& item : items) {
    if (!item.place) continue;
    now.emplace(item.key.file.name, Stored{item.key, *item.place});
  }
  // All that stays of a part was looked at, or is trusted.
  const bool has_new_stamps = !std::ranges::all_of(parts_, &Part::is_trusted);
  if (!has_new && !has_new_stamps && now == stored_) return;
  stored_ = std::move(now);
  if (IsWasteful()) JoinParts();
  if (Save()) RemoveOtherFiles();
}

bool DigestStore::IsWasteful() const {
  if (parts_.size() > kMostParts) return true;
  uint64_t all = 0;
  uint64_t used = 0;
  for (const Part& part : parts_) {
    if (part.file != nullptr) all += part.file->bytes().size();
  }
  for (const auto& [name, stored] : stored_) {
    used += stored.place.bytes + stored.place.texts;
  }
  return used < all / 2;
}

void DigestStore::JoinParts() {
  PartWriter writer(folder_, 0);
  auto joined = stored_;
  for (auto& [name, stored] : joined) {
    const std::string_view slice = SliceAt(stored.place);
    const auto place = writer.Append(slice.substr(0, stored.place.bytes),
                                     slice.substr(stored.place.bytes));
    if (!place) return;
    parts_[stored.place.part].file->Release(slice);
    stored.place = *place;
  }
  parts_.clear();
  AddPart(writer);
  stored_ = std::move(joined);
}

bool DigestStore::Save() const {
  ByteWriter out;
  out.Hash(ProgramId());
  std::vector<InputFile> stamps;
  for (const Part& part : parts_) stamps.push_back(part.stamp);
  Write(stamps, &out);
  out.List(stored_, [&](const auto& item) {
    const auto& [key, place] = item.second;
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

void DigestStore::RemoveOtherFiles() const {
  std::set<std::string> names = {kIndexName};
  for (const Part& part : parts_) names.insert(part.stamp.name);
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder_, error)) {
    if (names.contains(file.path().filename().string())) continue;
    fs::remove(file.path(), error);
  }
}

std::vector<DigestReading> DigestStore::Read(
    const std::vector<DigestPath>& paths, const std::vector<InputFile>& looked,
    const SiteConfig& config, size_t jobs, Progress& progress) {
  std::vector<Item> items(paths.size());
  PartWriter writer(folder_, parts_.size());
  progress.BeginStage("reading digests", paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    Item& item = items[i];
    item.key = KeyOf(paths[i], looked[i], config);
    const auto found = stored_.find(paths[i].name);
    if (found != stored_.end() &&
        Holds(found->second.key, paths[i], item.key)) {
      item.place = found->second.place;
    } else {
      item.reading = ReadAnew(paths[i], config);
      item.MoveTo(writer);
    }
    progress.Advance();
  });
  progress.EndStage();
  const bool has_new = AddPart(writer);
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    Item& item = items[i];
    if (!item.place) return;
    if (auto reading = Decode(*item.place)) {
      item.reading = *std::move(reading);
      return;
    }
    item.place.reset();
    item.reading = ReadAnew(paths[i], config);
  });
  Keep(items, has_new);
  std::vector<DigestReading> readings;
  readings.reserve(items.size());
  for (Item& item : items) readings.push_back(std::move(item.reading));
  return readings;
}

}  // namespace offprint
