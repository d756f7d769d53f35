// Bodies as they were before the server compressed them. libcurl could do it,
// but takes a stream that is cut off for a whole one.
#ifndef OFFPRINT_FETCH_BODY_DECODER_H_
#define OFFPRINT_FETCH_BODY_DECODER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace offprint::fetch {

// What Accept-Encoding says: the codings that MakeBodyDecoder() knows.
inline constexpr const char* kAcceptedEncodings = "gzip, deflate, br";

enum class Decoding { kGood, kDamaged, kTooLarge };

// Takes a body piece by piece.
class BodyDecoder {
 public:
  virtual ~BodyDecoder() = default;
  // Appends what the piece gives to *out, which never grows beyond `most`
  // bytes.
  virtual Decoding Take(std::string_view piece, size_t most,
                        std::string* out) = 0;
  // Whether the body may end here.
  virtual bool AtEnd() const = 0;
};

// For a Content-Encoding (RFC 9110, 8.4.1): "gzip" (RFC 1952), "deflate"
// (RFC 1950, or 1951 as some servers send), "br" (RFC 7932), "identity" or
// empty; null for all others.
std::unique_ptr<BodyDecoder> MakeBodyDecoder(std::string_view encoding);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_BODY_DECODER_H_
