// The folder of a tier is named after its content: see "Files" in FORMAT.md.
#ifndef OFFPRINT_SEARCH_FOLDER_NAME_H_
#define OFFPRINT_SEARCH_FOLDER_NAME_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::search {

// The name for the bytes of dict.bin and the packs, of which StableHash() is
// given, in their order.
std::string FolderNameOf(std::string_view dictionary,
                         const std::vector<uint64_t>& pack_hashes);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_FOLDER_NAME_H_
