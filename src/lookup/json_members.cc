#include "lookup/json_members.h"

namespace offprint::lookup {

std::string TextMember(const data::Object& object, std::string_view name) {
  const data::Value* value = object.Find(name);
  if (value == nullptr) return {};
  const data::Array* list = value->AsArray();
  if (list != nullptr && !list->empty()) value = &list->front();
  const std::string* text = value->AsString();
  return text != nullptr ? *text : std::string();
}

const data::Array& ListMember(const data::Object& object,
                              std::string_view name) {
  static const data::Array kNone;
  const data::Value* value = object.Find(name);
  if (value == nullptr || value->AsArray() == nullptr) return kNone;
  return *value->AsArray();
}

}  // namespace offprint::lookup
