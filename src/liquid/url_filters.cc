// The filters of addresses.
#include <string>

#include "liquid/address.h"
#include "liquid/drop.h"
#include "liquid/filter.h"
#include "liquid/renderer.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

void AppendWithSlash(std::string_view part, std::string* out) {
  if (!part.empty() && !part.starts_with('/')) out->push_back('/');
  out->append(part);
}

// The input as text, a document as its address.
std::string_view AddressOf(const FilterCall& call) {
  if (call.input.kind() == Value::Kind::kDrop) {
    const Value address = call.input.drop().Address();
    if (address.IsString()) return address.text();
  }
  return ToText(call.input, call.renderer);
}

// Appends the address below the site's baseurl, not yet in its normal form.
void AppendBelowBase(std::string_view input, const Options& options,
                     std::string* out) {
  std::string_view base = options.baseurl;
  if (base.ends_with('/')) base.remove_suffix(1);
  AppendWithSlash(base, out);
  AppendWithSlash(input, out);
}

void WriteRelativeUrl(const FilterCall& call, std::string* out) {
  const std::string_view input = AddressOf(call);
  if (IsAbsoluteAddress(input)) {
    out->append(input);
    return;
  }
  // Nearly all are in their normal form where they are put together.
  const size_t begin = out->size();
  AppendBelowBase(input, call.renderer.options(), out);
  if (IsNormalPath(std::string_view(*out).substr(begin))) return;
  const std::string address = out->substr(begin);
  out->resize(begin);
  AppendNormalAddress(address, out);
}

void WriteAbsoluteUrl(const FilterCall& call, std::string* out) {
  const std::string_view input = AddressOf(call);
  if (IsAbsoluteAddress(input)) {
    out->append(input);
    return;
  }
  std::string address = call.renderer.options().url;
  std::string path;
  AppendBelowBase(input, call.renderer.options(), &path);
  AppendNormalAddress(path, &address);
  AppendNormalAddress(address, out);
}

void WriteStripIndex(const FilterCall& call, std::string* out) {
  if (ToText(call.input, call.renderer).empty()) return;
  if (!call.input.IsString()) {
    call.renderer.Fail("strip_index needs a text, not a value of class " +
                       std::string(ClassName(call.input)));
    return;
  }
  std::string_view input = call.input.text();
  for (const std::string_view index : {"/index.html", "/index.htm"}) {
    if (!input.ends_with(index)) continue;
    input.remove_suffix(index.size() - 1);
    break;
  }
  out->append(input);
}

constexpr Filter kFilters[] = {
    {"absolute_url", 0, 0, nullptr, WriteAbsoluteUrl, true},
    {"relative_url", 0, 0, nullptr, WriteRelativeUrl, true},
    {"strip_index", 0, 0, nullptr, WriteStripIndex, true},
};

}  // namespace

std::span<const Filter> UrlFilters() { return kFilters; }

}  // namespace offprint::liquid
