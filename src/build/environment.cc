#include "build/environment.h"

#include "base/source_file.h"
#include "build/input_files.h"
#include "build/program_id.h"
#include "data/json.h"

namespace offprint {
namespace {

// A file that cannot be read is told of by whoever needs it.
std::string BytesOf(const std::filesystem::path& path) {
  try {
    return ReadFile(path);
  } catch (const EnvironmentError&) {
    return "";
  }
}

Hasher& AddValues(const data::Object& values, Hasher* hasher) {
  std::string json;
  data::AppendJson(values, &json);
  return hasher->Add(json);
}

void AddTheme(const Theme& theme, Hasher* hasher) {
  hasher->Add(theme.name);
  for (const ThemeLayer& layer : theme.layers) hasher->Add(layer.name);
  for (const auto& [path, holders] : theme.holders) {
    hasher->Add(path);
    for (const size_t layer : holders) {
      hasher->Add(uint64_t{layer});
      hasher->Add(BytesOf(theme.layers[layer].folder / path));
    }
    hasher->Add(BytesOf(theme.files.find(path)->second));
  }
  AddValues(theme.settings, hasher);
}

// Files as large as pictures are known by their times.
constexpr uint64_t kLargeFile = 1 << 16;

void AddFile(const DigestPath& path, Hasher* hasher) {
  const InputFile file = StampOf(path);
  hasher->Add(path.name).Add(file.size);
  if (file.size < kLargeFile) {
    hasher->Add(BytesOf(path.path));
  } else {
    hasher->Add(static_cast<uint64_t>(file.modified));
    hasher->Add(static_cast<uint64_t>(file.changed));
  }
}

void AddAround(const std::filesystem::path& folder,
               const jekyll::Source& around, Hasher* hasher) {
  for (const std::string& name : around.files) {
    AddFile({folder / name, name}, hasher);
  }
  for (const jekyll::Document& document : around.documents) {
    hasher->Add(document.path).Add(document.collection).Add(document.url);
    hasher->Add(document.output_path).Add(document.layout).Add(document.body);
    hasher->Add(uint64_t{document.writes});
    AddValues(document.values, hasher);
  }
  for (const jekyll::StaticFile& file : around.static_files) {
    hasher->Add(file.path).Add(file.url);
    hasher->Add(static_cast<uint64_t>(file.modified));
    AddValues(file.values, hasher);
  }
  for (const jekyll::Collection& collection : around.collections) {
    AddValues(collection.values, &hasher->Add(collection.label));
  }
}

}  // namespace

Hash128 HashOfEnvironment(const BuildOptions& options, const SiteConfig& config,
                          const Theme& theme, const jekyll::Source& around) {
  Hasher hasher;
  hasher.Add(ProgramId());
  hasher.Add(config.layers).Add(options.config);
  hasher.Add(uint64_t{options.limit});
  AddTheme(theme, &hasher);
  AddAround(options.source, around, &hasher);
  return hasher.Take();
}

}  // namespace offprint
