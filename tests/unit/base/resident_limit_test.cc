#include "base/resident_limit.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/unique_fd.h"

namespace offprint {
namespace {

constexpr size_t kSize = size_t{8} << 20;

// How many pages of the address range are mapped to memory (proc(5), pagemap).
size_t ResidentPages(std::string_view bytes) {
  const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  const UniqueFd map(open("/proc/self/pagemap", O_RDONLY));
  const size_t first = reinterpret_cast<uintptr_t>(bytes.data()) / page;
  std::vector<uint64_t> entries(bytes.size() / page);
  const auto size = static_cast<ssize_t>(entries.size() * sizeof(uint64_t));
  EXPECT_EQ(pread(map.get(), entries.data(), static_cast<size_t>(size),
                  static_cast<off_t>(first * sizeof(uint64_t))),
            size);
  size_t resident = 0;
  for (const uint64_t entry : entries) resident += entry >> 63;
  return resident;
}

TEST(ResidentLimit, GivesBackWhatIsMoreThanTheLimit) {
  std::string name = testing::TempDir() + "resident-XXXXXX";
  const UniqueFd file(mkstemp(name.data()));
  unlink(name.c_str());
  const std::string written(kSize, 'x');
  ASSERT_EQ(write(file.get(), written.data(), kSize),
            static_cast<ssize_t>(kSize));
  const auto mapped = MappedFile::Map(file.get());
  ASSERT_NE(mapped, nullptr);
  const ResidentLimit limit({mapped}, kSize / 4);
  // Each page is read again and again: without a limit all would stay. What was
  // read since memory was given back last may.
  const size_t pages = kSize / static_cast<size_t>(sysconf(_SC_PAGESIZE));
  bool was_given_back = false;
  for (int i = 0; i < 1000 && !was_given_back; ++i) {
    ASSERT_EQ(mapped->bytes(), written);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    was_given_back = ResidentPages(mapped->bytes()) < pages / 2;
  }
  EXPECT_TRUE(was_given_back);
  EXPECT_EQ(mapped->bytes(), written);
}

}  // namespace
}  // namespace offprint
