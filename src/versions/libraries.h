// The libraries of the program and their versions, for reports of faults.
#ifndef OFFPRINT_VERSIONS_LIBRARIES_H_
#define OFFPRINT_VERSIONS_LIBRARIES_H_

#include <string>
#include <vector>

namespace offprint {

struct Library {
  std::string name;  // "zlib"
  // What its headers, or its package, said when the program was compiled.
  std::string built;
  // What is loaded now, as the library tells; empty where it does not, or is
  // all headers.
  std::string running;
};

// All of them, by name. Versions are written as the library writes its own.
std::vector<Library> Libraries();

// A line a library: "zlib 1.2.13", or "zlib 1.2.13, running with 1.3" where
// another version is loaded than the program was built with.
std::string FormatLibraries(const std::vector<Library>& libraries);

}  // namespace offprint

#endif  // OFFPRINT_VERSIONS_LIBRARIES_H_
