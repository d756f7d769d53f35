// Prints what inspect prints of each file named on the command line.

#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "readers/inspect.h"
#include "readers/reader.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    offprint::Diagnostics diagnostics;
    offprint::SourceFile file =
        offprint::SourceFile::Read(argv[i], argv[i], diagnostics);
    const offprint::Digest digest =
        offprint::ReadDigest(std::move(file), std::nullopt, diagnostics);
    std::string json;
    offprint::AppendInspectJson(digest, diagnostics.list(), &json);
    std::puts(json.c_str());
  }
}
