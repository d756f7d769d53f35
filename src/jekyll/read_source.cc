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
#include "jekyll/document_url.h"
#include "jekyll/document_values.h"
#include "jekyll/entry_filter.h"
#include "jekyll/front_matter_defaults.h"
#include "jekyll/pagination.h"
#include "jekyll/source.h"

namespace offprint::jekyll {
namespace {

namespace fs = std::filesystem;
using data::Object;
using data::Value;

std::string Join(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty()) path += '/';
  return path.append(name);
}

std::string_view NameOf(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

int64_t ModifiedAt(const fs::path& file) {
  struct stat status = {};
  return stat(file.c_str(), &status) == 0 ? int64_t{status.st_mtime} : 0;
}

bool IsFalse(const Object& values, std::string_view key) {
  const Value* value = values.Find(key);
  return value != nullptr && value->AsBool() != nullptr && !*value->AsBool();
}

bool IsTrue(const Object& values, std::string_view key) {
  const Value* value = values.Find(key);
  return value != nullptr && value->AsBool() != nullptr && *value->AsBool();
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
    AddCollections();
    ReadFolder("");
    for (size_t i = 1; i < source_.collections.size(); ++i) {
      ReadCollection(i);
    }
    ReadThemeAssets();
    LimitPosts();
    SortAll();
    LinkNeighbours();
    std::sort(source_.files.begin(), source_.files.end());
  }

 private:
  Collection& posts() { return source_.collections.front(); }

  void AddCollection(const std::string& label, const Value* values) {
    Collection collection;
    collection.label = label;
    if (values != nullptr && values->AsObject() != nullptr) {
      collection.values = *values->AsObject();
    }
    collection.output = label == "posts" || IsTrue(collection.values, "output");
    collection.values.Set("output", collection.output);
    source_.collections.push_back(std::move(collection));
  }

  void AddCollections() {
    const Value* given = settings_.values.Find("collections");
    AddCollection("posts", nullptr);
    if (given == nullptr) return;
    if (const data::Array* labels = given->AsArray()) {
      for (const Value& label : *labels) {
        if (label.AsString() != nullptr) AddCollection(*label.AsString(), {});
      }
    }
    if (given->AsObject() == nullptr) return;
    for (const data::Member& member : given->AsObject()->members()) {
      if (member.key != "posts") {
        AddCollection(member.key, &member.value);
      } else if (member.value.AsObject() != nullptr) {
        MergeDeep(*member.value.AsObject(), &posts().values);
      }
    }
  }

  void ReadFolder(const std::string& path) {
    if (path.starts_with(settings_.collections_dir)) {
      ReadPosts(Join(path, "_posts"));
      if (settings_.drafts) ReadPosts(Join(path, "_drafts"));
    }
    std::set<std::string> folders;
    std::set<std::string> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_ / path, error)) {
      const std::string name = entry.path().filename().string();
      const bool is_folder = entry.is_directory(error);
      if (!filter_.Takes(Join(path, name), is_folder)) continue;
      if (is_folder && LeadsBack(entry)) {
        diagnostics_.Warning({Join(path, name), 0, 0}, kLeadsBack);
      } else if (is_folder) {
        folders.insert(name);
      }
      if (entry.is_regular_file(error)) files.insert(name);
    }
    if (error) {
      diagnostics_.Error({path, 0, 0},
                         "cannot read the folder: " + error.message());
    }
    for (const std::string& name : folders) ReadFolder(Join(path, name));
    for (const std::string& name : files) {
      ReadPageOrFile(Join(path, name), folder_ / path / name);
      source_.files.push_back(Join(path, name));
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
    if (IsFalse(values, "published") && !settings_.unpublished) return;
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
      const std::string path = Join(folder, name);
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
    if (IsFalse(document->values, "published") && !settings_.unpublished) {
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
    const std::string folder = Join(settings_.collections_dir, "_" + label);
    for (const std::string& name : FilesBelow(folder_ / folder, diagnostics_)) {
      const std::string path = Join(folder, name);
      if (!filter_.TakesBelow(folder, path)) continue;
      source_.files.push_back(path);
      if (HasFrontMatter(folder_ / path)) {
        ReadCollected(path, index);
        continue;
      }
      Collection& in = source_.collections[index];
      AddStaticFile(
          path, folder_ / path, label,
          CollectedFileUrl(label, path,
                           CollectionPattern(label, in.values, settings_)));
      source_.static_files.back().writes = in.output;
      in.files.push_back(
          static_cast<uint32_t>(source_.static_files.size() - 1));
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

  void LimitPosts() {
    std::vector<DocumentIndex>& list = posts().documents;
    Sort(&list);
    const auto limit = static_cast<size_t>(settings_.limit_posts);
    if (limit > 0 && list.size() > limit) {
      list.erase(list.begin(), list.end() - static_cast<ptrdiff_t>(limit));
    }
  }

  // By date, then by path; by path alone where one of the two has no date. That
  // is no order, so what comes out depends on who is compared with whom: this
  // is the merge sort of the C library that Ruby uses.
  bool Precedes(DocumentIndex a, DocumentIndex b) const {
    const Document& one = source_.documents[a];
    const Document& other = source_.documents[b];
    const int64_t date = DateOf(one, settings_);
    const int64_t other_date = DateOf(other, settings_);
    const bool both = one.has_date && other.has_date;
    return both && date != other_date ? date < other_date
                                      : one.path < other.path;
  }

  void Sort(std::vector<DocumentIndex>* list) {
    if (list->size() < 2) return;
    const auto middle =
        list->begin() + static_cast<ptrdiff_t>(list->size() / 2);
    std::vector<DocumentIndex> head(list->begin(), middle);
    std::vector<DocumentIndex> tail(middle, list->end());
    Sort(&head);
    Sort(&tail);
    std::merge(
        head.begin(), head.end(), tail.begin(), tail.end(), list->begin(),
        [this](DocumentIndex a, DocumentIndex b) { return Precedes(a, b); });
  }

  void SortAll() {
    for (Collection& collection : source_.collections) {
      Sort(&collection.documents);
    }
    std::stable_sort(source_.pages.begin(), source_.pages.end(),
                     [&](DocumentIndex a, DocumentIndex b) {
                       return NameOf(source_.documents[a].path) <
                              NameOf(source_.documents[b].path);
                     });
    SortStaticFiles();
  }

  // Those of collections come behind all others.
  void SortStaticFiles() {
    std::stable_sort(source_.static_files.begin(), source_.static_files.end(),
                     [](const StaticFile& a, const StaticFile& b) {
                       return std::make_pair(!a.collection.empty(), a.path) <
                              std::make_pair(!b.collection.empty(), b.path);
                     });
    for (Collection& collection : source_.collections) {
      collection.files.clear();
    }
    for (uint32_t i = 0; i < source_.static_files.size(); ++i) {
      for (Collection& collection : source_.collections) {
        if (collection.label == source_.static_files[i].collection) {
          collection.files.push_back(i);
        }
      }
    }
  }

  void LinkNeighbours() {
    for (const Collection& collection : source_.collections) {
      const std::vector<DocumentIndex>& list = collection.documents;
      for (size_t i = 0; i + 1 < list.size(); ++i) {
        source_.documents[list[i]].next = list[i + 1];
        source_.documents[list[i + 1]].previous = list[i];
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
