#include "serve/preview.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "build/build_cache.h"
#include "build/digest_memory.h"
#include "data/json.h"
#include "output/output_folder.h"
#include "pages/permalink.h"
#include "serve/event_hub.h"
#include "serve/host_check.h"
#include "serve/http_server.h"
#include "serve/live_script.h"
#include "serve/site_files.h"
#include "serve/watcher.h"

namespace offprint::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEvents = "/.offprint-live";
constexpr std::chrono::seconds kPingEvery{15};
// After so long without a change the search is brought up to date.
constexpr std::chrono::milliseconds kIdle{1500};
constexpr int kPorts = 100;
// Of so many changed files pages need no list.
constexpr size_t kNamedMost = 2000;
constexpr size_t kErrorsShown = 20;

// The errors with their lines, as the terminal has them.
std::string TextOf(const Diagnostics& diagnostics) {
  std::string text;
  size_t shown = 0;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.severity != Severity::kError) continue;
    if (shown++ == kErrorsShown) return text + "…\n";
    text +=
        FormatDiagnostic(diagnostic) + "\n" + FormatExcerpt(diagnostic.where);
  }
  return text;
}

// The address of a file below the base, not encoded: folders for their pages.
std::string AddressOf(const std::string& base, std::string_view path) {
  constexpr std::string_view kIndex = "index.html";
  if (path == kIndex || path.ends_with("/index.html")) {
    path.remove_suffix(kIndex.size());
  }
  return base + "/" + std::string(path);
}

class Preview {
 public:
  explicit Preview(const PreviewOptions& options)
      : options_(options),
        folder_(fs::path(kCacheFolder) / "preview"),
        watcher_(
            {{ResolveFolder(options.build.source)}, {}},
            options.poll ? Watcher::Way::kPolling : Watcher::Way::kNotified,
            options.stop) {}

  void Run() {
    Build(false);
    const HttpServer server(
        options_.host, options_.port, options_.fixed_port ? 1 : kPorts, hub_,
        [this](const Request& request) { return Answer(request); });
    options_.ready(Address(server.port()));
    bool has_old_search = false;
    for (;;) {
      switch (watcher_.Wait(has_old_search ? kIdle : kPingEvery)) {
        case Watcher::Event::kStop:
          return;
        case Watcher::Event::kNothing:
          if (has_old_search) Build(false);
          has_old_search = false;
          hub_.Ping();
          break;
        case Watcher::Event::kChange:
          Build(true);
          has_old_search = true;
          break;
      }
    }
  }

 private:
  // The site's folder, its digests and the themes, wherever they are.
  WatchedFolders WatchedOf(const SiteConfig& config) const {
    const fs::path& source = options_.build.source;
    WatchedFolders watched;
    std::vector<fs::path> folders = {source, source / config.content};
    for (const fs::path& themes : options_.build.theme_folders) {
      folders.push_back(themes);
    }
    for (const fs::path& folder : folders) {
      const fs::path resolved = ResolveFolder(folder);
      const bool is_inside =
          std::ranges::any_of(watched.folders, [&](const fs::path& other) {
            return std::mismatch(other.begin(), other.end(), resolved.begin(),
                                 resolved.end())
                       .first == other.end();
          });
      if (!is_inside && fs::is_directory(resolved)) {
        watched.folders.push_back(resolved);
      }
    }
    watched.skipped.insert(ResolveFolder(source / config.destination));
    return watched;
  }

  std::string Address(uint16_t port) const {
    const bool is_six = options_.host.find(':') != std::string::npos;
    const std::string host = is_six ? "[" + options_.host + "]" : options_.host;
    return "http://" + host + ":" + std::to_string(port) + base_ + "/";
  }

  // Pages come first: the search may wait until nobody edits.
  void Build(bool keeps_search) {
    Diagnostics diagnostics;
    BuildReport report;
    try {
      SiteConfig config = options_.settings(diagnostics);
      if (diagnostics.errors() == 0) {
        watcher_.Watch(WatchedOf(config));
        config.format = OutputFormat::kHtml;
        config.layers += "format=html, for the preview\n";
        Progress silent;
        BuildOptions build = options_.build;
        build.aside = folder_;
        build.keeps_search = keeps_search;
        build.digests = &digests_;
        report = BuildSite(build, config, silent, diagnostics);
        if (report.built) TakeUp(config);
      }
    } catch (const EnvironmentError& error) {
      diagnostics.Error({}, error.what());
    }
    const bool is_about_search = !keeps_search && !site_.empty();
    if (!is_about_search || !report.built) options_.built(report, diagnostics);
    hub_.SetState("problem", report.built ? "" : TextOf(diagnostics));
    if (report.built) Tell(report);
  }

  // The built site is what is answered from.
  void TakeUp(const SiteConfig& config) {
    std::string script = "<script>var SETTINGS = {\"navigate\":";
    script += options_.navigate ? "true" : "false";
    script += "};\n" + std::string(LiveScript()) + "</script>\n";
    auto files = std::make_shared<const SiteFiles>(
        options_.build.source / folder_, config.baseurl, std::move(script));
    const std::string_view pattern = config.permalinks.day;
    days_ = pattern.substr(1, pattern.find(':') - 1);
    base_ = config.baseurl;
    const std::lock_guard lock(mutex_);
    files_ = std::move(files);
  }

  void Tell(const BuildReport& report) {
    const std::string site = HexOf(report.site);
    const bool is_first = std::exchange(site_, site).empty();
    if (!is_first && report.written > 0) {
      hub_.Send("change", ChangeJson(report.changed));
    }
    hub_.SetState("site", site);
  }

  // What pages need to know: {"site": its hash, "all": whether every page is to
  // be loaded anew, "paths": pages and style sheets that are, "day": the newest
  // day's page among them, or null}.
  std::string ChangeJson(const std::vector<std::string>& changed) const {
    std::vector<std::string> paths;
    std::string_view day;
    bool all = false;
    for (const std::string& path : changed) {
      const bool is_page = path.ends_with(".html");
      if (is_page && path.starts_with(days_)) day = path;
      if (is_page || path.ends_with(".css")) {
        paths.push_back(AddressOf(base_, path));
      } else if (path.starts_with("assets/")) {
        all = true;
      }
    }
    if (paths.size() > kNamedMost) {
      all = true;
      paths.clear();
    }
    std::string json;
    data::JsonWriter writer(&json);
    writer.BeginObject().Key("site").String(site_);
    writer.Key("all").Bool(all).Key("paths").BeginArray();
    for (const std::string& path : paths) writer.String(path);
    writer.EndArray().Key("day");
    day.empty() ? writer.Null() : writer.String(AddressOf(base_, day));
    writer.EndObject();
    return json;
  }

  Response Answer(const Request& request) const {
    if (!IsOurHost(request.Header("host"), options_.host)) {
      Response response;
      response.status = 403;
      response.headers.emplace_back("Content-Type",
                                    "text/plain; charset=utf-8");
      response.body = "This preview answers to its own address only.\n";
      return response;
    }
    if (request.path == kEvents) {
      Response response;
      response.is_events = true;
      response.headers = {{"Content-Type", "text/event-stream"},
                          {"Cache-Control", "no-store"}};
      return response;
    }
    std::shared_ptr<const SiteFiles> files;
    {
      const std::lock_guard lock(mutex_);
      files = files_;
    }
    if (files != nullptr) return files->Answer(request);
    Response response;
    response.status = 503;
    response.headers.emplace_back("Content-Type", "text/html; charset=utf-8");
    response.body =
        "<!DOCTYPE html>\n<title>offprint</title>\n<p>There is no site yet: "
        "the "
        "build has errors.</p>\n<script>var SETTINGS = {};\n" +
        std::string(LiveScript()) + "</script>\n";
    return response;
  }

  const PreviewOptions& options_;
  const fs::path folder_;  // from the site's folder
  DigestMemory digests_;
  EventHub hub_;
  Watcher watcher_;
  std::string base_;
  std::string days_;  // what paths of days begin with
  std::string site_;
  mutable std::mutex mutex_;
  std::shared_ptr<const SiteFiles> files_;
};

}  // namespace

void RunPreview(const PreviewOptions& options) { Preview(options).Run(); }

}  // namespace offprint::serve
