#include "theme/settings.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace offprint {
namespace {

constexpr std::string_view kPrefix = "theme_settings.";

SourceLocation Place(const std::string& file, data::Mark mark) {
  return {file, mark.line, mark.column};
}

// Reads the declaration of one setting.
class Declaration {
 public:
  Declaration(const data::Member& member, const std::string& file,
              Diagnostics& diagnostics)
      : member_(member), file_(file), diagnostics_(diagnostics) {}

  // Lays it over what is there; false, with errors, where it has mistakes.
  bool Read(ThemeSetting* setting) {
    const data::Object* fields = member_.value.AsObject();
    if (fields == nullptr) {
      return Fail(member_.value.mark,
                  std::string("should be a mapping with kind, default and "
                              "help, not ") +
                      member_.value.TypeName());
    }
    const bool has_kind = !setting->name.empty() || fields->Find("kind");
    setting->name = member_.key;
    for (const data::Member& field : fields->members()) {
      if (!ReadField(field, setting)) return false;
    }
    if (!has_kind) return Fail(member_.mark, "lacks its kind");
    if (setting->kind == ThemeSettingKind::kChoice &&
        setting->choices.empty()) {
      return Fail(member_.mark, "lacks its choices");
    }
    return FitPreset(setting);
  }

 private:
  bool ReadField(const data::Member& field, ThemeSetting* setting) {
    const data::Value& value = field.value;
    if (field.key == "kind") return ReadKind(value, setting);
    if (field.key == "help") return ReadText(value, &setting->help);
    if (field.key == "choices") return ReadChoices(value, setting);
    if (field.key == "min") return ReadBound(value, &setting->least);
    if (field.key == "max") return ReadBound(value, &setting->most);
    if (field.key == "default") {
      setting->preset = value;
      return true;
    }
    std::string message = "has the unknown key \"" + field.key + "\"";
    if (const auto near = NearMiss(
            field.key, {"kind", "default", "help", "choices", "min", "max"})) {
      message += "; did you mean \"" + std::string(*near) + "\"?";
    }
    return Fail(field.mark, message);
  }

  bool ReadKind(const data::Value& value, ThemeSetting* setting) {
    const std::string* name = value.AsString();
    const auto kind =
        FindThemeSettingKind(name != nullptr ? *name : std::string());
    if (kind) {
      setting->kind = *kind;
      return true;
    }
    std::string known;
    for (const std::string_view other : ThemeSettingKindNames()) {
      known.append(known.empty() ? "" : ", ").append(other);
    }
    return Fail(value.mark, "has a kind that is none of " + known);
  }

  bool ReadText(const data::Value& value, std::string* text) {
    if (value.AsString() == nullptr) {
      return Fail(value.mark, "has a help that is no text");
    }
    *text = *value.AsString();
    return true;
  }

  bool ReadChoices(const data::Value& value, ThemeSetting* setting) {
    ThemeSetting list;
    list.kind = ThemeSettingKind::kList;
    data::Value choices = value;
    if (FitValue(list, &choices)) {
      return Fail(value.mark, "has choices that are no list of texts");
    }
    setting->choices.clear();
    for (const data::Value& choice : *choices.AsArray()) {
      setting->choices.push_back(*choice.AsString());
    }
    return true;
  }

  bool ReadBound(const data::Value& value, std::optional<double>* bound) {
    if (const int64_t* whole = value.AsInt()) {
      *bound = static_cast<double>(*whole);
    } else if (const double* real = value.AsDouble()) {
      *bound = *real;
    } else {
      return Fail(value.mark, "has a bound that is no number");
    }
    return true;
  }

  bool FitPreset(ThemeSetting* setting) {
    if (setting->preset.IsNull()) {
      if (setting->kind == ThemeSettingKind::kTruth) setting->preset = false;
      if (setting->kind == ThemeSettingKind::kList ||
          setting->kind == ThemeSettingKind::kNavigation) {
        setting->preset = data::Array();
      }
      return true;
    }
    const auto problem = FitValue(*setting, &setting->preset);
    return !problem ||
           Fail(problem->mark, "has a default that " + problem->text);
  }

  bool Fail(data::Mark mark, const std::string& problem) {
    diagnostics_.Error(Place(file_, mark),
                       "the setting \"" + member_.key + "\" " + problem);
    return false;
  }

  const data::Member& member_;
  const std::string& file_;
  Diagnostics& diagnostics_;
};

std::string UnknownSetting(const std::vector<ThemeSetting>& declared,
                           const std::string& name) {
  std::vector<std::string_view> names;
  names.reserve(declared.size());
  for (const ThemeSetting& setting : declared) names.push_back(setting.name);
  std::string message =
      "the theme has no setting \"" + std::string(kPrefix) + name + "\"";
  if (const auto near = NearMiss(name, names)) {
    return message + "; did you mean \"" + std::string(kPrefix) +
           std::string(*near) + "\"?";
  }
  return message + "; \"offprint theme\" lists those it has";
}

// The value that the site gives, or the preset.
data::Value Resolve(const ThemeSetting& setting, const data::Member& given,
                    const std::string& file, Diagnostics& diagnostics) {
  const std::string name = "\"" + std::string(kPrefix) + given.key + "\" ";
  data::Value value = given.value;
  if (value.IsNull()) {
    if (setting.kind == ThemeSettingKind::kColor) {
      diagnostics.Warning(Place(file, given.mark),
                          name +
                              "is empty; a color that begins with \"#\" "
                              "needs quotes");
    }
    return setting.preset;
  }
  const auto problem = FitValue(setting, &value);
  if (!problem) return value;
  const data::Mark mark =
      problem->mark.line > 0 ? problem->mark : given.value.mark;
  diagnostics.Error(Place(file, mark), name + problem->text);
  return setting.preset;
}

}  // namespace

std::vector<ThemeSetting> DeclaredSettings(const Theme& theme,
                                           Diagnostics& diagnostics) {
  std::vector<ThemeSetting> declared;
  for (auto layer = theme.layers.rbegin(); layer != theme.layers.rend();
       ++layer) {
    const std::string file = layer->ShownPath("theme.yml");
    for (const data::Member& member : layer->manifest.settings.members()) {
      const auto known =
          std::ranges::find(declared, member.key, &ThemeSetting::name);
      ThemeSetting setting = known == declared.end() ? ThemeSetting() : *known;
      if (!Declaration(member, file, diagnostics).Read(&setting)) continue;
      setting.theme = layer->name;
      if (known == declared.end()) {
        declared.push_back(std::move(setting));
      } else {
        *known = std::move(setting);
      }
    }
  }
  return declared;
}

data::Object ResolveSettings(const std::vector<ThemeSetting>& declared,
                             const data::Object& given, const std::string& file,
                             Diagnostics& diagnostics) {
  data::Object values;
  for (const ThemeSetting& setting : declared) {
    values.Append(setting.name, setting.preset);
  }
  for (const data::Member& member : given.members()) {
    const auto setting =
        std::ranges::find(declared, member.key, &ThemeSetting::name);
    if (setting == declared.end()) {
      diagnostics.Warning(Place(file, member.mark),
                          UnknownSetting(declared, member.key));
    } else {
      values.Set(member.key, Resolve(*setting, member, file, diagnostics));
    }
  }
  return values;
}

data::Object ThemeValues(const Theme& theme) {
  data::Object values;
  if (theme.layers.size() < 2) return values;
  const ThemeManifest& manifest = theme.layers[1].manifest;
  const auto text = [](const std::string& given) {
    return given.empty() ? data::Value() : data::Value(given);
  };
  values.Append("name", manifest.name);
  values.Append("version", text(manifest.version));
  values.Append("description", text(manifest.description));
  values.Append("parent", text(manifest.parent));
  values.Append("settings", theme.settings);
  return values;
}

}  // namespace offprint
