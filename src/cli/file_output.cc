#include "cli/file_output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/diagnostics.h"

namespace offprint {

namespace fs = std::filesystem;

FileOutput::FileOutput(const std::string& file) {
  if (file.empty() || file == "-") {
    stream_ = stdout;
    return;
  }
  file_ = file;
  std::error_code error;
  const fs::file_status status = fs::status(file_, error);
  if (fs::is_directory(status)) {
    throw EnvironmentError(file_ + " is a folder; --output names a file");
  }
  const bool is_direct = fs::exists(status) && !fs::is_regular_file(status);
  if (!is_direct) {
    place_ = fs::weakly_canonical(file_, error).string();
    temporary_ = place_ + ".part-" + std::to_string(getpid());
  }
  stream_ = std::fopen((is_direct ? file_ : temporary_).c_str(), "wb");
  if (stream_ == nullptr) Fail();
}

FileOutput::~FileOutput() {
  if (stream_ != nullptr && stream_ != stdout) std::fclose(stream_);
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

void FileOutput::Write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream_) != bytes.size()) {
    Fail();
  }
}

void FileOutput::Finish() {
  if (std::fflush(stream_) != 0) Fail();
  if (is_stdout()) return;
  std::FILE* stream = stream_;
  stream_ = nullptr;
  if (std::fclose(stream) != 0) Fail();
  if (temporary_.empty()) return;
  std::error_code error;
  fs::rename(temporary_, place_, error);
  if (error) {
    errno = error.value();
    Fail();
  }
  temporary_.clear();
}

void FileOutput::Fail() const {
  const std::string why = std::strerror(errno);
  throw EnvironmentError(
      "cannot write " +
      (file_.empty() ? std::string("to standard output") : file_) + ": " + why);
}

}  // namespace offprint
