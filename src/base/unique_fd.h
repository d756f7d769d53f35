#ifndef OFFPRINT_BASE_UNIQUE_FD_H_
#define OFFPRINT_BASE_UNIQUE_FD_H_

#include <unistd.h>

#include <utility>

namespace offprint {

// Closes a file descriptor at the end of its life; -1 stands for none.
class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(int fd) : fd_(fd) {}
  UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~UniqueFd() {
    if (fd_ >= 0) close(fd_);
  }

  int get() const { return fd_; }
  bool valid() const { return fd_ >= 0; }

  // Gives it to somebody else, who closes it.
  int Release() { return std::exchange(fd_, -1); }

  // Closes it now; false where the file system reports a late write error.
  bool Close() { return close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_ = -1;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_UNIQUE_FD_H_
