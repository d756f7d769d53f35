// Any bytes are read as the files of an index: they are one, or nothing comes
// out. What is read from a shard takes no more memory than its bytes say.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "search/deflate.h"
#include "search/stored.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace offprint::search;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Inflate(bytes, size_t{1} << 20);
  ReadNode(bytes);
  ReadSegment(bytes, size);
  const auto keys = ReadShard(bytes);
  if (!keys) return 0;
  size_t numbers = 0;
  for (const StoredKey& key : *keys) {
    for (const StoredList* list : {&key.all, &key.title, &key.author}) {
      numbers += list->papers.size() + list->segments.size();
    }
  }
  if (numbers > size) std::abort();
  return 0;
}
