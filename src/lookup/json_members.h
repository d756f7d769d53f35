// Members of JSON objects whose types nobody vouches for.
#ifndef OFFPRINT_LOOKUP_JSON_MEMBERS_H_
#define OFFPRINT_LOOKUP_JSON_MEMBERS_H_

#include <string>
#include <string_view>

#include "data/value.h"

namespace offprint::lookup {

// The text of the member, or of the first of a list of texts; empty for any
// other.
std::string TextMember(const data::Object& object, std::string_view name);

// The member as a list; empty where it is none.
const data::Array& ListMember(const data::Object& object,
                              std::string_view name);

}  // namespace offprint::lookup

#endif  // OFFPRINT_LOOKUP_JSON_MEMBERS_H_
