// Where a command writes the one file that it makes.
#ifndef OFFPRINT_CLI_FILE_OUTPUT_H_
#define OFFPRINT_CLI_FILE_OUTPUT_H_

#include <cstdio>
#include <string>
#include <string_view>

namespace offprint {

// Standard output, or a file. A file is written beside its place and put there
// by Finish, so that one that is there stays until the new one is whole;
// without Finish it stays for good. What cannot be written is an
// EnvironmentError.
class FileOutput {
 public:
  // An empty name or "-" is standard output. A pipe or device is written to
  // directly.
  explicit FileOutput(const std::string& file);
  ~FileOutput();
  FileOutput(const FileOutput&) = delete;
  FileOutput& operator=(const FileOutput&) = delete;

  void Write(std::string_view bytes);
  void Finish();

  bool is_stdout() const { return file_.empty(); }

 private:
  [[noreturn]] void Fail() const;

  std::string file_;       // empty: standard output
  std::string place_;      // the file itself, where that is a link to it
  std::string temporary_;  // empty where it is written directly
  std::FILE* stream_ = nullptr;
};

}  // namespace offprint

#endif  // OFFPRINT_CLI_FILE_OUTPUT_H_
