#ifndef OFFPRINT_BASE_WRITE_ALL_H_
#define OFFPRINT_BASE_WRITE_ALL_H_

#include <string_view>

namespace offprint {

// Writes all of the bytes to the file descriptor; false where that fails, with
// the reason in errno. Some may have been written then.
bool WriteAll(int file, std::string_view bytes);

}  // namespace offprint

#endif  // OFFPRINT_BASE_WRITE_ALL_H_
