// Every layer's files become a tree as Jekyll would read that layer alone. The
// trees are laid over each other, which gives the files that the site's _data
// folder would hold: those that only one layer has are copied, the others
// written anew. The values are then read off that folder, so that offprint and
// Jekyll see the same, in the same order.
#include "theme/theme_data.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/source_file.h"
#include "base/text.h"
#include "data/csv.h"
#include "data/json.h"
#include "data/yaml.h"

namespace offprint {
namespace {

constexpr std::string_view kFolder = "_data/";
// In the order in which Jekyll reads them.
constexpr std::array<std::string_view, 5> kExtensions = {
    ".yaml", ".yml", ".json", ".csv", ".tsv"};

std::string_view Extension(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

std::string_view Stem(std::string_view name) {
  return name.substr(0, name.size() - Extension(name).size());
}

auto Rank(std::string_view name) {
  return std::find(kExtensions.begin(), kExtensions.end(), Extension(name)) -
         kExtensions.begin();
}

struct Entry {
  DataFile file;  // its path without "_data/"
  data::Value value;
};

// The data under one key of a folder.
struct Node {
  std::string key;
  std::string name;  // of the folder or file
  bool is_folder = false;
  std::vector<Entry> entries;  // the last one counts
  std::vector<Node> children;

  const data::Value& value() const { return entries.back().value; }
  Node& Child(const std::string& child) {
    for (Node& node : children) {
      if (node.key == child) return node;
    }
    children.emplace_back().key = child;
    return children.back();
  }
};

// Fills the folder with entries whose paths begin at it.
void FillFolder(std::vector<Entry> entries, size_t prefix, Node* folder) {
  std::map<std::string, std::vector<Entry>> folders;
  std::vector<Entry> files;
  folder->is_folder = true;
  for (Entry& entry : entries) {
    const size_t slash = entry.file.path.find('/', prefix);
    if (slash == std::string::npos) {
      files.push_back(std::move(entry));
    } else {
      folders[entry.file.path.substr(prefix, slash - prefix)].push_back(
          std::move(entry));
    }
  }
  std::sort(files.begin(), files.end(), [](const Entry& a, const Entry& b) {
    return std::make_pair(Rank(a.file.path), a.file.path) <
           std::make_pair(Rank(b.file.path), b.file.path);
  });
  for (Entry& file : files) {
    const std::string name = file.file.path.substr(prefix);
    Node& node = folder->Child(DataKey(Stem(name)));
    node.name = name;
    node.entries.push_back(std::move(file));
  }
  for (auto& [name, inside] : folders) {
    Node& node = folder->Child(DataKey(name));
    node.name = name;
    node.children.clear();
    FillFolder(std::move(inside), prefix + name.size() + 1, &node);
  }
}

data::Value ToValue(Node&& node) {
  if (!node.is_folder) return std::move(node.entries.back().value);
  data::Object members;
  for (Node& child : node.children) {
    const std::string key = child.key;
    members.Append(key, ToValue(std::move(child)));
  }
  return members;
}

// Mappings key by key; anything else gives way to what lies over it.
data::Value Overlay(const data::Value& base, const data::Value& over) {
  const data::Object* below = base.AsObject();
  const data::Object* above = over.AsObject();
  if (below == nullptr || above == nullptr) return over;
  std::unordered_map<std::string_view, const data::Member*> added;
  for (const data::Member& member : above->members()) {
    added.emplace(member.key, &member);
  }
  data::Object merged;
  for (const data::Member& member : below->members()) {
    const auto found = added.find(member.key);
    merged.Append(member.key,
                  found == added.end()
                      ? member.value
                      : Overlay(member.value, found->second->value));
    if (found != added.end()) added.erase(found);
  }
  for (const data::Member& member : above->members()) {
    if (added.contains(member.key)) merged.Append(member.key, member.value);
  }
  return merged;
}

// As JSON, but for dates, which stay such in YAML without quotes alone.
void AppendYaml(const data::Value& value, std::string* out) {
  if (const data::Timestamp* timestamp = value.AsTimestamp()) {
    *out += data::FormatTimestamp(*timestamp);
  } else if (const data::Array* list = value.AsArray()) {
    *out += '[';
    for (const data::Value& item : *list) {
      if (&item != list->data()) *out += ", ";
      AppendYaml(item, out);
    }
    *out += ']';
  } else if (const data::Object* mapping = value.AsObject()) {
    *out += '{';
    for (const data::Member& member : mapping->members()) {
      if (&member != mapping->members().data()) *out += ", ";
      data::AppendJsonString(member.key, out);
      *out += ": ";
      AppendYaml(member.value, out);
    }
    *out += '}';
  } else {
    data::AppendJson(value, out);
  }
}

std::string FormatYaml(const data::Object& mapping) {
  std::string out = "# Put together by offprint.\n";
  for (const data::Member& member : mapping.members()) {
    data::AppendJsonString(member.key, &out);
    out += ": ";
    AppendYaml(member.value, &out);
    out += '\n';
  }
  return out;
}

// Lays trees over each other and lists the files of the result.
class Merger {
 public:
  // `nodes`: what the layers have under one key, the winner first. `folder` is
  // the path of what they lie in, with "/" at its end.
  void Merge(const std::vector<const Node*>& nodes, const std::string& folder) {
    std::vector<const Node*> held;
    for (const Node* node : nodes) {
      if (node->is_folder || !node->value().IsNull()) held.push_back(node);
    }
    const Node& winner = held.empty() ? *nodes.front() : *held.front();
    if (held.size() < 2) return Copy(winner, folder);
    const bool folders = std::all_of(
        held.begin(), held.end(), [](const Node* n) { return n->is_folder; });
    if (folders) return MergeChildren(held, folder + winner.name + "/");
    data::Value merged = ToValue(Node(*held.back()));
    for (auto node = held.rbegin() + 1; node != held.rend(); ++node) {
      merged = Overlay(merged, ToValue(Node(**node)));
    }
    const data::Object* mapping = merged.AsObject();
    if (mapping == nullptr) return Copy(winner, folder);
    std::string path = folder;
    path += winner.is_folder ? winner.name : Stem(winner.name);
    std::string text = FormatYaml(*mapping);
    out_.push_back({{path + ".yml", {}, std::move(text)}, std::move(merged)});
  }

  void MergeChildren(const std::vector<const Node*>& folders,
                     const std::string& path) {
    std::vector<std::string> keys;
    std::unordered_map<std::string, std::vector<const Node*>> by_key;
    for (const Node* folder : folders) {
      for (const Node& child : folder->children) {
        auto& nodes = by_key[child.key];
        if (nodes.empty()) keys.push_back(child.key);
        nodes.push_back(&child);
      }
    }
    for (const std::string& key : keys) Merge(by_key[key], path);
  }

  std::vector<Entry> Take() { return std::move(out_); }

 private:
  void Copy(const Node& node, const std::string& folder) {
    for (const Entry& entry : node.entries) {
      Entry copy = entry;
      const std::string& path = entry.file.path;
      copy.file.path = folder + path.substr(path.rfind('/') + 1);
      out_.push_back(std::move(copy));
    }
    for (const Node& child : node.children) {
      Copy(child, folder + node.name + "/");
    }
  }

  std::vector<Entry> out_;
};

data::Value ReadValue(const std::filesystem::path& file,
                      const std::string& shown, Diagnostics& diagnostics) {
  const SourceFile text = SourceFile::Read(file, shown, diagnostics);
  const std::string_view extension = Extension(shown);
  if (extension == ".csv" || extension == ".tsv") {
    const char separator = extension == ".csv" ? ',' : '\t';
    return data::ParseCsv(text.text(), separator, shown, diagnostics);
  }
  return data::ParseYaml(text.text(), shown, 1, diagnostics,
                         data::YamlDates::kTimestamps);
}

Node ReadLayer(const Theme& theme, size_t index, Diagnostics& diagnostics) {
  const ThemeLayer& layer = theme.layers[index];
  std::vector<Entry> entries;
  for (const auto& [path, holders] : theme.holders) {
    if (!IsDataFile(path) ||
        std::find(holders.begin(), holders.end(), index) == holders.end()) {
      continue;
    }
    const size_t errors = diagnostics.errors();
    Entry entry;
    entry.file = {path.substr(kFolder.size()), layer.folder / path, {}};
    entry.value =
        ReadValue(entry.file.source, layer.ShownPath(path), diagnostics);
    if (diagnostics.errors() == errors) entries.push_back(std::move(entry));
  }
  Node root;
  FillFolder(std::move(entries), 0, &root);
  return root;
}

bool IsWordCharacter(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '_';
}

}  // namespace

std::string DataKey(std::string_view name) {
  const size_t begin = name.size() - TrimLeft(name).size();
  const bool drops = begin == name.size() || IsWordCharacter(name[begin]) ||
                     static_cast<unsigned char>(name[begin]) >= 0x80;
  std::string key;
  for (const char c : name.substr(drops ? begin : 0)) {
    if (IsSpace(c)) {
      if (!key.ends_with(' ')) key += ' ';
    } else if (IsWordCharacter(c) || c == '-') {
      key += c;
    }
  }
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

bool IsDataFile(std::string_view path) {
  return path.starts_with(kFolder) &&
         Rank(path) != static_cast<std::ptrdiff_t>(kExtensions.size());
}

ThemeData LoadThemeData(const Theme& theme, Diagnostics& diagnostics) {
  std::vector<Node> layers;
  std::vector<const Node*> roots;
  layers.reserve(theme.layers.size());
  for (size_t i = 0; i < theme.layers.size(); ++i) {
    roots.push_back(&layers.emplace_back(ReadLayer(theme, i, diagnostics)));
  }
  Merger merger;
  merger.MergeChildren(roots, "");
  std::vector<Entry> entries = merger.Take();
  ThemeData data;
  for (Entry& entry : entries) {
    DataFile file = entry.file;
    file.path.insert(0, kFolder);
    data.files.push_back(std::move(file));
  }
  Node root;
  FillFolder(std::move(entries), 0, &root);
  data.values = std::move(*ToValue(std::move(root)).AsObject());
  return data;
}

}  // namespace offprint
