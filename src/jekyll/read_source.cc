// Walks the folder as Jekyll's Reader does: posts of each folder, then its
// subfolders, then its own pages and files; collections last. Names come
// sorted, where Jekyll takes them as the file system has them.
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "base/folder_link.h"
#include "base/source_file.h"
#include "base/text.h"
#include "data/front_matter.h"
#include "data/truth_value.h"
#include "jekyll/collections.h"
#include "jekyll/document_order.h"
#include "jekyll/document_url.h"
#include "jekyll/document_values.h"
#include "jekyll/entry_filter.h"
#include "jekyll/front_matter_defaults.h"
#include "jekyll/pagination.h"
#include "jekyll/site_path.h"
#include "jekyll/source.h"

namespace offprint::jekyll {
namespace {

namespace fs = std::filesystem;
using data::Object;
using data::Value;

int64_t ModifiedAt(const fs::path& file) {
  struct stat status = {};
  return stat(file.c_str(), &status) == 0 ? int64_t{status.st_mtime} : 0;
}

// Whether the file's first line is "---". What cannot be read has none.
bool HasFrontMatter(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string line(256, '\0');
  stream.read(line.data(), static_cast<std::streamsize>(line.size()));
  line.resize(static_cast<size_t>(stream.gcount()));
  const size_t end = line.find('\n');
  return line.starts_with("---") && end != std::string::npos &&
         Trim(std::string_view(line).substr(3, end - 3)).empty();
}

class Reader {
 public:
  Reader(const fs::path& folder, const Theme& theme, const ReadOptions& options,
         Source* source, Diagnostics& diagnostics)
      : folder_(folder),
        theme_(theme),
        source_(*source),
        settings_(source->settings),
        filter_(settings_, options),
        diagnostics_(diagnostics) {}

  void Run() {
    source_.collections = ConfiguredCollections(settings_);
    ReadFolder("");
    for (size_t i = 1; i < source_.collections.size(); ++i) {
      ReadCollection(i);
    }
    ReadThemeAssets();
    PutInOrder(&source_);
    std::sort(source_.files.begin(), source_.files.end());
  }

 private:
  void ReadFolder(const std::string& path) {
    if (path.starts_with(settings_.collections_dir)) {
      ReadPosts(PathIn(path, "_posts"));
      if (settings_.drafts) ReadPosts(PathIn(path, "_drafts"));
    }
    std::set<std::string> folders;
    std::set<std::string> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_ / path, error)) {
      const std::string name = entry.path().filename().string();
      const bool is_folder = entry.is_directory(error);
      if (!filter_.Takes(PathIn(path, name), is_folder)) continue;
      if (is_folder && LeadsBack(entry)) {
        diagnostics_.Warning({PathIn(path, name), 0, 0}, kLeadsBack);
      } else if (is_folder) {
        folders.insert(name);
      }
      if (entry.is_regular_file(error)) files.insert(name);
    }
    if (error) {
      diagnostics_.Error({path, 0, 0},
                         "cannot read the folder: " + error.message());
    }
    for (const std::string& name : folders) ReadFolder(PathIn(path, name));
    for (const std::string& name : files) {
      ReadPageOrFile(PathIn(path, name), folder_ / path / name);
      source_.files.push_back(PathIn(path, name));
    }
  }

  void ReadPageOrFile(const std::string& path, const fs::path& file) {
    if (HasFrontMatter(file)) {
      ReadPage(path, file);
    } else {
      AddStaticFile(path, file, "", "/" + path);
    }
  }

  // The document with its front matter in *values and the body in place.
  Document ReadDocument(const std::string& path, const fs::path& file,
                        Object* values) {
    const SourceFile text = SourceFile::Read(file, path, diagnostics_);
    data::FrontMatter matter = data::SplitFrontMatter(
        text.text(), path, diagnostics_, data::YamlDates::kTimestamps);
    Document document;
    document.path = path;
    document.converter = ConverterOf(path, settings_);
    document.body = matter.body;
    document.body_line = matter.body_line;
    *values = std::move(matter.values);
    return document;
  }

  void ReadPage(const std::string& path, const fs::path& file) {
    Object values;
    Document page = ReadDocument(path, file, &values);
    if (data::IsFalse(values, "published") && !settings_.unpublished) return;
    page.values = DefaultsOf(settings_, path, "pages");
    MergeDeep(values, &page.values);
    const std::string_view name = NameOf(path);
    page.url =
        PageUrl(page, path.substr(0, path.size() - name.size()), settings_);
    SetLayout(&page);
    FinishOutput(&page);
    source_.pages.push_back(Add(std::move(page)));
  }

  static void SetLayout(Document* document) {
    const Value* layout = document->values.Find("layout");
    if (layout == nullptr || layout->AsString() == nullptr) return;
    const bool is_style_sheet = document->converter == Converter::kScss ||
                                document->converter == Converter::kSass;
    if (*layout->AsString() != "none" && !is_style_sheet) {
      document->layout = *layout->AsString();
    }
  }

  static void FinishOutput(Document* document) {
    const Value* permalink = document->values.Find("permalink");
    std::string extension =
        OutputExtension(document->path, document->converter);
    if (permalink != nullptr && permalink->AsString() != nullptr &&
        !permalink->AsString()->ends_with('/')) {
      const std::string own =
          fs::path(*permalink->AsString()).extension().string();
      if (!own.empty()) extension = own;
    }
    document->output_path = OutputPathOf(document->url, extension);
  }

  DocumentIndex Add(Document document) {
    source_.documents.push_back(std::move(document));
    return static_cast<DocumentIndex>(source_.documents.size() - 1);
  }

  void AddStaticFile(const std::string& path, const fs::path& file,
                     const std::string& collection, std::string url) {
    StaticFile added;
    added.file = file;
    added.path = path;
    added.url = std::move(url);
    added.collection = collection;
    added.values = DefaultsOf(settings_, path, collection);
    added.modified = ModifiedAt(file);
    source_.static_files.push_back(std::move(added));
  }

  void ReadPosts(const std::string& folder) {
    const bool drafts = folder.ends_with("_drafts");
    for (const std::string& name : FilesBelow(folder_ / folder, diagnostics_)) {
      const std::string path = PathIn(folder, name);
      if (!filter_.TakesBelow(folder, path)) continue;
      source_.files.push_back(path);
      if (drafts || IsPostName(path)) ReadCollected(path, 0);
    }
  }

  bool IsFuture(const Document& document) const {
    return !settings_.future && DateOf(document, settings_) > settings_.time;
  }

  // Whether the document is to be there at all. One of a collection is there
  // before its date, but has no page.
  bool IsPublished(Document* document) {
    if (data::IsFalse(document->values, "published") &&
        !settings_.unpublished) {
      return false;
    }
    if (!IsFuture(*document)) return true;
    diagnostics_.Note({document->path, 0, 0},
                      "left out, because its date is in the future; set "
                      "\"future: true\" to have it");
    document->writes = false;
    return document->kind == DocumentKind::kCollected;
  }

  void ReadCollected(const std::string& path, size_t collection) {
    Collection& in = source_.collections[collection];
    Object values;
    Document document = ReadDocument(path, folder_ / path, &values);
    document.kind =
        collection == 0 ? DocumentKind::kPost : DocumentKind::kCollected;
    document.collection = in.label;
    document.writes = in.output;
    if (!SetDocumentValues(values, settings_, ModifiedAt(folder_ / path),
                           &document, diagnostics_) ||
        !IsPublished(&document)) {
      return;
    }
    document.url = DocumentUrl(
        document, CollectionPattern(in.label, in.values, settings_), settings_);
    SetLayout(&document);
    FinishOutput(&document);
    in.documents.push_back(Add(std::move(document)));
  }

  void ReadCollection(size_t index) {
    const std::string label = source_.collections[index].label;
    const std::string folder = PathIn(settings_.collections_dir, "_" + label);
    for (const std::string& name : FilesBelow(folder_ / folder, diagnostics_)) {
      const std::string path = PathIn(folder, name);
      if (!filter_.TakesBelow(folder, path)) continue;
      source_.files.push_back(path);
      if (HasFrontMatter(folder_ / path)) {
        ReadCollected(path, index);
        continue;
      }
      const Collection& in = source_.collections[index];
      AddStaticFile(
          path, folder_ / path, label,
          CollectedFileUrl(label, path,
                           CollectionPattern(label, in.values, settings_)));
      source_.static_files.back().writes = in.output;
    }
  }

  // Those that the site has none of its own for.
  void ReadThemeAssets() {
    std::set<std::string, std::less<>> own(source_.files.begin(),
                                           source_.files.end());
    for (const auto& [path, file] : theme_.files) {
      if (path.starts_with("assets/") && !own.contains(path)) {
        ReadPageOrFile(path, file);
      }
    }
  }

  const fs::path& folder_;
  const Theme& theme_;
  Source& source_;
  const Settings& settings_;
  EntryFilter filter_;
  Diagnostics& diagnostics_;
};

}  // namespace

Source ReadSource(const fs::path& folder, const Theme& theme, Settings settings,
                  const ReadOptions& options, Diagnostics& diagnostics) {
  Source source;
  source.settings = std::move(settings);
  Reader(folder, theme, options, &source, diagnostics).Run();
  if (source.settings.paginate > 0) AddPagination(&source, diagnostics);
  return source;
}

}  // namespace offprint::jekyll
