// The floor of a build: what reading its input and writing its output takes
// where nothing happens in between.
//
//   floor [--jobs N] CONTENT_FOLDER OUTPUT_TREE DESTINATION
//
// loads OUTPUT_TREE, a finished site, into memory; then, timed, reads every
// file of CONTENT_FOLDER and writes the same tree to DESTINATION, which must
// not be there. Prints seconds of wall and CPU time and what was read and
// written as a JSON object.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/parallel.h"

namespace offprint::bench {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  size_t jobs = 1;
  fs::path content;
  fs::path output;
  fs::path destination;
};

// Not a string, which would be filled with zeros before it is read into.
struct Bytes {
  std::unique_ptr<char[]> data;
  size_t size = 0;
};

struct File {
  std::string path;
  Bytes bytes;
};

// Paths go from the tree's root, with a slash before them; folders come before
// what they hold.
struct Tree {
  std::vector<std::string> folders;
  std::vector<File> files;
};

[[noreturn]] void Fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

Bytes ReadFile(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (fd < 0 || fstat(fd, &status) != 0) Fail(path);
  Bytes bytes;
  const auto size = static_cast<size_t>(status.st_size);
  bytes.data = std::make_unique_for_overwrite<char[]>(size);
  while (bytes.size < size) {
    const ssize_t got =
        read(fd, bytes.data.get() + bytes.size, size - bytes.size);
    if (got <= 0) Fail(path);
    bytes.size += static_cast<size_t>(got);
  }
  close(fd);
  return bytes;
}

void WriteFile(const std::string& path, const Bytes& bytes) {
  const int fd =
      open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) Fail(path);
  for (size_t written = 0; written < bytes.size;) {
    const ssize_t got =
        write(fd, bytes.data.get() + written, bytes.size - written);
    if (got < 0) Fail(path);
    written += static_cast<size_t>(got);
  }
  if (close(fd) != 0) Fail(path);
}

Tree LoadTree(const fs::path& root) {
  Tree tree;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string& path = entry.path().native();
    std::string inside = path.substr(root.native().size());
    if (entry.is_directory()) {
      tree.folders.push_back(std::move(inside));
    } else {
      tree.files.push_back({std::move(inside), ReadFile(path)});
    }
  }
  return tree;
}

// Returns how many bytes there were.
size_t ReadContent(const fs::path& folder, size_t jobs) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::vector<size_t> sizes(jobs);
  ParallelFor(jobs, paths.size(), [&](size_t worker, size_t item) {
    sizes[worker] += ReadFile(paths[item]).size;
  });
  size_t bytes = 0;
  for (const size_t size : sizes) bytes += size;
  return bytes;
}

void WriteTree(const Tree& tree, const std::string& destination, size_t jobs) {
  if (mkdir(destination.c_str(), 0777) != 0) Fail(destination);
  for (const std::string& folder : tree.folders) {
    const std::string path = destination + folder;
    if (mkdir(path.c_str(), 0777) != 0) Fail(path);
  }
  ParallelFor(jobs, tree.files.size(), [&](size_t, size_t item) {
    WriteFile(destination + tree.files[item].path, tree.files[item].bytes);
  });
}

double Seconds(clockid_t clock) {
  struct timespec time {};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) * 1e-9;
}

size_t BytesOf(const Tree& tree) {
  size_t bytes = 0;
  for (const File& file : tree.files) bytes += file.bytes.size;
  return bytes;
}

void Run(const Arguments& arguments) {
  const Tree tree = LoadTree(arguments.output);
  const double wall = Seconds(CLOCK_MONOTONIC);
  const double cpu = Seconds(CLOCK_PROCESS_CPUTIME_ID);
  const size_t read = ReadContent(arguments.content, arguments.jobs);
  WriteTree(tree, arguments.destination, arguments.jobs);
  std::printf(
      "{\"wall\": %.4f, \"cpu\": %.4f, \"files\": %zu, \"bytes\": %zu, "
      "\"bytes_read\": %zu}\n",
      Seconds(CLOCK_MONOTONIC) - wall, Seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu,
      tree.files.size(), BytesOf(tree), read);
}

std::optional<Arguments> ReadArguments(int argc, char** argv) {
  Arguments arguments;
  std::vector<std::string> folders;
  for (int i = 1; i < argc; ++i) {
    if (argv[i] != std::string_view("--jobs")) {
      std::string& folder = folders.emplace_back(argv[i]);
      while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    } else if (++i < argc) {
      arguments.jobs = std::strtoul(argv[i], nullptr, 10);
    }
  }
  if (folders.size() != 3 || arguments.jobs == 0) return std::nullopt;
  arguments.content = folders[0];
  arguments.output = folders[1];
  arguments.destination = folders[2];
  return arguments;
}

}  // namespace
}  // namespace offprint::bench

int main(int argc, char** argv) {
  const auto arguments = offprint::bench::ReadArguments(argc, argv);
  if (!arguments) {
    std::fprintf(stderr,
                 "usage: floor [--jobs N] CONTENT_FOLDER OUTPUT_TREE "
                 "DESTINATION\n");
    return 2;
  }
  try {
    offprint::bench::Run(*arguments);
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "floor: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
