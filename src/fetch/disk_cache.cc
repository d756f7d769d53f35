// A file is a line that says what it is, the hash of the rest, and the rest by
// a ByteWriter. It is no format to exchange.
#include "fetch/disk_cache.h"

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/byte_stream.h"
#include "base/hash.h"
#include "base/source_file.h"

namespace offprint::fetch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "offprint answer 1\n";

int64_t Now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

bool IsForAll(const Request& request) {
  return request.method == Method::kGet && request.body_use == BodyUse::kKeep &&
         !FindHeader(request.headers, "Authorization") &&
         !FindHeader(request.headers, "Cookie");
}

// Asks only for what is not the stored answer.
void AddConditions(const Response& stored, Request* request) {
  if (const auto tag = FindHeader(stored.headers, "ETag")) {
    SetHeader("If-None-Match", *tag, &request->headers);
  }
  if (const auto date = FindHeader(stored.headers, "Last-Modified")) {
    SetHeader("If-Modified-Since", *date, &request->headers);
  }
}

}  // namespace

DiskCache::DiskCache(fs::path folder) : folder_(std::move(folder)) {}

void DiskCache::Get(Fetcher& fetcher, Request request,
                    std::chrono::seconds fresh_for, Fetcher::Done done) {
  if (!IsForAll(request)) {
    return fetcher.Add(std::move(request), std::move(done));
  }
  std::optional<Stored> stored = Load(request.url);
  if (stored) {
    const int64_t age = Now() - stored->time;
    // A clock that was set back makes nothing fresh.
    if (age >= 0 && age < fresh_for.count()) {
      return done(std::move(stored->response));
    }
    AddConditions(stored->response, &request);
  }
  const std::string url = request.url;
  fetcher.Add(
      std::move(request), [this, url, stored = std::move(stored),
                           done = std::move(done)](Response response) mutable {
        if (response.failure == Failure::kNone && response.status == 304 &&
            stored) {
          stored->response.tries = response.tries;
          response = std::move(stored->response);
        }
        const bool keeps =
            response.failure == Failure::kNone && response.status == 200;
        if (keeps) Save(url, {Now(), response});
        done(std::move(response));
      });
}

void DiskCache::Forget(const std::string& url) const {
  std::error_code error;
  fs::remove(PathOf(url), error);
}

void DiskCache::Prune(std::chrono::seconds age) const {
  const auto oldest = fs::file_time_type::clock::now() - age;
  std::error_code error;
  std::vector<fs::path> old;
  for (fs::directory_iterator at(folder_, error);
       !error && at != fs::directory_iterator(); at.increment(error)) {
    std::error_code gone;
    const auto written = at->last_write_time(gone);
    if (!gone && written < oldest) old.push_back(at->path());
  }
  for (const fs::path& path : old) fs::remove(path, error);
}

fs::path DiskCache::PathOf(const std::string& url) const {
  return folder_ / (HexOf(HashOf(url)) + ".answer");
}

std::optional<DiskCache::Stored> DiskCache::Load(const std::string& url) const {
  std::error_code error;
  if (!fs::is_regular_file(PathOf(url), error)) return std::nullopt;
  std::string bytes;
  try {
    bytes = ReadFile(PathOf(url));
  } catch (const EnvironmentError&) {
    return std::nullopt;
  }
  if (!bytes.starts_with(kFirstLine)) return std::nullopt;
  ByteReader in(std::string_view(bytes).substr(kFirstLine.size()));
  const Hash128 hash = in.Hash();
  const std::string_view rest = in.Text();
  if (!in.good() || !in.at_end() || hash != HashOf(rest)) return std::nullopt;
  ByteReader fields(rest);
  const std::string_view stored_url = fields.Text();
  Stored stored;
  stored.time = static_cast<int64_t>(fields.Number());
  stored.response.status = 200;
  stored.response.url = fields.Text();
  stored.response.headers = fields.List([&] {
    std::string name(fields.Text());
    return Header{std::move(name), std::string(fields.Text())};
  });
  stored.response.body = fields.Text();
  if (!fields.good() || !fields.at_end() || stored_url != url) {
    return std::nullopt;
  }
  return stored;
}

void DiskCache::Save(const std::string& url, const Stored& stored) const {
  ByteWriter fields;
  fields.Text(url);
  fields.Number(static_cast<uint64_t>(stored.time));
  fields.Text(stored.response.url);
  fields.List(stored.response.headers, [&](const Header& header) {
    fields.Text(header.name);
    fields.Text(header.value);
  });
  fields.Text(stored.response.body);
  ByteWriter file;
  file.Hash(HashOf(fields.bytes()));
  file.Text(fields.bytes());
  std::error_code error;
  fs::create_directories(folder_, error);
  const fs::path path = PathOf(url);
  const std::string fresh = path.string() + "." + std::to_string(getpid());
  std::ofstream out(fresh, std::ios::binary);
  out << kFirstLine << file.bytes();
  out.close();
  if (out.fail() || std::rename(fresh.c_str(), path.c_str()) != 0) {
    std::remove(fresh.c_str());
  }
}

}  // namespace offprint::fetch
