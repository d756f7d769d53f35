// offprint new
#include <cstdio>
#include <string>
#include <system_error>

#include "base/source_file.h"
#include "cli/command.h"
#include "cli/new_files.h"
#include "cli/new_site.h"
#include "cli/theme_folders.h"
#include "theme/new_theme.h"
#include "theme/theme.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

// What is wrong with the two names, or an empty text and the parent.
std::string Problem(const Options& options, const std::string& name,
                    Theme* parent) {
  const std::string problem = ThemeNameProblem(name);
  if (!problem.empty()) return "the name \"" + name + "\" " + problem;
  for (const fs::path& folder : ThemeFolders(options.source)) {
    std::error_code error;
    if (fs::exists(folder / name, error)) {
      return "there is a theme \"" + name + "\" already, in " +
             (folder / name).lexically_normal().string();
    }
  }
  Diagnostics diagnostics;
  if (LoadTheme(options.from, options.source, ThemeFolders(options.source),
                parent, diagnostics)) {
    return {};
  }
  return diagnostics.list().back().message;
}

// What the theme or its parents have in the head of pages; the site's own file
// of that name is left out, as it wins over that of any theme.
std::string HeadOf(const Theme& theme) {
  const auto holders = theme.holders.find(kHeadInclude);
  if (holders == theme.holders.end()) return {};
  for (const size_t holder : holders->second) {
    const ThemeLayer& layer = theme.layers[holder];
    if (!layer.name.empty()) return ReadFile(layer.folder / kHeadInclude);
  }
  return {};
}

int NewTheme(const Options& options, const std::string& name) {
  if (!options.dialect.empty() || !options.import_folder.empty() ||
      !options.settings.empty()) {
    return RefuseNew(
        "of a theme only --from can be told; --title, --lang, --url, "
        "--dialect and --import are of a site");
  }
  Theme parent;
  const std::string problem = Problem(options, name, &parent);
  if (!problem.empty()) return RefuseNew(problem);
  const fs::path folder = (options.source / "themes" / name).lexically_normal();
  if (!options.quiet) std::printf("Made %s\n", folder.string().c_str());
  for (const NewFile& file :
       NewThemeFiles(name, options.from, HeadOf(parent))) {
    WriteNewFile(folder / file.path, file.text);
    if (!options.quiet) std::printf("  %s\n", file.path.c_str());
  }
  if (options.quiet) return kExitFine;
  std::printf(
      "What is next:\n"
      "  write \"theme: %s\" into site.yml\n"
      "  offprint build --format html   and look at the stripe on top\n"
      "  offprint theme                 lists the files of \"%s\" that you "
      "can\n"
      "                                 copy and change, and every setting\n",
      name.c_str(), options.from.c_str());
  return kExitFine;
}

}  // namespace

int RunNew(const Options& options) {
  const std::string what = options.words.empty() ? "" : options.words.front();
  if (what != "theme" && what != "site") {
    const std::string problem = what.empty()
                                    ? "say what to begin"
                                    : "there is no \"" + what + "\" to begin";
    return RefuseNew(problem +
                     "; \"offprint new site DIR\" begins a site, "
                     "\"offprint new theme NAME\" a theme");
  }
  if (options.words.size() != 2) {
    const std::string problem =
        what == "site" ? "name the folder: \"offprint new site DIR\""
                       : "name the theme: \"offprint new theme NAME\"";
    const bool has_more = options.words.size() > 2;
    return RefuseNew(problem +
                     (has_more ? "; one with blanks needs quotes" : ""));
  }
  return what == "site" ? NewSite(options, options.words[1])
                        : NewTheme(options, options.words[1]);
}

}  // namespace offprint
