// One input file in memory, as every reader wants it.
#ifndef OFFPRINT_BASE_SOURCE_FILE_H_
#define OFFPRINT_BASE_SOURCE_FILE_H_

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace offprint {

// The text of a file: valid UTF-8, no byte order mark, lines ended by LF
// alone. Move-only; a move leaves the text where it is, so slices stay valid.
class SourceFile {
 public:
  SourceFile() = default;

  // Takes the bytes of a file that diagnostics call `name`. Bytes that are not
  // UTF-8 are an error at their place and become U+FFFD; a byte order mark
  // and the CR of CR LF go; a CR where there is no LF at all becomes one.
  SourceFile(std::string name, std::string bytes, Diagnostics& diagnostics);

  // The file at `path`; one that cannot be read is an error in `diagnostics`
  // and an empty text.
  static SourceFile Read(const std::filesystem::path& path, std::string name,
                         Diagnostics& diagnostics);

  // A file whose text is not at hand.
  static SourceFile WithoutText(std::string name);

  // With "/" between folders, relative to the site's folder where it lies in
  // there.
  const std::string& name() const { return name_; }
  // False where it could not be read, or is not at hand.
  bool has_text() const { return text_ != nullptr; }
  std::string_view text() const { return text_ ? *text_ : std::string_view(); }

  // The place of a slice of text(), or of an offset in it.
  SourceLocation Locate(size_t offset) const;
  SourceLocation Locate(std::string_view slice) const;

 private:
  std::string name_;
  std::unique_ptr<const std::string> text_;
};

// The whole file at `path`; an EnvironmentError says why it cannot be read.
std::string ReadFile(const std::filesystem::path& path);

}  // namespace offprint

#endif  // OFFPRINT_BASE_SOURCE_FILE_H_
