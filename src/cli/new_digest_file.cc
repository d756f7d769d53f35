#include "cli/new_digest_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/diagnostics.h"
#include "cli/file_output.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

// Gives the file the new name, unless a file has it; false then.
bool MoveToFreeName(const fs::path& file, const fs::path& name) {
  if (renameat2(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(),
                RENAME_NOREPLACE) == 0) {
    return true;
  }
  if (errno == EEXIST) return false;
  std::error_code error(errno, std::generic_category());
  if (errno == EINVAL || errno == ENOSYS) {
    // A file system that cannot do it in one step.
    if (fs::exists(fs::symlink_status(name))) return false;
    fs::rename(file, name, error);
    if (!error) return true;
  }
  throw EnvironmentError("cannot write " + name.string() + ": " +
                         error.message());
}

}  // namespace

std::string WriteNewDigest(const fs::path& folder, Date day,
                           std::string_view text) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw EnvironmentError("cannot make the folder " + folder.string() + ": " +
                           error.message());
  }
  // Readers of digests pass over names that begin with a dot.
  const fs::path whole =
      folder / (".offprint-" + std::to_string(getpid()) + ".md");
  FileOutput output(whole.string());
  output.Write(text);
  output.Finish();
  const std::string stem = FormatDate(day);
  std::string name = stem + ".md";
  for (int number = 2; !MoveToFreeName(whole, folder / name); ++number) {
    name = stem + "-" + std::to_string(number) + ".md";
  }
  return name;
}

}  // namespace offprint
