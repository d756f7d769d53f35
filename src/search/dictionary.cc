#include "search/dictionary.h"

#include <vector>

// The trainer with parameters of one's own is not yet in zstd's stable part.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>

namespace offprint::search {
namespace {

// Of the trainer: what repeats is looked at in pieces of kPiece bytes, and is
// taken in segments of kSegment.
constexpr unsigned kPiece = 6;
constexpr unsigned kSegment = 64;
constexpr unsigned kFrequencyBits = 18;

}  // namespace

std::string TrainDictionary(std::span<const std::string> samples,
                            size_t most_bytes) {
  std::string joined;
  std::vector<size_t> sizes;
  sizes.reserve(samples.size());
  for (const std::string& sample : samples) {
    joined += sample;
    sizes.push_back(sample.size());
  }
  ZDICT_fastCover_params_t parameters = {};
  parameters.k = kSegment;
  parameters.d = kPiece;
  parameters.f = kFrequencyBits;
  parameters.accel = 1;
  std::string dictionary(most_bytes, '\0');
  const size_t size = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), joined.data(), sizes.data(),
      static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(size) != 0) return "";
  // zstd's own tables stand before the text.
  const size_t head = ZDICT_getDictHeaderSize(dictionary.data(), size);
  return dictionary.substr(head, size - head);
}

}  // namespace offprint::search
