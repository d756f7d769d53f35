#include "theme/theme.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "base/source_file.h"
#include "base/text.h"
#include "data/yaml.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 5> kFolders = {"_layouts", "_includes",
                                                 "_bodies", "_data", "assets"};

// Jekyll does not copy these either.
bool IsHidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.empty() || name[0] == '.' || name[0] == '#' || name.back() == '~';
}

void AddFiles(const fs::path& root, Theme* theme, Diagnostics& diagnostics) {
  for (const char* folder : kFolders) {
    std::error_code error;
    fs::recursive_directory_iterator at(
        root / folder, fs::directory_options::follow_directory_symlink, error);
    if (error == std::errc::no_such_file_or_directory) continue;
    for (; !error && at != fs::recursive_directory_iterator();
         at.increment(error)) {
      if (IsHidden(at->path())) {
        at.disable_recursion_pending();
      } else if (at->is_regular_file(error)) {
        theme->files.try_emplace(
            at->path().lexically_relative(root).generic_string(), at->path());
      }
    }
    if (error) {
      diagnostics.Error({(root / folder).string(), 0, 0},
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
    message += "; there are:";
    for (const std::string& other : names) message += " " + other;
  }
  return message;
}

// Puts the value at the end of the path "a/b" into nested objects.
void SetAt(std::string_view path, data::Value value, data::Object* object) {
  const size_t slash = path.find('/');
  const std::string key(path.substr(0, slash));
  if (slash == std::string_view::npos) {
    object->Set(key, std::move(value));
    return;
  }
  data::Value* child = object->Find(key);
  if (child == nullptr || child->AsObject() == nullptr) {
    child = &object->Set(key, data::Object());
  }
  SetAt(path.substr(slash + 1), std::move(value), child->AsObject());
}

}  // namespace

const fs::path* Theme::Find(std::string_view path) const {
  const auto found = files.find(path);
  return found == files.end() ? nullptr : &found->second;
}

bool LoadTheme(const std::string& name, const fs::path& source,
               const std::vector<fs::path>& theme_folders, Theme* theme,
               Diagnostics& diagnostics) {
  theme->name = name;
  AddFiles(source, theme, diagnostics);
  if (IsThemeName(name)) {
    for (const fs::path& folder : theme_folders) {
      std::error_code error;
      if (!fs::is_directory(folder / name, error)) continue;
      AddFiles(folder / name, theme, diagnostics);
      return true;
    }
  }
  diagnostics.Error({}, UnknownTheme(name, theme_folders));
  return false;
}

data::Object LoadThemeData(const Theme& theme, Diagnostics& diagnostics) {
  constexpr std::string_view kData = "_data/";
  data::Object values;
  for (const auto& [path, file] : theme.files) {
    if (!path.starts_with(kData)) continue;
    const size_t dot = path.rfind('.');
    const std::string_view extension = std::string_view(path).substr(dot + 1);
    if (extension != "yml" && extension != "yaml" && extension != "json") {
      continue;
    }
    const SourceFile text =
        SourceFile::Read(file, file.generic_string(), diagnostics);
    SetAt(std::string_view(path).substr(kData.size(), dot - kData.size()),
          data::ParseYaml(text.text(), text.name(), 1, diagnostics), &values);
  }
  return values;
}

}  // namespace offprint
