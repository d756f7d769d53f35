// What an output folder holds, and what each file of it was made of.
#ifndef OFFPRINT_OUTPUT_LEDGER_H_
#define OFFPRINT_OUTPUT_LEDGER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"
#include "base/hash.h"
#include "base/text_pool.h"

namespace offprint {

struct LedgerFile {
  std::string_view path;  // from the output folder; lives as long as the ledger
  Hash128 made_of;        // zero where nobody said
  Hash128 content;
  uint64_t size = 0;  // bytes
};

// The files of an output folder, by their paths. Move-only.
class Ledger {
 public:
  Ledger() = default;
  // The paths are slices of the pool's.
  Ledger(std::vector<LedgerFile> files, TextPool paths);

  const std::vector<LedgerFile>& files() const { return files_; }
  // Null where there is none.
  const LedgerFile* Find(std::string_view path) const;
  // Those whose paths begin so.
  std::span<const LedgerFile> Below(std::string_view prefix) const;
  // Of all paths and contents.
  Hash128 Id() const;

  void Write(ByteWriter* out) const;
  static Ledger Read(ByteReader* in);

 private:
  void MakeIndex();

  TextPool paths_;
  std::vector<LedgerFile> files_;  // sorted by path
  // Places in files_ by the hash of the path, linear probing; a power of two.
  std::vector<uint32_t> index_;
};

}  // namespace offprint

#endif  // OFFPRINT_OUTPUT_LEDGER_H_
