#include "fetch/body_decoder.h"

#include <gtest/gtest.h>

namespace offprint::fetch {
namespace {

constexpr size_t kMost = 1000;

// "hello hello hello hello" in all codings.
const std::string kText = "hello hello hello hello";
const std::string kGzip(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcb\x48\xcd\xc9\xc9\x57"
    "\xc8\x40\x27\x01\xe3\x51\x3d\x8d\x17\x00\x00\x00",
    28);
const std::string kZlib(
    "\x78\x9c\xcb\x48\xcd\xc9\xc9\x57\xc8\x40\x27\x01\x68\x03\x08\xb1", 16);
const std::string kRaw("\xcb\x48\xcd\xc9\xc9\x57\xc8\x40\x27\x01", 10);
const std::string kBrotli(
    "\x1b\x16\x00\xf8\x8d\x94\x6e\xde\x44\x55\x86\x96\x6c\x20\x6f\x21"
    "\x4f\x1c\xe0\x38",
    20);

struct Decoded {
  Decoding result = Decoding::kGood;
  bool at_end = false;
  std::string text;
};

// Byte by byte, so that every cut between pieces is met.
Decoded Decode(std::string_view encoding, std::string_view bytes,
               size_t most = kMost) {
  Decoded decoded;
  const auto decoder = MakeBodyDecoder(encoding);
  for (size_t i = 0; i < bytes.size(); ++i) {
    decoded.result = decoder->Take(bytes.substr(i, 1), most, &decoded.text);
    if (decoded.result != Decoding::kGood) return decoded;
  }
  decoded.at_end = decoder->AtEnd();
  return decoded;
}

TEST(BodyDecoderTest, EveryCodingGivesTheText) {
  for (const auto& [encoding, bytes] : {std::pair{"gzip", kGzip},
                                        {"X-GZip", kGzip},
                                        {"deflate", kZlib},
                                        {"deflate", kRaw},
                                        {" br ", kBrotli},
                                        {"identity", kText},
                                        {"", kText}}) {
    const Decoded decoded = Decode(encoding, bytes);
    EXPECT_EQ(decoded.text, kText) << encoding;
    EXPECT_TRUE(decoded.at_end) << encoding;
    std::string at_once;
    EXPECT_EQ(MakeBodyDecoder(encoding)->Take(bytes, kMost, &at_once),
              Decoding::kGood);
    EXPECT_EQ(at_once, kText) << encoding;
  }
  EXPECT_EQ(MakeBodyDecoder("zstd"), nullptr);
  EXPECT_EQ(MakeBodyDecoder("gzip, br"), nullptr);
}

TEST(BodyDecoderTest, AStreamThatIsCutOffIsNotAtItsEnd) {
  for (const auto& [encoding, bytes] : {std::pair{"gzip", kGzip},
                                        {"deflate", kZlib},
                                        {"deflate", kRaw},
                                        {"br", kBrotli}}) {
    for (size_t size = 1; size < bytes.size(); ++size) {
      const Decoded decoded = Decode(encoding, bytes.substr(0, size));
      EXPECT_FALSE(decoded.at_end) << encoding << " " << size;
    }
    EXPECT_TRUE(Decode(encoding, "").at_end);
  }
}

TEST(BodyDecoderTest, DamagedStreams) {
  std::string wrong_sum = kGzip;
  wrong_sum[wrong_sum.size() - 6] ^= 1;
  EXPECT_EQ(Decode("gzip", wrong_sum).result, Decoding::kDamaged);
  EXPECT_EQ(Decode("gzip", kText).result, Decoding::kDamaged);
  EXPECT_EQ(Decode("br", kBrotli + "x").result, Decoding::kDamaged);
  EXPECT_EQ(Decode("deflate", kZlib + "x").result, Decoding::kDamaged);
}

TEST(BodyDecoderTest, MembersOfGzipAreJoined) {
  const Decoded decoded = Decode("gzip", kGzip + kGzip);
  EXPECT_EQ(decoded.text, kText + kText);
  EXPECT_TRUE(decoded.at_end);
  EXPECT_FALSE(Decode("gzip", kGzip + kGzip.substr(0, 5)).at_end);
}

TEST(BodyDecoderTest, NeverMoreThanAllowed) {
  for (const auto& [encoding, bytes] :
       {std::pair{"gzip", kGzip}, {"br", kBrotli}, {"", kText}}) {
    const Decoded decoded = Decode(encoding, bytes, 10);
    EXPECT_EQ(decoded.result, Decoding::kTooLarge) << encoding;
    EXPECT_LE(decoded.text.size(), 10U) << encoding;
  }
}

}  // namespace
}  // namespace offprint::fetch
