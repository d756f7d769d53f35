// Addresses, brought to their normal form as Ruby's Addressable does it.
#ifndef OFFPRINT_LIQUID_ADDRESS_H_
#define OFFPRINT_LIQUID_ADDRESS_H_

#include <string>
#include <string_view>

namespace offprint::liquid {

// Whether the text begins with a scheme, as "https:" or "mailto:".
bool IsAbsoluteAddress(std::string_view text);

// Whether it is a path that needs no change to be in its normal form.
bool IsNormalPath(std::string_view address);

// Appends the address with scheme and host in small letters, without a port
// that goes without saying, without "." and ".." in the path, and with %XX
// for what may not stand in an address.
void AppendNormalAddress(std::string_view address, std::string* out);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_ADDRESS_H_
