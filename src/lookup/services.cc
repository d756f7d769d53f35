#include "lookup/services.h"

#include "base/percent.h"

namespace offprint::lookup {

std::string EncodePath(std::string_view text) {
  static constexpr CharSet kKept = CharSet::AlnumAnd("-._~/");
  return PercentEncoded(text, kKept);
}

}  // namespace offprint::lookup
