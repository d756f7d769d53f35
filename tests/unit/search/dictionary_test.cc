#include "search/dictionary.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "search/deflate.h"

namespace offprint::search {
namespace {

std::vector<std::string> Samples(size_t count) {
  std::vector<std::string> samples;
  samples.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    samples.push_back("[\"2601." + std::to_string(i * 7919) +
                      "\",\"A study of retrieval in large archives\"," +
                      std::to_string(i * i) + "]");
  }
  return samples;
}

TEST(DictionaryTest, HoldsWhatTheSamplesRepeat) {
  const std::string dictionary = TrainDictionary(Samples(500), 1024);
  EXPECT_LE(dictionary.size(), 1024U);
  const std::string record =
      "[\"2602.1\",\"A study of retrieval in archives\"]";
  EXPECT_LT(SharedStart(dictionary).Continue(record).size(),
            SharedStart("").Continue(record).size() * 3 / 4);
}

TEST(DictionaryTest, IsTheSameForTheSameSamples) {
  EXPECT_EQ(TrainDictionary(Samples(500), 1024),
            TrainDictionary(Samples(500), 1024));
}

TEST(DictionaryTest, IsEmptyWhereSamplesOrBytesAreTooFew) {
  EXPECT_EQ(TrainDictionary({}, 1024), "");
  EXPECT_EQ(TrainDictionary(Samples(1), 1024), "");
  EXPECT_EQ(TrainDictionary(Samples(500), 20), "");
}

}  // namespace
}  // namespace offprint::search
