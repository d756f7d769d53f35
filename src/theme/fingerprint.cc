#include "theme/fingerprint.h"

#include <cinttypes>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/source_file.h"
#include "base/text.h"

namespace offprint {
namespace {

constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kSass = "_sass/";
constexpr size_t kExtensionSize = std::string_view(".scss").size();

bool IsSass(std::string_view path) {
  return path.ends_with(".scss") || path.ends_with(".sass");
}

// Empty where the file cannot be read.
std::string ContentOf(const std::filesystem::path& file) {
  try {
    return ReadFile(file);
  } catch (const EnvironmentError&) {
    return {};  // whoever copies the file reports it
  }
}

std::string Digits(uint64_t hash) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%016" PRIx64, hash);
  return std::string(buffer).substr(6);
}

}  // namespace

data::Object Fingerprints(const Theme& theme) {
  std::string imported;  // the content of all of _sass
  for (const auto& [path, file] : theme.files) {
    if (path.starts_with(kSass)) imported += ContentOf(file);
  }
  data::Object prints;
  for (const auto& [path, file] : theme.files) {
    if (!path.starts_with(kAssets)) continue;
    std::string content = ContentOf(file);
    if (content.empty()) continue;
    std::string address = "/" + path;
    if (IsSass(path)) {
      address.replace(address.size() - kExtensionSize, kExtensionSize, ".css");
      content += imported;
    }
    prints.Append(std::move(address), Digits(StableHash(content)));
  }
  return prints;
}

}  // namespace offprint
