#include "search/folder_name.h"

#include <cstdio>

#include "base/text.h"

namespace offprint::search {
namespace {

std::string HexDigits(uint64_t number) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx",
                static_cast<unsigned long long>(number));
  return digits;
}

}  // namespace

std::string FolderNameOf(std::string_view dictionary,
                         const std::vector<uint64_t>& pack_hashes) {
  uint64_t hash = StableHash(dictionary);
  for (const uint64_t pack : pack_hashes) {
    hash = StableHash(HexDigits(hash) + HexDigits(pack));
  }
  return HexDigits(hash);
}

}  // namespace offprint::search
