#include "base/hash.h"

#include <gtest/gtest.h>

#include "base/byte_stream.h"

namespace offprint {
namespace {

// From the reference implementation (xxhsum -H2 of an empty file).
TEST(HashTest, IsXxh3) {
  EXPECT_EQ(HexOf(HashOf("")), "99aa06d3014798d86001c324468d497f");
}

TEST(HashTest, TextsKeepTheirBounds) {
  Hasher hasher;
  const Hash128 one = hasher.Add("ab").Add("c").Take();
  EXPECT_NE(one, hasher.Add("a").Add("bc").Take());
  EXPECT_EQ(one, hasher.Add("ab").Add("c").Take());
}

// Longer than what is gathered before it is hashed.
TEST(HashTest, ManyValuesAreHashedAsOneText) {
  Hasher hasher;
  std::string bytes;
  for (uint64_t i = 0; i < 20'000; ++i) {
    hasher.Add(i);
    bytes.append(reinterpret_cast<const char*>(&i), sizeof i);
  }
  EXPECT_EQ(hasher.Take(), HashOf(bytes));
  EXPECT_EQ(hasher.Take(), HashOf(""));
}

TEST(HashTest, NoValueIsNoZero) {
  Hasher hasher;
  const Hash128 none = hasher.Add(std::optional<double>()).Take();
  EXPECT_NE(none, hasher.Add(std::optional<double>(0)).Take());
}

TEST(ByteStreamTest, WhatWasWrittenIsRead) {
  ByteWriter out;
  out.Number(7);
  out.Text("a\0b");
  out.Real(0.5);
  out.Hash({1, 2});
  out.List(std::vector<int>{1, 2},
           [&](int i) { out.Number(static_cast<uint64_t>(i)); });
  ByteReader in(out.bytes());
  EXPECT_EQ(in.Number(), 7U);
  EXPECT_EQ(in.Text(), "a\0b");
  EXPECT_EQ(in.Real(), 0.5);
  EXPECT_EQ(in.Hash(), (Hash128{1, 2}));
  EXPECT_EQ(in.List([&] { return in.Number(); }),
            (std::vector<uint64_t>{1, 2}));
  EXPECT_TRUE(in.good() && in.at_end());
}

TEST(ByteStreamTest, BytesThatAreNoneOfItsOwnAreFoundOut) {
  ByteWriter out;
  out.Text("text");
  for (size_t size = 0; size < out.bytes().size(); ++size) {
    ByteReader in(std::string_view(out.bytes()).substr(0, size));
    EXPECT_EQ(in.Text(), "");
    EXPECT_FALSE(in.good());
  }
  ByteWriter many;
  many.Number(UINT64_MAX);
  ByteReader in(many.bytes());
  EXPECT_LE(in.List([&] { return in.Number(); }).size(), 1U);
  EXPECT_FALSE(in.good());
}

}  // namespace
}  // namespace offprint
