// Names beside a destination "public":
//
//   .public.offprint-new-1f2e…   a staging folder; its builder holds a lock
//                                (flock) on it, so one without is a leftover.
//                                After the exchange it is the old output on its
//                                way out.
//   .public.offprint-old         the old output, for the moment between two
//                                renames where names cannot be exchanged.
#include "output/output_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "base/diagnostics.h"
#include "base/unique_fd.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLinks = 40;  // one after the other, as Linux has it

// What the user's version control keeps in an output folder.
constexpr std::array<std::string_view, 3> kKeptNames = {".git", ".hg", ".svn"};

bool IsKept(const fs::path& name) {
  return std::ranges::find(kKeptNames, name.native()) != kKeptNames.end();
}

bool HasMarker(const fs::path& folder) {
  struct stat status {};
  const fs::path marker = folder / kMarkerName;
  return lstat(marker.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::vector<fs::path> NamesIn(const fs::path& folder) {
  std::vector<fs::path> names;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(folder, error)) {
    names.push_back(item.path().filename());
  }
  if (error) {
    throw EnvironmentError("cannot read the folder " + folder.string() + ": " +
                           error.message());
  }
  return names;
}

bool IsEmptyButForKept(const fs::path& folder) {
  return std::ranges::all_of(NamesIn(folder), IsKept);
}

bool IsInside(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end())
             .first == folder.end();
}

fs::path OldName(const fs::path& destination) {
  return destination.parent_path() /
         ("." + destination.filename().string() + ".offprint-old");
}

// Removes everything but version control, the marker last, so that a folder
// half removed is still known as ours.
void RemoveFiles(const fs::path& folder) {
  std::error_code error;
  for (const fs::path& name : NamesIn(folder)) {
    if (name == kMarkerName || IsKept(name)) continue;
    fs::remove_all(folder / name, error);
    if (error) {
      throw EnvironmentError("cannot remove " + (folder / name).string() +
                             ": " + error.message());
    }
  }
  fs::remove(folder / kMarkerName, error);
}

// Moves version control from one output folder to the next.
void MoveKept(const fs::path& from, const fs::path& to) {
  for (const std::string_view name : kKeptNames) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(to / name, error))) continue;
    fs::rename(from / name, to / name, error);
  }
}

// Whether nobody builds into the staging folder any more.
bool IsAbandoned(const fs::path& staging) {
  const UniqueFd fd(
      open(staging.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  return fd.valid() && flock(fd.get(), LOCK_EX | LOCK_NB) == 0;
}

// Removes an old output or a leftover, once its version control is safe. What
// resists stays where it is, and is tried again by the next build.
void Discard(const fs::path& folder, const fs::path& destination) {
  try {
    MoveKept(folder, destination);
    RemoveFiles(folder);
    std::error_code error;
    fs::remove(folder, error);
  } catch (const EnvironmentError&) {
    return;  // RemoveLeftovers meets the folder again.
  }
}

// The renames that put `staging` in place; false with errno set.
bool Exchange(const fs::path& staging, const fs::path& destination) {
#ifdef RENAME_EXCHANGE
  if (renameat2(AT_FDCWD, staging.c_str(), AT_FDCWD, destination.c_str(),
                RENAME_EXCHANGE) == 0) {
    return true;
  }
  if (errno != EINVAL && errno != ENOSYS) return false;
#endif
  const fs::path old = OldName(destination);
  if (std::rename(destination.c_str(), old.c_str()) != 0) return false;
  if (std::rename(staging.c_str(), destination.c_str()) == 0) {
    return std::rename(old.c_str(), staging.c_str()) == 0;
  }
  const int cause = errno;
  std::rename(old.c_str(), destination.c_str());
  errno = cause;
  return false;
}

}  // namespace

std::string MarkerOf(const Hash128& site) {
  return std::string(kMarkerLine) + "site " + HexOf(site) + "\n";
}

bool HoldsSite(const fs::path& folder, const Hash128& site) {
  std::ifstream file(folder / kMarkerName, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  return HasMarker(folder) && bytes == MarkerOf(site);
}

fs::path ResolveFolder(const fs::path& folder) {
  std::error_code error;
  fs::path resolved = fs::weakly_canonical(fs::absolute(folder), error);
  // A link to what is not there yet is left as it is by that.
  for (int links = 0; !error && links < kMostLinks &&
                      fs::is_symlink(fs::symlink_status(resolved));
       ++links) {
    const fs::path target = fs::read_symlink(resolved, error);
    if (error) break;
    resolved = fs::weakly_canonical(resolved.parent_path() / target, error);
  }
  if (error) {
    throw EnvironmentError("cannot follow the path " + folder.string() + ": " +
                           error.message());
  }
  // "public/" ends in an empty name.
  return resolved.has_filename() ? resolved : resolved.parent_path();
}

void CheckDestination(const fs::path& destination,
                      const std::vector<fs::path>& inputs,
                      ForeignFolder foreign) {
  const std::string shown = destination.string();
  const fs::path resolved = ResolveFolder(destination);
  for (const fs::path& input : inputs) {
    if (!IsInside(ResolveFolder(input), resolved)) continue;
    throw EnvironmentError("cannot build into " + shown +
                           ": it would replace " + input.string() +
                           ", which the build reads; choose another "
                           "--destination");
  }
  std::error_code error;
  const fs::file_status status = fs::status(resolved, error);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status)) {
    throw EnvironmentError("cannot build into " + shown +
                           ": it is not a folder; remove it or choose another "
                           "--destination");
  }
  if (foreign == ForeignFolder::kReplace || HasMarker(resolved) ||
      IsEmptyButForKept(resolved)) {
    return;
  }
  throw EnvironmentError("cannot build into " + shown +
                         ": it holds files that offprint did not make (no " +
                         std::string(kMarkerName) +
                         " in it); choose another --destination, or replace "
                         "all of it with --force");
}

std::string StagingPrefix(const fs::path& destination) {
  return "." + destination.filename().string() + ".offprint-new-";
}

void RemoveLeftovers(const fs::path& destination) {
  const fs::path resolved = ResolveFolder(destination);
  const fs::path parent = resolved.parent_path();
  std::error_code error;
  if (!fs::is_directory(parent, error)) return;
  const fs::path old = OldName(resolved);
  if (fs::is_directory(fs::symlink_status(old, error))) {
    if (fs::exists(fs::symlink_status(resolved, error))) {
      Discard(old, resolved);
    } else {
      fs::rename(old, resolved, error);
    }
  }
  const std::string prefix = StagingPrefix(resolved);
  for (const fs::path& name : NamesIn(parent)) {
    if (!name.native().starts_with(prefix)) continue;
    if (IsAbandoned(parent / name)) Discard(parent / name, resolved);
  }
}

void PutInPlace(const fs::path& staging, const fs::path& destination) {
  std::error_code error;
  const bool replaces = fs::exists(fs::symlink_status(destination, error));
  if (replaces ? !Exchange(staging, destination)
               : std::rename(staging.c_str(), destination.c_str()) != 0) {
    const int cause = errno;
    throw EnvironmentError(
        "cannot put the new site in place at " + destination.string() + ": " +
        std::strerror(cause) +
        (cause == EBUSY ? "; it is a mount point: choose a folder inside it"
                        : "; the old one is left as it was"));
  }
  if (replaces) Discard(staging, destination);
}

bool RemoveOutput(const fs::path& destination) {
  RemoveLeftovers(destination);
  const fs::path resolved = ResolveFolder(destination);
  std::error_code error;
  const fs::file_status status = fs::status(resolved, error);
  if (!fs::exists(status)) return false;
  if (!fs::is_directory(status) || !HasMarker(resolved)) {
    throw EnvironmentError("will not remove " + destination.string() +
                           ": offprint did not make it (no " +
                           std::string(kMarkerName) +
                           " in it); remove it yourself if it is not wanted");
  }
  RemoveFiles(resolved);
  fs::remove(resolved, error);  // It stays while version control is in it.
  return true;
}

}  // namespace offprint
