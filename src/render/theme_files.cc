#include "render/theme_files.h"

#include "base/source_file.h"

namespace offprint {
namespace {

void CopyFile(const std::filesystem::path& file, const std::string& path,
              OutputSink& sink, Diagnostics& diagnostics) {
  try {
    sink.Write(path, ReadFile(file));
  } catch (const EnvironmentError& error) {
    diagnostics.Error({file.generic_string(), 0, 0}, error.what());
  }
}

}  // namespace

void WriteThemeFiles(const Theme& theme, const std::vector<DataFile>& data,
                     OutputSink& sink, Diagnostics& diagnostics) {
  for (const auto& [path, file] : theme.files) {
    const bool is_ours =  // Jekyll has no use for it
        path.starts_with("_bodies/") || path.starts_with("_prompts/");
    if (is_ours || IsDataFile(path)) continue;
    CopyFile(file, path, sink, diagnostics);
  }
  for (const DataFile& file : data) {
    if (file.source.empty()) {
      sink.Write(file.path, file.text);
    } else {
      CopyFile(file.source, file.path, sink, diagnostics);
    }
  }
}

}  // namespace offprint
