#include "theme/theme.h"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <utility>

#include "base/folder_link.h"
#include "base/text.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 7> kFolders = {
    "_layouts", "_includes", "_bodies", "_data", "_sass", "_prompts", "assets"};

// Jekyll does not copy these either.
bool IsHidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.empty() || name[0] == '.' || name[0] == '#' || name.back() == '~';
}

// Adds the files of a layer, the last of the theme's so far. `others` are the
// folders that it has in place of the usual ones.
void AddFiles(size_t layer, const SiteFolders& others, Theme* theme,
              Diagnostics& diagnostics) {
  for (const char* folder : kFolders) {
    const auto other = others.find(folder);
    const fs::path root = theme->layers[layer].folder /
                          (other == others.end() ? folder : other->second);
    std::error_code error;
    fs::recursive_directory_iterator at(
        root, fs::directory_options::follow_directory_symlink, error);
    if (error == std::errc::no_such_file_or_directory) continue;
    for (; !error && at != fs::recursive_directory_iterator();
         at.increment(error)) {
      if (IsHidden(at->path()) || LeadsBack(*at)) {
        at.disable_recursion_pending();
      } else if (at->is_regular_file(error)) {
        const std::string path =
            (folder / at->path().lexically_relative(root)).generic_string();
        theme->files.try_emplace(path, at->path());
        theme->holders[path].push_back(layer);
      }
    }
    if (error) {
      diagnostics.Error({root.string(), 0, 0},
                        "cannot read the folder: " + error.message());
    }
  }
}

// Plain names only, so that a theme's name never leads out of its folder.
bool IsThemeName(std::string_view name) {
  return !name.empty() && name.find('/') == std::string_view::npos &&
         name[0] != '.';
}

std::vector<std::string> ThemeNames(const std::vector<fs::path>& folders) {
  std::vector<std::string> names;
  for (const fs::path& folder : folders) {
    std::error_code error;
    for (const auto& item : fs::directory_iterator(folder, error)) {
      if (item.is_directory(error)) {
        names.push_back(item.path().filename().string());
      }
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string UnknownTheme(const std::string& name,
                         const std::vector<fs::path>& folders) {
  const std::vector<std::string> names = ThemeNames(folders);
  std::string message = "there is no theme \"" + name + "\"";
  if (const auto near = NearMiss(name, {names.begin(), names.end()})) {
    message += "; did you mean \"" + std::string(*near) + "\"?";
  } else if (names.empty()) {
    message += "; put it into the folder themes/" + name;
  } else {
    message += "; there are " + Join(names, ", ");
  }
  return message;
}

// The folder of the theme, or nothing.
std::optional<fs::path> FindFolder(const std::string& name,
                                   const std::vector<fs::path>& folders) {
  if (!IsThemeName(name)) return std::nullopt;
  for (const fs::path& folder : folders) {
    std::error_code error;
    if (fs::is_directory(folder / name, error)) return folder / name;
  }
  return std::nullopt;
}

// As seen from the site's folder where it lies in there.
std::string ShownFolder(const fs::path& folder, const fs::path& source) {
  const std::string seen = folder.lexically_normal()
                               .lexically_relative(source.lexically_normal())
                               .generic_string();
  return seen.empty() || seen.starts_with("..")
             ? folder.lexically_normal().generic_string()
             : seen;
}

// "a → b → a".
std::string Circle(const Theme& theme, const std::string& again) {
  std::string names;
  for (const ThemeLayer& layer : theme.layers) {
    if (!layer.name.empty()) names += layer.name + " → ";
  }
  return names + again;
}

bool HasLayer(const Theme& theme, const std::string& name) {
  return std::any_of(
      theme.layers.begin(), theme.layers.end(),
      [&](const ThemeLayer& layer) { return layer.name == name; });
}

}  // namespace

const fs::path* Theme::Find(std::string_view path) const {
  const auto found = files.find(path);
  return found == files.end() ? nullptr : &found->second;
}

std::string ThemeLayer::ShownPath(std::string_view path) const {
  return shown.empty() ? std::string(path) : shown + "/" + std::string(path);
}

bool LoadTheme(const std::string& name, const fs::path& source,
               const std::vector<fs::path>& theme_folders, Theme* theme,
               Diagnostics& diagnostics, const SiteFolders& site_folders) {
  theme->name = name;
  theme->layers.push_back({"", source, "", {}});
  AddFiles(0, site_folders, theme, diagnostics);
  std::string next = name;
  SourceLocation asker;
  while (!next.empty()) {
    if (HasLayer(*theme, next)) {
      diagnostics.Error(asker, "the parents of this theme lead back to it: " +
                                   Circle(*theme, next));
      return false;
    }
    const auto folder = FindFolder(next, theme_folders);
    if (!folder) {
      diagnostics.Error(asker, UnknownTheme(next, theme_folders));
      return false;
    }
    ThemeLayer layer = {next, *folder, ShownFolder(*folder, source), {}};
    layer.manifest = ReadManifest(*folder / "theme.yml",
                                  layer.ShownPath("theme.yml"), diagnostics);
    if (layer.manifest.name.empty()) layer.manifest.name = next;
    const data::Mark mark = layer.manifest.parent_mark;
    asker = {layer.ShownPath("theme.yml"), mark.line, mark.column};
    next = layer.manifest.parent;
    theme->layers.push_back(std::move(layer));
    AddFiles(theme->layers.size() - 1, {}, theme, diagnostics);
  }
  return true;
}

}  // namespace offprint
