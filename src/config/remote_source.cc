#include "config/remote_source.h"

#include <filesystem>

namespace offprint {
namespace {

void ReplaceAll(std::string_view what, std::string_view with,
                std::string* text) {
  for (size_t at = 0; (at = text->find(what, at)) != std::string::npos;
       at += with.size()) {
    text->replace(at, what.size(), with);
  }
}

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

std::string AddressOn(std::string_view pattern, Date day) {
  const std::string date = FormatDate(day);
  std::string address(pattern);
  ReplaceAll("{date}", date, &address);
  ReplaceAll("{year}", date.substr(0, 4), &address);
  ReplaceAll("{month}", date.substr(5, 2), &address);
  ReplaceAll("{day}", date.substr(8, 2), &address);
  return address;
}

std::string DatedProblem(std::string_view pattern) {
  const std::string filled = AddressOn(pattern, Date{});
  if (Holds(filled, "{") || Holds(filled, "}")) {
    return "may hold {date}, {year}, {month} and {day}, and no other \"{\" or "
           "\"}\"";
  }
  const bool tells_days =
      Holds(pattern, "{date}") ||
      (Holds(pattern, "{year}") && Holds(pattern, "{month}") &&
       Holds(pattern, "{day}"));
  return tells_days ? ""
                    : "should hold {date}, or {year}, {month} and {day}, where "
                      "the address holds the day";
}

std::string_view RemoteNameOf(std::string_view content, std::string_view file) {
  const auto folder =
      (std::filesystem::path(content) / kRemoteFolder / "").lexically_normal();
  const std::string prefix = folder.generic_string();
  if (!file.starts_with(prefix)) return {};
  file.remove_prefix(prefix.size());
  const size_t end = file.find('/');
  return end == std::string_view::npos ? std::string_view()
                                       : file.substr(0, end);
}

bool IsRemoteDigest(std::string_view content, std::string_view file) {
  return !RemoteNameOf(content, file).empty();
}

}  // namespace offprint
