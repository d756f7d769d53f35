#include "fetch/body_decoder.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>

#include "base/text.h"

namespace offprint::fetch {
namespace {

using Buffer = std::array<uint8_t, 32768>;

// Appends the front of the buffer.
Decoding Append(const Buffer& buffer, size_t size, size_t most,
                std::string* out) {
  if (size > most - out->size()) return Decoding::kTooLarge;
  out->append(reinterpret_cast<const char*>(buffer.data()), size);
  return Decoding::kGood;
}

class Plain final : public BodyDecoder {
 public:
  Decoding Take(std::string_view piece, size_t most,
                std::string* out) override {
    if (piece.size() > most - out->size()) return Decoding::kTooLarge;
    out->append(piece);
    return Decoding::kGood;
  }
  bool AtEnd() const override { return true; }
};

enum class ZlibForm { kGzip, kDeflate };

class Zlib final : public BodyDecoder {
 public:
  explicit Zlib(ZlibForm form) : form_(form) {}
  Zlib(const Zlib&) = delete;
  Zlib& operator=(const Zlib&) = delete;
  ~Zlib() override {
    if (begun_) inflateEnd(&stream_);
  }

  Decoding Take(std::string_view piece, size_t most,
                std::string* out) override {
    if (piece.empty()) return Decoding::kGood;
    if (!begun_) Begin(piece[0]);
    // zlib does not write through next_in, which lacks a const.
    stream_.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));  // NOLINT
    stream_.avail_in = static_cast<uInt>(piece.size());
    do {
      const Decoding result = Step(most, out);
      if (result != Decoding::kGood) return result;
    } while (stream_.avail_in > 0 || stream_.avail_out == 0);
    return Decoding::kGood;
  }

  // An empty body, as of an answer to HEAD, is no stream cut off.
  bool AtEnd() const override { return !begun_ || ended_; }

 private:
  void Begin(char first) {
    int window = 15 + 16;  // with the header of gzip
    if (form_ == ZlibForm::kDeflate) {
      // Method 8, the only one, in the header of zlib; a stream without one
      // does not begin so.
      window = (static_cast<unsigned char>(first) & 0x0F) == 8 ? 15 : -15;
    }
    if (inflateInit2(&stream_, window) != Z_OK) throw std::bad_alloc();
    begun_ = true;
  }

  Decoding Step(size_t most, std::string* out) {
    if (ended_ && stream_.avail_in > 0) {
      // gzip may go on with another member; nothing else goes on.
      if (form_ != ZlibForm::kGzip) return Decoding::kDamaged;
      inflateReset(&stream_);
      ended_ = false;
    }
    stream_.next_out = buffer_.data();
    stream_.avail_out = static_cast<uInt>(buffer_.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    ended_ = ended_ || result == Z_STREAM_END;
    // Z_BUF_ERROR: there is nothing more to do with this piece.
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      return Decoding::kDamaged;
    }
    return Append(buffer_, buffer_.size() - stream_.avail_out, most, out);
  }

  const ZlibForm form_;
  z_stream stream_ = {};
  Buffer buffer_;
  bool begun_ = false;
  bool ended_ = false;
};

class Brotli final : public BodyDecoder {
 public:
  Brotli() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    if (state_ == nullptr) throw std::bad_alloc();
  }
  Brotli(const Brotli&) = delete;
  Brotli& operator=(const Brotli&) = delete;
  ~Brotli() override { BrotliDecoderDestroyInstance(state_); }

  Decoding Take(std::string_view piece, size_t most,
                std::string* out) override {
    begun_ = begun_ || !piece.empty();
    const auto* in = reinterpret_cast<const uint8_t*>(piece.data());
    size_t left = piece.size();
    for (;;) {
      uint8_t* next = buffer_.data();
      size_t room = buffer_.size();
      const BrotliDecoderResult result = BrotliDecoderDecompressStream(
          state_, &left, &in, &room, &next, nullptr);
      if (result == BROTLI_DECODER_RESULT_ERROR) return Decoding::kDamaged;
      const Decoding appended =
          Append(buffer_, buffer_.size() - room, most, out);
      if (appended != Decoding::kGood) return appended;
      if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
      return left == 0 ? Decoding::kGood : Decoding::kDamaged;
    }
  }

  bool AtEnd() const override {
    return !begun_ || BrotliDecoderIsFinished(state_) == BROTLI_TRUE;
  }

 private:
  BrotliDecoderState* state_;
  Buffer buffer_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<BodyDecoder> MakeBodyDecoder(std::string_view encoding) {
  encoding = Trim(encoding);
  const auto is = [&](std::string_view name) {
    return EqualsIgnoreCase(encoding, name);
  };
  if (encoding.empty() || is("identity")) return std::make_unique<Plain>();
  if (is("gzip") || is("x-gzip")) {
    return std::make_unique<Zlib>(ZlibForm::kGzip);
  }
  if (is("deflate")) return std::make_unique<Zlib>(ZlibForm::kDeflate);
  if (is("br")) return std::make_unique<Brotli>();
  return nullptr;
}

}  // namespace offprint::fetch
