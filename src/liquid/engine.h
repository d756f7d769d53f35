// Liquid as GitHub Pages runs it: Jekyll 3.10 on Liquid 4.0.4.
//
//   Engine engine(options);
//   auto page = engine.Parse({"_layouts/day.html", text}, diagnostics);
//   Hash globals;
//   globals.Set("site", site);
//   if (page) engine.Render(*page, globals, arena, &out, diagnostics);
//
// A template is parsed once and rendered many times, from many threads at once.
#ifndef OFFPRINT_LIQUID_ENGINE_H_
#define OFFPRINT_LIQUID_ENGINE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/time_zone.h"
#include "liquid/arena.h"
#include "liquid/drop.h"

namespace offprint::liquid {

// The text of a template and where it comes from.
struct Source {
  std::string name;  // as diagnostics call it: "_includes/head.html"
  std::string text;
  int first_line = 1;  // the line of the file on which the text begins
};

// How far a template may go; beyond it is an error.
struct Limits {
  size_t template_bytes = size_t{16} << 20;
  size_t output_bytes = size_t{256} << 20;
  size_t memory_bytes = size_t{512} << 20;  // of computed values
  int64_t loop_items = 5'000'000;           // over all loops of one render
  size_t include_depth = 64;
};

// What templates can reach besides the values that they are given. A missing
// function makes what needs it an error, or, where that is said, something
// simpler. The functions are called from many threads at once.
struct Options {
  using Loader = std::function<std::optional<Source>(std::string_view)>;
  using Converter = std::function<std::string(std::string_view)>;
  using Resolver = std::function<std::optional<std::string>(std::string_view)>;

  // For relative_url and absolute_url: "https://example.org" and "/archive".
  std::string url;
  std::string baseurl;
  // Times without an offset, and what the date filters print, are in it.
  TimeZone zone;
  // What "now" and "today" mean, in seconds since 1970-01-01T00:00Z.
  int64_t now = 0;
  // The file of {% include name %}, by its name. Asked once a name.
  Loader load_include;
  // The file of {% include_relative %}, by its path from the site's folder.
  Loader load_relative;
  // The filter markdownify. Without it paragraphs are made at empty lines.
  Converter markdownify;
  // The addresses of {% link path %} and {% post_url name %}.
  Resolver link;
  Resolver post_url;
  // Tags of plugins, by name: the template that stands for "{% name markup %}".
  // It is rendered like an include and sees the markup as `markup`.
  std::map<std::string, Source, std::less<>> tags;
  Limits limits;
};

class Includes;
class Template;

// Templates are destroyed through this.
struct TemplateDeleter {
  void operator()(const Template* parsed) const;
};
using TemplatePtr = std::unique_ptr<const Template, TemplateDeleter>;

class Engine {
 public:
  explicit Engine(Options options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // The template, or nothing where the build would fail: the error says why.
  // What only a strict parser refuses, and unknown filters, are warnings. The
  // template must not outlive the engine.
  TemplatePtr Parse(Source source, Diagnostics& diagnostics) const;

  // Appends what the template makes of the globals to *out and returns true.
  // A mistake is an error with the place in the template, followed by a note
  // for each include on the way there; then *out is left as it was. Computed
  // values live in the arena, which the caller may reset afterwards.
  bool Render(const Template& parsed, const Drop& globals, Arena& arena,
              std::string* out, Diagnostics& diagnostics) const;

  // Reports the warnings of the includes that were parsed so far, by their
  // names. To be called once, when nothing is rendered any more.
  void ReportIncludes(Diagnostics& diagnostics) const;

  const Options& options() const { return options_; }

 private:
  friend class Renderer;

  Options options_;
  std::unique_ptr<Includes> includes_;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_ENGINE_H_
