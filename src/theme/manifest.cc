#include "theme/manifest.h"

#include <system_error>
#include <utility>
#include <vector>

#include "base/source_file.h"
#include "base/text.h"
#include "data/yaml.h"

namespace offprint {
namespace {

struct Text {
  std::string_view key;
  std::string ThemeManifest::*member;
};

constexpr Text kTexts[] = {{"name", &ThemeManifest::name},
                           {"version", &ThemeManifest::version},
                           {"description", &ThemeManifest::description},
                           {"parent", &ThemeManifest::parent}};
constexpr std::string_view kSettings = "settings";

SourceLocation Place(const std::string& file, data::Mark mark) {
  return {file, mark.line, mark.column};
}

void WarnOfKey(const data::Member& member, const std::string& file,
               Diagnostics& diagnostics) {
  std::vector<std::string_view> known = {kSettings};
  for (const Text& text : kTexts) known.push_back(text.key);
  std::string message = "unknown key \"" + member.key + "\"";
  if (const auto near = NearMiss(member.key, known)) {
    message += "; did you mean \"" + std::string(*near) + "\"?";
  }
  diagnostics.Warning(Place(file, member.mark), std::move(message));
}

void ReadMember(const data::Member& member, const std::string& file,
                ThemeManifest* manifest, Diagnostics& diagnostics) {
  const auto refuse = [&](const char* wanted) {
    diagnostics.Error(Place(file, member.value.mark),
                      "\"" + member.key + "\" should be " + wanted + ", not " +
                          member.value.TypeName());
  };
  if (member.value.IsNull()) return;
  if (member.key == kSettings) {
    const data::Object* settings = member.value.AsObject();
    if (settings == nullptr) return refuse("a mapping");
    manifest->settings = *settings;
    return;
  }
  for (const Text& text : kTexts) {
    if (text.key != member.key) continue;
    const std::string* value = member.value.AsString();
    if (value == nullptr) return refuse("a text; put it in quotes");
    manifest->*text.member = *value;
    if (text.key == "parent") manifest->parent_mark = member.value.mark;
    return;
  }
  WarnOfKey(member, file, diagnostics);
}

}  // namespace

ThemeManifest ReadManifest(const std::filesystem::path& file,
                           const std::string& shown, Diagnostics& diagnostics) {
  ThemeManifest manifest;
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return manifest;
  const SourceFile text = SourceFile::Read(file, shown, diagnostics);
  const data::Value value = data::ParseYaml(text.text(), shown, 1, diagnostics);
  if (value.IsNull()) return manifest;
  const data::Object* members = value.AsObject();
  if (members == nullptr) {
    diagnostics.Error(
        Place(shown, value.mark),
        std::string("should be a mapping, not ") + value.TypeName());
    return manifest;
  }
  for (const data::Member& member : members->members()) {
    ReadMember(member, shown, &manifest, diagnostics);
  }
  return manifest;
}

}  // namespace offprint
