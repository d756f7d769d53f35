// Writes the man page and the completions into a folder, for `cmake --install`:
//
//     write_manual FOLDER YYYY-MM-DD
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/command_line_words.h"
#include "manual/completions.h"
#include "manual/man_page.h"

namespace {

bool Write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) std::fprintf(stderr, "cannot write %s\n", path.c_str());
  return static_cast<bool>(file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: write_manual FOLDER YYYY-MM-DD\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const offprint::CommandLineWords words = offprint::DescribeCommandLine();
  const bool done =
      Write(folder / "offprint.1", offprint::ManPage(words, argv[2])) &&
      Write(folder / "offprint.bash", offprint::BashCompletion(words)) &&
      Write(folder / "_offprint", offprint::ZshCompletion(words)) &&
      Write(folder / "offprint.fish", offprint::FishCompletion(words));
  return done ? 0 : 1;
}
