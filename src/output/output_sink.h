// Where finished files go.
#ifndef OFFPRINT_OUTPUT_OUTPUT_SINK_H_
#define OFFPRINT_OUTPUT_OUTPUT_SINK_H_

#include <string_view>

#include "base/hash.h"

namespace offprint {

// Takes the files of a site, from any number of threads at once. An interface,
// so that tests and the preview can keep a site in memory.
class OutputSink {
 public:
  virtual ~OutputSink() = default;

  // Takes the bytes of one file; `path` is relative to the output folder, with
  // "/" between its parts. A path that IsOutputPath refuses, one that was
  // written before, and a file that cannot be written are EnvironmentErrors.
  virtual void Write(std::string_view path, std::string_view bytes) = 0;

  // Whether Keep would keep the file; asks, no more.
  virtual bool CanKeep(std::string_view path, const Hash128& made_of) const;

  // Whether the file of that path stands in the output already, made of just
  // what `made_of` is the hash of; then it stays, and is not to be written.
  // Otherwise the next Write of the path is taken to be made of that.
  virtual bool Keep(std::string_view path, const Hash128& made_of);

  // Keeps all files whose paths begin so; false where there are none.
  virtual bool KeepBelow(std::string_view prefix);
};

// Whether a path stays inside the folder it is meant for: relative, no empty
// part, no "." or "..", no back-slash or control character, no part over 255
// bytes.
bool IsOutputPath(std::string_view path);

// Throws the EnvironmentError of a path that IsOutputPath refuses.
void CheckOutputPath(std::string_view path);

}  // namespace offprint

#endif  // OFFPRINT_OUTPUT_OUTPUT_SINK_H_
