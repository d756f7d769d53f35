#include "theme/site_folders.h"

#include <filesystem>

namespace offprint {
namespace {

// The path as seen from "/", without the "/"; empty for the site's folder.
std::string BelowSite(const std::string& path) {
  std::string below = std::filesystem::path("/" + path)
                          .lexically_normal()
                          .relative_path()
                          .generic_string();
  while (below.ends_with('/')) below.pop_back();
  return below;
}

void AddFolder(const data::Object& values, std::string_view key,
               const std::string& usual, SiteFolders* folders) {
  const data::Value* value = values.Find(key);
  if (value == nullptr || value->AsString() == nullptr) return;
  const std::string folder = BelowSite(*value->AsString());
  if (!folder.empty() && folder != usual) folders->emplace(usual, folder);
}

}  // namespace

SiteFolders SiteFoldersOf(const data::Object& jekyll_config) {
  SiteFolders folders;
  AddFolder(jekyll_config, "layouts_dir", "_layouts", &folders);
  AddFolder(jekyll_config, "includes_dir", "_includes", &folders);
  AddFolder(jekyll_config, "data_dir", "_data", &folders);
  const data::Value* sass = jekyll_config.Find("sass");
  if (sass != nullptr && sass->AsObject() != nullptr) {
    AddFolder(*sass->AsObject(), "sass_dir", "_sass", &folders);
  }
  return folders;
}

}  // namespace offprint
