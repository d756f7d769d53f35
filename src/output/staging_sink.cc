#include "output/staging_sink.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <random>
#include <system_error>

#include "base/diagnostics.h"
#include "base/write_all.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

EnvironmentError CannotWrite(const fs::path& path, int cause) {
  std::string message =
      "cannot write " + path.string() + ": " + std::strerror(cause);
  if (cause == ENOSPC || cause == EDQUOT) {
    message += "; make room on the disk or choose another --destination";
  } else if (cause == EEXIST) {
    message += "; this build has already written it";
  } else if (cause == ENOTDIR) {
    message += "; a file has the name of its folder";
  }
  return EnvironmentError(message);
}

EnvironmentError CannotBuildBeside(const fs::path& destination, int cause) {
  return EnvironmentError(
      "cannot make a folder in " + destination.parent_path().string() + ": " +
      std::strerror(cause) +
      "; a site is built beside its place: make this folder writable or choose "
      "another --destination");
}

std::string RandomName() {
  std::random_device random;
  char digits[20];
  std::snprintf(digits, sizeof digits, "%08x%08x", random(), random());
  return digits;
}

}  // namespace

StagingSink::StagingSink(const fs::path& destination, ForeignFolder foreign)
    : shown_(destination),
      destination_(ResolveFolder(destination)),
      foreign_(foreign) {
  std::error_code error;
  fs::create_directories(destination_.parent_path(), error);
  if (error) throw CannotBuildBeside(destination_, error.value());
  RemoveLeftovers(destination_);
  MakeStaging();
  try {
    WriteMarker(staging_fd_.get(), kMarkerLine);
  } catch (const EnvironmentError&) {
    RemoveStaging();
    throw;
  }
}

StagingSink::~StagingSink() { RemoveStaging(); }

void StagingSink::RemoveStaging() {
  if (staging_.empty()) return;
  std::error_code error;  // What stays is a leftover for the next build.
  fs::remove_all(staging_, error);
  staging_.clear();
}

// The lock tells other builds that somebody is at work in the folder. One of
// them may come between mkdir and flock and remove it: then there is another.
void StagingSink::MakeStaging() {
  struct stat status {};
  while (status.st_nlink == 0) {
    staging_ = destination_.parent_path() /
               (StagingPrefix(destination_) + RandomName());
    if (mkdir(staging_.c_str(), 0777) != 0) {
      staging_.clear();
      throw CannotBuildBeside(destination_, errno);
    }
    staging_fd_ = UniqueFd(open(
        staging_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!staging_fd_.valid() && errno == ENOENT) continue;
    flock(staging_fd_.get(), LOCK_EX);
    if (fstat(staging_fd_.get(), &status) != 0) {
      throw CannotBuildBeside(destination_, errno);
    }
  }
}

// Nobody keeps account of which there are: the system knows, and an archive has
// a hundred thousand of them.
void StagingSink::MakeFoldersOf(const std::string& path) {
  const size_t end = path.rfind('/');
  if (end == std::string::npos) return;
  const std::string folder = path.substr(0, end);
  const auto make = [&] {
    return mkdirat(staging_fd_.get(), folder.c_str(), 0777) == 0 ||
           errno == EEXIST;
  };
  if (make()) return;
  if (errno == ENOENT) {
    MakeFoldersOf(folder);
    if (make()) return;
  }
  throw CannotWrite(shown_ / folder, errno);
}

UniqueFd StagingSink::Create(const std::string& path) const {
  return UniqueFd(openat(staging_fd_.get(), path.c_str(),
                         O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                         0666));
}

void StagingSink::Write(std::string_view path, std::string_view bytes) {
  CheckOutputPath(path);
  const std::string name(path);
  // Most pages have a folder of their own.
  if (name.ends_with("/index.html")) MakeFoldersOf(name);
  UniqueFd file = Create(name);
  if (!file.valid() && errno == ENOENT) {
    MakeFoldersOf(name);
    file = Create(name);
  }
  if (!file.valid() || !WriteAll(file.get(), bytes) || !file.Close()) {
    throw CannotWrite(shown_ / name, errno);
  }
  ++files_;
}

void StagingSink::WriteMarker(int folder, std::string_view bytes) {
  const std::string name(kMarkerName);
  UniqueFd file(openat(folder, name.c_str(),
                       O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
                       0666));
  if (!file.valid() || !WriteAll(file.get(), bytes) || !file.Close()) {
    throw CannotWrite(shown_ / name, errno);
  }
}

void StagingSink::TakeOver(const std::vector<std::string_view>& same) {
  const UniqueFd old(open(destination_.c_str(),
                          O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  for (const std::string_view slice : same) {
    const std::string path(slice);
    const auto link = [&] {
      return linkat(old.get(), path.c_str(), staging_fd_.get(), path.c_str(),
                    0) == 0;
    };
    struct stat status {};
    if (fstatat(old.get(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG(status.st_mode)) {
      if (link()) continue;
      MakeFoldersOf(path);
      if (link()) continue;
      if (errno == ENOTDIR) throw CannotWrite(shown_ / path, errno);
    }
    throw EnvironmentError("cannot take over " + (shown_ / path).string() +
                           ", which is not as the last build left it; build "
                           "with --clean");
  }
}

void StagingSink::Commit(const Hash128& site) {
  CheckDestination(shown_, {}, foreign_);
  WriteMarker(staging_fd_.get(), MarkerOf(site));
  struct stat old {};
  if (stat(destination_.c_str(), &old) == 0) {
    fchmod(staging_fd_.get(), old.st_mode & 07777U);
  }
  PutInPlace(staging_, destination_);
  staging_.clear();
}

void StagingSink::CommitChanges(const std::vector<std::string_view>& written,
                                const std::vector<std::string>& stale,
                                const Hash128& before) {
  old_fd_ = UniqueFd(open(destination_.c_str(),
                          O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!old_fd_.valid() || flock(old_fd_.get(), LOCK_EX) != 0 ||
      !HoldsSite(destination_, before)) {
    throw EnvironmentError("cannot put the changes in place at " +
                           shown_.string() +
                           ": another build has changed it meanwhile; build "
                           "again");
  }
  WriteMarker(old_fd_.get(), kMarkerLine);
  for (const std::string& path : stale) TakeAway(path);
  for (const std::string_view path : written) {
    MoveIntoPlace(std::string(path));
  }
}

void StagingSink::Finish(const Hash128& site) {
  WriteMarker(old_fd_.get(), MarkerOf(site));
}

void StagingSink::MoveIntoPlace(const std::string& path) {
  const auto move = [&] {
    return renameat(staging_fd_.get(), path.c_str(), old_fd_.get(),
                    path.c_str()) == 0;
  };
  if (move()) return;
  std::error_code error;
  if (errno == ENOENT) {
    fs::create_directories((destination_ / path).parent_path(), error);
  }
  if (error || !move()) throw CannotWrite(shown_ / path, errno);
}

// Folders that are left empty go too.
void StagingSink::TakeAway(const std::string& path) {
  if (unlinkat(old_fd_.get(), path.c_str(), 0) != 0 && errno != ENOENT) {
    throw EnvironmentError("cannot remove " + (shown_ / path).string() + ": " +
                           std::strerror(errno));
  }
  for (size_t end = path.rfind('/'); end != std::string::npos;
       end = path.rfind('/', end - 1)) {
    const std::string folder = path.substr(0, end);
    if (unlinkat(old_fd_.get(), folder.c_str(), AT_REMOVEDIR) != 0) return;
    if (end == 0) return;
  }
}

}  // namespace offprint
