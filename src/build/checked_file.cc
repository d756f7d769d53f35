#include "build/checked_file.h"

#include <cstdio>
#include <fstream>

#include "base/byte_stream.h"
#include "base/source_file.h"

namespace offprint {

std::optional<std::string> ReadChecked(const std::filesystem::path& path,
                                       std::string_view first_line) {
  std::string bytes;
  try {
    bytes = ReadFile(path);
  } catch (const EnvironmentError&) {
    return std::nullopt;
  }
  if (!bytes.starts_with(first_line)) return std::nullopt;
  std::string_view rest = std::string_view(bytes).substr(first_line.size());
  ByteReader head(rest.substr(0, sizeof(Hash128)));
  const Hash128 hash = head.Hash();
  if (!head.good()) return std::nullopt;
  rest.remove_prefix(sizeof(Hash128));
  if (hash != HashOf(rest)) return std::nullopt;
  return bytes.erase(0, first_line.size() + sizeof(Hash128));
}

bool WriteChecked(const std::filesystem::path& path,
                  std::string_view first_line, std::string_view bytes) {
  ByteWriter head;
  head.Hash(HashOf(bytes));
  const std::filesystem::path fresh = path.string() + ".new";
  std::ofstream file(fresh, std::ios::binary);
  file << first_line << head.bytes() << bytes;
  file.close();
  if (!file.fail() && std::rename(fresh.c_str(), path.c_str()) == 0) {
    return true;
  }
  std::remove(fresh.c_str());
  return false;
}

}  // namespace offprint
