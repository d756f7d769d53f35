#include "remote/digest_text.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <vector>

#include "base/text.h"

namespace offprint::remote {
namespace {

struct ContentType {
  std::string media;    // "text/markdown", in lower case; empty for none
  std::string charset;  // as written, without quotes; empty for none
};

ContentType ParseContentType(std::string_view text) {
  ContentType type;
  const std::vector<std::string_view> parts = Split(text, ';');
  type.media = AsciiLower(Trim(parts[0]));
  for (const std::string_view part : parts) {
    const std::string_view parameter = Trim(part);
    if (!StartsWithIgnoreCase(parameter, "charset=")) continue;
    std::string_view value = Trim(parameter.substr(8));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    type.charset = value;
  }
  return type;
}

// Media that are none, whatever the bytes look like. A digest is served as
// text/plain, text/markdown, or by servers that do not know the ending as
// application/octet-stream.
bool IsOtherMedia(std::string_view media) {
  constexpr std::array kOthers = {"text/html",       "application/xhtml+xml",
                                  "application/pdf", "application/zip",
                                  "text/css",        "text/javascript"};
  constexpr std::array kKinds = {"image/", "audio/", "video/", "font/"};
  return std::ranges::find(kOthers, media) != kOthers.end() ||
         std::ranges::any_of(kKinds, [&](std::string_view kind) {
           return media.starts_with(kind);
         });
}

// By the first tag, as browsers tell (mimesniff.spec.whatwg.org, 7.1), without
// those that Markdown begins with too: comments, div, p, h1, a, img.
bool LooksLikeHtml(std::string_view text) {
  text = TrimLeft(text);
  while (text.starts_with("<!--")) {
    const size_t end = text.find("-->");
    if (end == std::string_view::npos) return false;
    text = TrimLeft(text.substr(end + 3));
  }
  constexpr std::array kTags = {"<!doctype", "<html", "<head",  "<body",
                                "<script",   "<meta", "<title", "<?xml"};
  return std::ranges::any_of(kTags, [&](std::string_view tag) {
    return StartsWithIgnoreCase(text, tag);
  });
}

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};
constexpr std::array kMarks = {ByteOrderMark{"\xEF\xBB\xBF", "UTF-8"},
                               ByteOrderMark{"\xFE\xFF", "UTF-16BE"},
                               ByteOrderMark{"\xFF\xFE", "UTF-16LE"}};

// The name as iconv is asked for it; nothing where it is no name.
std::optional<std::string> IconvName(std::string_view charset) {
  const bool is_name = !charset.empty() && charset.size() <= 40 &&
                       std::ranges::all_of(charset, [](char c) {
                         return IsAsciiAlpha(c) || IsAsciiDigit(c) ||
                                c == '-' || c == '_' || c == '.' || c == ':';
                       });
  if (!is_name) return std::nullopt;
  const std::string name = AsciiLower(charset);
  // Labels that stand for a larger set (encoding.spec.whatwg.org, 4.2).
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "GB18030";
  if (name == "utf8") return "UTF-8";
  return name;
}

struct CloseIconv {
  void operator()(void* handle) const { iconv_close(handle); }
};

// What the bytes say, by the name that iconv has for the charset; a problem
// where one is no character.
DigestText Decode(std::string& bytes, const std::string& name,
                  const std::string& charset) {
  void* handle = iconv_open("UTF-8", name.c_str());
  // NOLINTNEXTLINE(*-reinterpret-cast,*-int-to-ptr): how iconv says no.
  if (handle == reinterpret_cast<void*>(-1)) {
    return {"", "the server says that it is \"" + charset +
                    "\", which is no set of characters known here"};
  }
  const std::unique_ptr<void, CloseIconv> closes(handle);
  DigestText decoded;
  char* in = bytes.data();
  size_t left = bytes.size();
  std::array<char, 65536> buffer{};
  // The last turn, without input, gives what a charset has kept back to join
  // with a mark that might have followed.
  for (bool more = true; more;) {
    more = left > 0;
    char* out = buffer.data();
    size_t room = buffer.size();
    const size_t done = iconv(handle, more ? &in : nullptr, &left, &out, &room);
    decoded.text.append(buffer.data(), buffer.size() - room);
    if (done == static_cast<size_t>(-1) && errno != E2BIG) {
      return {"", "it is no " + charset + " at byte " +
                      std::to_string(bytes.size() - left + 1)};
    }
  }
  return decoded;
}

}  // namespace

DigestText ReadDigestText(std::string bytes, std::string_view content_type) {
  const ContentType type = ParseContentType(content_type);
  if (IsOtherMedia(type.media)) {
    return {"", "the server says that it is " + type.media +
                    ", which is no digest in Markdown"};
  }
  std::string charset = type.charset.empty() ? "UTF-8" : type.charset;
  for (const ByteOrderMark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    charset = mark.charset;
    bytes.erase(0, mark.bytes.size());
    break;
  }
  const std::optional<std::string> name = IconvName(charset);
  if (!name) {
    return {"", "the server names a set of characters that is none"};
  }
  DigestText digest = Decode(bytes, *name, charset);
  if (!digest.problem.empty()) return digest;
  if (digest.text.find('\0') != std::string::npos) {
    return {"", "it holds binary data, and no text"};
  }
  if (Trim(digest.text).empty()) return {"", "it is empty"};
  if (LooksLikeHtml(digest.text)) {
    return {"", "it is a page of HTML or XML, and no digest in Markdown"};
  }
  return digest;
}

}  // namespace offprint::remote
