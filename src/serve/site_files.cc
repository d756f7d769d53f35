#include "serve/site_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <utility>

#include "base/text.h"
#include "serve/content_type.h"

namespace offprint::serve {
namespace {

// The most that is compressed on the way.
constexpr uint64_t kCompressMost = 4 << 20;

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Of RFC 9110, 5.6.7.
std::string HttpDate(time_t time) {
  tm parts{};
  gmtime_r(&time, &parts);
  char text[40];
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed",
                                          "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr",
                                            "May", "Jun", "Jul", "Aug",
                                            "Sep", "Oct", "Nov", "Dec"};
  std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays[parts.tm_wday], parts.tm_mday, kMonths[parts.tm_mon],
                parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                parts.tm_sec);
  return text;
}

struct ByteRange {
  uint64_t first = 0;
  uint64_t size = 0;
};

// One range of "bytes=…": `unsatisfiable` where it lies behind the end; nothing
// for what is no such header, which is passed over.
std::optional<ByteRange> ParseRange(std::string_view header, uint64_t size,
                                    bool* unsatisfiable) {
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit)) return std::nullopt;
  header.remove_prefix(kUnit.size());
  const size_t dash = header.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view text, uint64_t* value) {
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), *value);
    return error == std::errc() && end == text.data() + text.size();
  };
  uint64_t first = 0;
  uint64_t last = size - 1;
  const std::string_view from = header.substr(0, dash);
  const std::string_view to = header.substr(dash + 1);
  if (from.empty()) {
    uint64_t count = 0;
    if (!number(to, &count)) return std::nullopt;
    first = size - std::min(count, size);
    *unsatisfiable = count == 0;
  } else {
    if (!number(from, &first)) return std::nullopt;
    if (!to.empty() && (!number(to, &last) || last < first)) {
      return std::nullopt;
    }
    last = std::min(last, size - 1);
  }
  if (first >= size) *unsatisfiable = true;
  if (*unsatisfiable) return std::nullopt;
  return ByteRange{first, last - first + 1};
}

std::string Gzip(std::string_view bytes) {
  z_stream stream = {};
  constexpr int kGzip = 15 + 16;  // window bits, and gzip's own head
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzip, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())),
                  '\0');
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return done ? out : std::string();
}

std::string ReadAll(int fd, uint64_t size) {
  std::string bytes(size, '\0');
  size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t got =
        pread(fd, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (got <= 0) break;
    at += static_cast<size_t>(got);
  }
  bytes.resize(at);
  return bytes;
}

bool AcceptsGzip(const Request& request) {
  for (const std::string_view coding :
       Split(request.Header("accept-encoding"), ',')) {
    const std::string_view name = Trim(coding.substr(0, coding.find(';')));
    if (name != "gzip") continue;
    const size_t quality = coding.find("q=");
    return quality == std::string_view::npos ||
           coding.find_first_of("123456789", quality) != std::string_view::npos;
  }
  return false;
}

std::string TagOf(const struct stat& status) {
  char tag[64];
  std::snprintf(tag, sizeof tag, "\"%llx-%lx-%llx\"",
                static_cast<unsigned long long>(status.st_mtim.tv_sec),
                static_cast<unsigned long>(status.st_mtim.tv_nsec),
                static_cast<unsigned long long>(status.st_size));
  return tag;
}

// Whether who asks has the file already.
bool IsKnown(const Request& request, const std::string& tag,
             const std::string& modified) {
  const std::string_view known = request.Header("if-none-match");
  if (known.empty()) return request.Header("if-modified-since") == modified;
  return known == "*" || known.find(tag) != std::string_view::npos;
}

// Makes of the answer with a whole file one with a part of it; false where the
// header asks for none.
bool TakeRange(std::string_view header, Response* response) {
  const std::string size = std::to_string(response->file_size);
  bool unsatisfiable = false;
  const auto part = ParseRange(header, response->file_size, &unsatisfiable);
  if (unsatisfiable) {
    response->status = 416;
    response->headers.emplace_back("Content-Range", "bytes */" + size);
    response->file.Close();
    return true;
  }
  if (!part) return false;
  response->status = 206;
  response->headers.emplace_back(
      "Content-Range", "bytes " + std::to_string(part->first) + "-" +
                           std::to_string(part->first + part->size - 1) + "/" +
                           size);
  response->file_offset = part->first;
  response->file_size = part->size;
  return true;
}

// Takes the file of the answer into its body, where something is to be added or
// it is to be compressed.
void TakeIn(std::string_view script, bool compresses, Response* response) {
  compresses = compresses && response->file_size <= kCompressMost;
  if (script.empty() && !compresses) return;
  response->body = ReadAll(response->file.get(), response->file_size);
  response->file.Close();
  response->body += script;
  if (!compresses) return;
  response->body = Gzip(response->body);
  response->headers.emplace_back("Content-Encoding", "gzip");
  // The same page in other bytes: a weak tag (RFC 9110, 8.8.3).
  for (auto& [name, value] : response->headers) {
    if (name == "ETag") value.insert(0, "W/");
  }
}

Response PlainText(int status, std::string text) {
  Response response;
  response.status = status;
  response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
  response.body = std::move(text);
  return response;
}

Response Redirect(const std::string& address) {
  Response response = PlainText(301, "");
  response.headers.emplace_back("Location", address);
  return response;
}

}  // namespace

struct SiteFiles::Found {
  UniqueFd fd;
  struct stat status {};
  std::string path;
};

std::optional<std::string> DecodePath(std::string_view path) {
  std::string decoded;
  if (path.starts_with('/')) path.remove_prefix(1);
  for (size_t at = 0; at < path.size(); ++at) {
    char c = path[at];
    if (c == '%') {
      const int high = at + 2 < path.size() ? HexValue(path[at + 1]) : -1;
      const int low = high >= 0 ? HexValue(path[at + 2]) : -1;
      if (low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      at += 2;
    }
    if (c == '\0' || c == '\\') return std::nullopt;
    decoded += c;
  }
  for (const std::string_view part : Split(decoded, '/')) {
    if (part == "." || part == "..") return std::nullopt;
  }
  return decoded;
}

SiteFiles::SiteFiles(std::filesystem::path folder, std::string base,
                     std::string script)
    : folder_(std::move(folder)),
      base_(std::move(base)),
      script_(std::move(script)) {}

// Goes from folder to folder, so that none is a link on the way.
std::optional<SiteFiles::Found> SiteFiles::Open(const std::string& path) const {
  UniqueFd at(open(folder_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  Found found;
  found.path = path;
  const std::vector<std::string_view> parts = Split(path, '/');
  for (size_t i = 0; at.valid() && i < parts.size(); ++i) {
    const std::string part(parts[i]);
    const bool is_last = i + 1 == parts.size();
    if (part.empty()) return std::nullopt;
    const int flags = is_last ? O_RDONLY | O_NONBLOCK : O_PATH | O_DIRECTORY;
    at = UniqueFd(
        openat(at.get(), part.c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
  }
  if (!at.valid() || fstat(at.get(), &found.status) != 0) return std::nullopt;
  if (!S_ISREG(found.status.st_mode) && !S_ISDIR(found.status.st_mode)) {
    return std::nullopt;
  }
  found.fd = std::move(at);
  return found;
}

Response SiteFiles::Answer(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    Response response = PlainText(405, "This server only shows pages.\n");
    response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
  }
  if (request.path == "/" && !base_.empty()) return Redirect(base_ + "/");
  if (request.path == base_) return Redirect(base_ + "/");
  if (!request.path.starts_with(base_ + "/")) {
    return PlainText(404, "The site is at " + base_ + "/\n");
  }
  const auto path = DecodePath(request.path.substr(base_.size()));
  // Names that begin with "." are nobody's business, but for ".well-known".
  const bool is_hidden =
      path && (path->starts_with('.') || path->find("/.") != path->npos) &&
      !path->starts_with(".well-known/");
  if (!path || is_hidden) return NotFound(request);
  return AnswerPath(request, *path);
}

Response SiteFiles::AnswerPath(const Request& request,
                               const std::string& path) const {
  if (path.empty() || path.ends_with('/')) {
    auto index = Open(path + "index.html");
    if (!index || !S_ISREG(index->status.st_mode)) return NotFound(request);
    return AnswerFile(request, std::move(*index), 200);
  }
  auto found = Open(path);
  if (found && S_ISREG(found->status.st_mode)) {
    return AnswerFile(request, std::move(*found), 200);
  }
  auto page = Open(path + ".html");
  if (page && S_ISREG(page->status.st_mode)) {
    return AnswerFile(request, std::move(*page), 200);
  }
  if (found) return Redirect(request.path + "/");
  return NotFound(request);
}

Response SiteFiles::NotFound(const Request& request) const {
  auto page = Open("404.html");
  if (!page || !S_ISREG(page->status.st_mode)) {
    return PlainText(404, "There is no such page.\n");
  }
  return AnswerFile(request, std::move(*page), 404);
}

Response SiteFiles::AnswerFile(const Request& request, Found found,
                               int status) const {
  const std::string_view type = ContentTypeOf(found.path);
  const std::string tag = TagOf(found.status);
  const std::string modified = HttpDate(found.status.st_mtim.tv_sec);
  Response response;
  response.status = status;
  response.headers = {{"Content-Type", std::string(type)},
                      {"Cache-Control", "no-cache"},
                      {"ETag", tag},
                      {"Last-Modified", modified},
                      {"Vary", "Accept-Encoding"},
                      {"Accept-Ranges", "bytes"}};
  if (status == 200 && IsKnown(request, tag, modified)) {
    response.status = 304;
    return response;
  }
  const std::string_view if_range = request.Header("if-range");
  const bool same_as_before =
      if_range.empty() || if_range == tag || if_range == modified;
  response.file = std::move(found.fd);
  response.file_size = static_cast<uint64_t>(found.status.st_size);
  if (status == 200 && same_as_before &&
      TakeRange(request.Header("range"), &response)) {
    return response;
  }
  const bool is_page = type.starts_with("text/html");
  TakeIn(is_page ? script_ : std::string_view(),
         IsText(type) && AcceptsGzip(request), &response);
  return response;
}

}  // namespace offprint::serve
