#include "search/deflate.h"

#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <new>

namespace offprint::search {
namespace {

constexpr int kLevel = 4;

void CheckMemory(int result) {
  if (result == Z_MEM_ERROR) throw std::bad_alloc();
  assert(result == Z_OK || result == Z_STREAM_END);
}

// Feeds all bytes to the stream and appends what comes out.
void Feed(z_stream* stream, std::string_view bytes, int flush,
          std::string* out) {
  const size_t before = out->size();
  // Room for the worst case, and for the marks of a flush.
  const uLong room =
      deflateBound(stream, static_cast<uLong>(bytes.size())) + 64;
  out->resize(before + room);
  // zlib does not write through next_in, which lacks a const.
  stream->next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
  stream->avail_in = static_cast<uInt>(bytes.size());
  stream->next_out = reinterpret_cast<Bytef*>(out->data() + before);
  stream->avail_out = static_cast<uInt>(room);
  CheckMemory(deflate(stream, flush));
  assert(stream->avail_in == 0 && stream->avail_out > 0);
  out->resize(before + room - stream->avail_out);
}

}  // namespace

std::string Deflate(std::string_view bytes) {
  z_stream stream = {};
  CheckMemory(deflateInit(&stream, kLevel));
  std::string out;
  Feed(&stream, bytes, Z_FINISH, &out);
  deflateEnd(&stream);
  return out;
}

std::optional<std::string> Inflate(std::string_view stream, size_t most) {
  z_stream z = {};
  CheckMemory(inflateInit(&z));
  z.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(stream.data()));  // NOLINT
  z.avail_in = static_cast<uInt>(stream.size());
  std::string out;
  int result = Z_OK;
  while (result == Z_OK && out.size() <= most) {
    const size_t before = out.size();
    const size_t room = std::max<size_t>(4096, before);
    out.resize(before + room);
    z.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    z.avail_out = static_cast<uInt>(room);
    result = inflate(&z, Z_NO_FLUSH);
    out.resize(before + room - z.avail_out);
  }
  const bool whole = result == Z_STREAM_END && z.avail_in == 0;
  inflateEnd(&z);
  if (!whole || out.size() > most) return std::nullopt;
  return out;
}

struct SharedStart::State {
  State() { CheckMemory(deflateInit(&stream, kLevel)); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { deflateEnd(&stream); }

  z_stream stream = {};
};

SharedStart::SharedStart(std::string_view start)
    : state_(std::make_unique<State>()) {
  Feed(&state_->stream, start, Z_SYNC_FLUSH, &head_);
}

SharedStart::SharedStart(SharedStart&&) noexcept = default;
SharedStart& SharedStart::operator=(SharedStart&&) noexcept = default;
SharedStart::~SharedStart() = default;

std::string SharedStart::Continue(std::string_view bytes) const {
  z_stream stream = {};
  CheckMemory(deflateCopy(&stream, &state_->stream));
  std::string out;
  Feed(&stream, bytes, Z_FINISH, &out);
  deflateEnd(&stream);
  return out;
}

}  // namespace offprint::search
