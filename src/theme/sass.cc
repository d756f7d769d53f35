#include "theme/sass.h"

#include <sass.h>
#include <sass2scss.h>

#include <array>
#include <memory>

#include "base/source_file.h"

namespace offprint {
namespace {

constexpr std::array<std::string_view, 4> kStyles = {"nested", "expanded",
                                                     "compact", "compressed"};
constexpr std::string_view kFolder = "_sass/";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// The name of the style sheet itself; no file of a theme begins so.
constexpr const char* kEntry = "/entry";

// What the importer needs to know.
struct Import {
  const Theme& theme;
  std::string folder;  // of the style sheet: "assets/"
  Diagnostics& diagnostics;
};

using Context =
    std::unique_ptr<Sass_Data_Context, decltype(&sass_delete_data_context)>;

// The text as an array of its own, which libsass frees.
char* Copy(std::string_view text) {
  return sass_copy_c_string(std::string(text).c_str());
}

std::string FolderOf(std::string_view path) {
  return std::string(path.substr(0, path.rfind('/') + 1));
}

// The path in the theme of what `name` means in that folder, or empty.
std::string FindIn(const Theme& theme, const std::string& folder,
                   std::string_view name) {
  const std::string path = std::filesystem::path(folder + std::string(name))
                               .lexically_normal()
                               .generic_string();
  const std::string base = FolderOf(path);
  const std::string file = path.substr(base.size());
  const bool whole = file.ends_with(".scss") || file.ends_with(".sass");
  for (const char* prefix : {"_", ""}) {
    for (const char* extension : {".scss", ".sass"}) {
      std::string candidate = base;
      candidate.append(prefix).append(file).append(whole ? "" : extension);
      if (theme.Find(candidate) != nullptr) return candidate;
    }
  }
  return {};
}

// What stays an @import of CSS.
bool IsCssImport(std::string_view name) {
  return name.starts_with("//") || name.ends_with(".css") ||
         name.find("://") != std::string_view::npos;
}

std::string ShownPath(const Theme& theme, const std::string& path) {
  const auto holders = theme.holders.find(path);
  return holders == theme.holders.end()
             ? path
             : theme.layers[holders->second.front()].ShownPath(path);
}

// libsass asks for what `url` imports; nothing makes it an import of CSS.
Sass_Import_List FindImport(const char* url, Sass_Importer_Entry importer,
                            Sass_Compiler* compiler) {
  if (IsCssImport(url)) return nullptr;
  const auto& import =
      *static_cast<Import*>(sass_importer_get_cookie(importer));
  const std::string asker =
      sass_import_get_abs_path(sass_compiler_get_last_import(compiler));
  const bool by_entry = import.theme.Find(asker) == nullptr;
  std::string path =
      FindIn(import.theme, by_entry ? import.folder : FolderOf(asker), url);
  if (path.empty()) path = FindIn(import.theme, std::string(kFolder), url);
  Sass_Import_List list = sass_make_import_list(1);
  if (path.empty()) {
    list[0] = sass_make_import_entry(url, nullptr, nullptr);
    const std::string problem =
        "there is no \"" + std::string(url) + "\" to import in _sass";
    sass_import_set_error(list[0], problem.c_str(), static_cast<size_t>(-1),
                          static_cast<size_t>(-1));
    return list;
  }
  const SourceFile text =
      SourceFile::Read(*import.theme.Find(path), ShownPath(import.theme, path),
                       import.diagnostics);
  const std::string scss(text.text());
  char* source = path.ends_with(".sass")
                     ? sass2scss(scss.c_str(), SASS2SCSS_KEEP_COMMENT)
                     : Copy(scss);
  list[0] = sass_make_import(path.c_str(), path.c_str(), source, nullptr);
  return list;
}

// `import` outlives the context.
Context MakeContext(const SassSource& source, SassStyle style, Import* import) {
  Context context(sass_make_data_context(Copy(source.text)),
                  sass_delete_data_context);
  Sass_Options* options = sass_data_context_get_options(context.get());
  sass_option_set_output_style(options, static_cast<Sass_Output_Style>(style));
  sass_option_set_is_indented_syntax_src(options,
                                         source.syntax == SassSyntax::kSass);
  sass_option_set_input_path(options, kEntry);
  sass_option_set_precision(options, 5);
  Sass_Importer_List importers = sass_make_importer_list(1);
  sass_importer_set_list_entry(importers, 0,
                               sass_make_importer(FindImport, 0, import));
  sass_option_set_c_importers(options, importers);
  return context;
}

void Report(Sass_Context* context, const SassSource& source, const Theme& theme,
            Diagnostics& diagnostics) {
  const char* file = sass_context_get_error_file(context);
  const char* text = sass_context_get_error_text(context);
  SourceLocation where;
  where.file = file == nullptr || theme.Find(file) == nullptr
                   ? source.file
                   : ShownPath(theme, file);
  where.line = static_cast<int>(sass_context_get_error_line(context));
  where.column = static_cast<int>(sass_context_get_error_column(context));
  if (where.file == source.file) where.line += source.first_line - 1;
  std::string message = "the style sheet has a mistake: ";
  message += text == nullptr ? "" : text;
  for (char& c : message) {
    if (c == '\n') c = ' ';
  }
  diagnostics.Error(std::move(where), std::move(message));
}

}  // namespace

SassStyle FindSassStyle(std::string_view name) {
  if (name.starts_with(':')) name.remove_prefix(1);
  for (size_t i = 0; i < kStyles.size(); ++i) {
    if (kStyles[i] == name) return static_cast<SassStyle>(i);
  }
  return SassStyle::kCompact;
}

std::optional<std::string> CompileSass(const SassSource& source,
                                       SassStyle style, const Theme& theme,
                                       Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  Import import = {theme, FolderOf(source.file), diagnostics};
  const Context data = MakeContext(source, style, &import);
  Sass_Context* context = sass_data_context_get_context(data.get());
  if (sass_compile_data_context(data.get()) != 0) {
    Report(context, source, theme, diagnostics);
    return std::nullopt;
  }
  if (diagnostics.errors() > errors) return std::nullopt;
  std::string css = sass_context_get_output_string(context);
  if (css.starts_with(kByteOrderMark)) css.erase(0, kByteOrderMark.size());
  return css;
}

}  // namespace offprint
