// A file as bytes in memory that the system brings when they are touched.
#ifndef OFFPRINT_BASE_MAPPED_FILE_H_
#define OFFPRINT_BASE_MAPPED_FILE_H_

#include <memory>
#include <string_view>

namespace offprint {

// Only for files that nobody makes shorter meanwhile: to touch what is gone
// ends the process (mmap(2), SIGBUS). Files that are replaced or removed are
// fine.
class MappedFile {
 public:
  // Maps what the file holds now; null where it cannot be mapped. The
  // descriptor may be closed afterwards.
  static std::shared_ptr<const MappedFile> Map(int file);

  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  // They live as long as this.
  std::string_view bytes() const { return bytes_; }

  // Gives the memory of a slice, or of all, back to the system. The bytes stay
  // where they are and come again when they are touched.
  void Release(std::string_view slice) const;
  void Release() const { Release(bytes_); }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  const std::string_view bytes_;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_MAPPED_FILE_H_
