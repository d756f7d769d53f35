// Names for the content of assets, so that browsers may keep them for good.
#ifndef OFFPRINT_THEME_FINGERPRINT_H_
#define OFFPRINT_THEME_FINGERPRINT_H_

#include "data/value.h"
#include "theme/theme.h"

namespace offprint {

// From the address of each file below assets ("/assets/offprint.css") to ten
// hexadecimal digits that change when its content does. A style sheet in Sass
// stands under the address of its CSS and changes with every file of _sass too.
// A file that cannot be read is left out.
data::Object Fingerprints(const Theme& theme);

}  // namespace offprint

#endif  // OFFPRINT_THEME_FINGERPRINT_H_
