#include "base/source_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.h"
#include "base/unique_fd.h"

namespace offprint {
namespace {

SourceLocation LocateIn(std::string_view text, size_t offset,
                        std::string name) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const size_t newline = before.rfind('\n');
  const size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return {std::move(name), static_cast<int>(lines) + 1,
          static_cast<int>(offset - start) + 1};
}

// Where no line ends with LF, as on old Macs, CR ends them.
void DropCarriageReturns(std::string* text) {
  if (text->find('\n') == std::string::npos) {
    std::ranges::replace(*text, '\r', '\n');
    return;
  }
  size_t to = text->find("\r\n");
  if (to == std::string::npos) return;
  for (size_t from = to; from < text->size(); ++from) {
    const bool ends_line = (*text)[from] == '\r' && from + 1 < text->size() &&
                           (*text)[from + 1] == '\n';
    if (!ends_line) (*text)[to++] = (*text)[from];
  }
  text->resize(to);
}

}  // namespace

SourceFile::SourceFile(std::string name, std::string bytes,
                       Diagnostics& diagnostics)
    : name_(std::move(name)) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  DropCarriageReturns(&bytes);
  if (const auto bad = FindInvalidUtf8(bytes)) {
    diagnostics.Error(LocateIn(bytes, *bad, name_),
                      "not UTF-8: the bytes that cannot be read are shown as "
                      "U+FFFD; save the file as UTF-8");
    bytes = RepairUtf8(bytes);
  }
  text_ = std::make_unique<const std::string>(std::move(bytes));
}

SourceFile SourceFile::Read(const std::filesystem::path& path, std::string name,
                            Diagnostics& diagnostics) {
  try {
    std::string bytes = ReadFile(path);  // while `name` is still here
    return SourceFile(std::move(name), std::move(bytes), diagnostics);
  } catch (const EnvironmentError& error) {
    diagnostics.Error({name, 0, 0}, std::string(error.what()) +
                                        "; make it readable or take it away");
    return WithoutText(std::move(name));
  }
}

SourceFile SourceFile::WithoutText(std::string name) {
  SourceFile file;
  file.name_ = std::move(name);
  return file;
}

SourceLocation SourceFile::Locate(size_t offset) const {
  return LocateIn(text(), offset, name_);
}

SourceLocation SourceFile::Locate(std::string_view slice) const {
  return Locate(static_cast<size_t>(slice.data() - text().data()));
}

std::string ReadFile(const std::filesystem::path& path) {
  const auto fail = [&]() -> EnvironmentError {
    return EnvironmentError("cannot read " + path.string() + ": " +
                            std::strerror(errno));
  };
  const UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) throw fail();
  struct stat status {};
  if (fstat(file.get(), &status) != 0) throw fail();
  std::string bytes(static_cast<size_t>(status.st_size) + 1, '\0');
  size_t size = 0;
  for (;;) {
    const ssize_t got =
        read(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw fail();
    if (got == 0) break;
    size += static_cast<size_t>(got);
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace offprint
