#ifndef OFFPRINT_SERVE_CONTENT_TYPE_H_
#define OFFPRINT_SERVE_CONTENT_TYPE_H_

#include <string_view>

namespace offprint::serve {

// The media type of a file by its name, with the charset of a text, as GitHub
// Pages gives it; "application/octet-stream" where the name tells nothing.
std::string_view ContentTypeOf(std::string_view path);

// Whether such a file is worth compressing.
bool IsText(std::string_view content_type);

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_CONTENT_TYPE_H_
