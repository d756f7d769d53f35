#include "base/mapped_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "base/unique_fd.h"

namespace offprint {
namespace {

// A file without a name that holds the bytes.
UniqueFd FileOf(const std::string& bytes) {
  std::string name = testing::TempDir() + "mapped-XXXXXX";
  UniqueFd file(mkstemp(name.data()));
  unlink(name.c_str());
  EXPECT_EQ(write(file.get(), bytes.data(), bytes.size()),
            static_cast<ssize_t>(bytes.size()));
  return file;
}

TEST(MappedFile, HoldsTheBytesWithoutTheDescriptor) {
  UniqueFd file = FileOf("检索");
  const auto mapped = MappedFile::Map(file.get());
  ASSERT_NE(mapped, nullptr);
  EXPECT_TRUE(file.Close());
  EXPECT_EQ(mapped->bytes(), "检索");
}

TEST(MappedFile, BytesComeBackAfterTheyWereReleased) {
  std::string bytes;
  for (int i = 0; i < 10000; ++i) bytes += std::to_string(i);
  const auto mapped = MappedFile::Map(FileOf(bytes).get());
  ASSERT_NE(mapped, nullptr);
  EXPECT_EQ(mapped->bytes(), bytes);
  mapped->Release(mapped->bytes().substr(5000, 20000));
  EXPECT_EQ(mapped->bytes(), bytes);
  mapped->Release();
  EXPECT_EQ(mapped->bytes(), bytes);
}

TEST(MappedFile, AnEmptyFileHasNoBytes) {
  const auto mapped = MappedFile::Map(FileOf("").get());
  ASSERT_NE(mapped, nullptr);
  EXPECT_EQ(mapped->bytes(), "");
  mapped->Release();
}

TEST(MappedFile, WhatIsNoFileCannotBeMapped) {
  EXPECT_EQ(MappedFile::Map(-1), nullptr);
}

}  // namespace
}  // namespace offprint
