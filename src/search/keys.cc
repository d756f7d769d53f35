#include "search/keys.h"

namespace offprint::search {

std::string KeyOf(Pair pair) {
  std::string key = "g";
  AppendUtf8(pair.first, &key);
  if (pair.second != 0) AppendUtf8(pair.second, &key);
  return key;
}

}  // namespace offprint::search
