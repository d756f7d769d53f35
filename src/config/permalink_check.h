#ifndef OFFPRINT_CONFIG_PERMALINK_CHECK_H_
#define OFFPRINT_CONFIG_PERMALINK_CHECK_H_

#include <string>
#include <string_view>
#include <vector>

namespace offprint {

// What is wrong with a permalink of a kind of page that is told apart by
// `placeholders` (":id"), each of which it must hold; empty when nothing is.
// The sentence continues one that begins with the setting's name.
std::string PermalinkProblem(std::string_view permalink,
                             const std::vector<std::string_view>& placeholders);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_PERMALINK_CHECK_H_
