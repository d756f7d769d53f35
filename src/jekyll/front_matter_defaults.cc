#include "jekyll/front_matter_defaults.h"

#include <fnmatch.h>

namespace offprint::jekyll {
namespace {

std::string_view WithoutSlash(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

// Whether the path, or a folder that it lies in, matches the glob.
bool MatchesScope(std::string_view pattern, std::string_view path) {
  if (pattern.find('*') == std::string_view::npos) {
    return path.starts_with(pattern);
  }
  const std::string glob(pattern);
  for (size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const std::string head(path.substr(0, end));
    if (fnmatch(glob.c_str(), head.c_str(), FNM_PATHNAME) == 0) return true;
    if (end == std::string_view::npos) return false;
  }
}

bool Applies(const FrontMatterDefault& set, std::string_view path,
             std::string_view type) {
  return (set.type.empty() || set.type == type) &&
         MatchesScope(WithoutSlash(set.path), path);
}

bool Precedes(const FrontMatterDefault* old, const FrontMatterDefault& set) {
  if (old == nullptr) return true;
  const size_t old_size = WithoutSlash(old->path).size();
  const size_t size = WithoutSlash(set.path).size();
  if (size != old_size) return size > old_size;
  return !set.type.empty() || old->type.empty();
}

}  // namespace

void MergeDeep(const data::Object& over, data::Object* values) {
  for (const data::Member& member : over.members()) {
    data::Value* below = values->Find(member.key);
    if (below != nullptr && below->AsObject() != nullptr &&
        member.value.AsObject() != nullptr) {
      MergeDeep(*member.value.AsObject(), below->AsObject());
    } else {
      values->Set(member.key, member.value, member.mark);
    }
  }
}

data::Object DefaultsOf(const Settings& settings, std::string_view path,
                        std::string_view type) {
  data::Object values;
  const FrontMatterDefault* last = nullptr;
  for (const FrontMatterDefault& set : settings.defaults) {
    if (!Applies(set, path, type)) continue;
    if (Precedes(last, set)) {
      MergeDeep(set.values, &values);
      last = &set;
    } else {
      data::Object below = set.values;
      MergeDeep(values, &below);
      values = below;
    }
  }
  return values;
}

}  // namespace offprint::jekyll
