// Keeps text of digests from being Liquid in Jekyll's build.
#ifndef OFFPRINT_RENDER_BRACES_H_
#define OFFPRINT_RENDER_BRACES_H_

#include <string>

namespace offprint {

// Writes each "{" that another "{" or a "%" follows as "&#123;", which HTML
// shows as "{". The text is HTML without script or style elements.
void GuardBraces(std::string* html);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_BRACES_H_
