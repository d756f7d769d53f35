#include "jekyll/collections.h"

#include <string>

#include "data/truth_value.h"
#include "jekyll/front_matter_defaults.h"

namespace offprint::jekyll {
namespace {

using data::Value;

// `values` are its settings, where there are any.
Collection MakeCollection(const std::string& label, const Value& values) {
  Collection collection;
  collection.label = label;
  if (values.AsObject() != nullptr) collection.values = *values.AsObject();
  collection.output =
      label == "posts" || data::IsTrue(collection.values, "output");
  collection.values.Set("output", collection.output);
  return collection;
}

}  // namespace

std::vector<Collection> ConfiguredCollections(const Settings& settings) {
  std::vector<Collection> collections;
  collections.push_back(MakeCollection("posts", Value()));
  const Value* given = settings.values.Find("collections");
  if (given == nullptr) return collections;
  if (const data::Array* labels = given->AsArray()) {
    for (const Value& label : *labels) {
      if (label.AsString() == nullptr) continue;
      collections.push_back(MakeCollection(*label.AsString(), Value()));
    }
  }
  if (given->AsObject() == nullptr) return collections;
  for (const data::Member& member : given->AsObject()->members()) {
    if (member.key != "posts") {
      collections.push_back(MakeCollection(member.key, member.value));
    } else if (member.value.AsObject() != nullptr) {
      MergeDeep(*member.value.AsObject(), &collections.front().values);
    }
  }
  return collections;
}

}  // namespace offprint::jekyll
