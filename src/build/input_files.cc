#include "build/input_files.h"

#include <sys/stat.h>

#include <chrono>

#include "base/source_file.h"

namespace offprint {
namespace {

constexpr int64_t kSecond = 1'000'000'000;
constexpr int64_t kNew = 2 * kSecond;  // the coarsest clock: that of FAT

int64_t Nanoseconds(const timespec& time) {
  return time.tv_sec * kSecond + time.tv_nsec;
}

int64_t Now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// A file that cannot be read is of no content.
Hash128 ContentOf(const DigestPath& path) {
  try {
    return HashOf(ReadFile(path.path));
  } catch (const EnvironmentError&) {
    return HashOf("");
  }
}

InputFile Look(const DigestPath& path) {
  InputFile file = StampOf(path);
  const int64_t settled = Now() - kNew;
  if (file.modified >= settled || file.changed >= settled) {
    file.content = ContentOf(path);
  }
  return file;
}

}  // namespace

InputFile StampOf(const DigestPath& path) {
  InputFile file;
  file.name = path.name;
  struct stat status {};
  if (stat(path.path.c_str(), &status) == 0) {
    file.size = static_cast<uint64_t>(status.st_size);
    file.modified = Nanoseconds(status.st_mtim);
    file.changed = Nanoseconds(status.st_ctim);
    file.inode = status.st_ino;
  }
  return file;
}

std::vector<InputFile> LookAt(const std::vector<DigestPath>& paths) {
  std::vector<InputFile> files;
  files.reserve(paths.size());
  for (const DigestPath& path : paths) files.push_back(Look(path));
  return files;
}

bool IsUnchanged(const DigestPath& path, InputFile now,
                 const InputFile& before) {
  const bool compares = before.content != Hash128();
  if (compares && now.content == Hash128()) now.content = ContentOf(path);
  return now == before;
}

bool AreUnchanged(const std::vector<DigestPath>& paths,
                  const std::vector<InputFile>& before) {
  if (paths.size() != before.size()) return false;
  for (size_t i = 0; i < paths.size(); ++i) {
    if (!IsUnchanged(paths[i], Look(paths[i]), before[i])) return false;
  }
  return true;
}

void Write(const std::vector<InputFile>& files, ByteWriter* out) {
  out->List(files, [&](const InputFile& file) {
    out->Text(file.name);
    out->Number(file.size);
    out->Number(static_cast<uint64_t>(file.modified));
    out->Number(static_cast<uint64_t>(file.changed));
    out->Number(file.inode);
    out->Hash(file.content);
  });
}

std::vector<InputFile> ReadInputFiles(ByteReader* in) {
  return in->List([&] {
    InputFile file;
    file.name = in->Text();
    file.size = in->Number();
    file.modified = static_cast<int64_t>(in->Number());
    file.changed = static_cast<int64_t>(in->Number());
    file.inode = in->Number();
    file.content = in->Hash();
    return file;
  });
}

}  // namespace offprint
