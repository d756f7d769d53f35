// Lets the site's own pages win over those of the archive.
#ifndef OFFPRINT_BUILD_YIELDING_SINK_H_
#define OFFPRINT_BUILD_YIELDING_SINK_H_

#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "jekyll/site_renderer.h"
#include "output/output_sink.h"

namespace offprint {

// Hands files on but for those at places that the site's own files go to.
class YieldingSink final : public OutputSink {
 public:
  // Both outlive this.
  YieldingSink(const jekyll::OutputPaths& own, OutputSink& sink)
      : own_(own), sink_(sink) {}

  void Write(std::string_view path, std::string_view bytes) override;
  bool CanKeep(std::string_view path, const Hash128& made_of) const override;
  bool Keep(std::string_view path, const Hash128& made_of) override;
  bool KeepBelow(std::string_view prefix) override {
    return sink_.KeepBelow(prefix);
  }

  // Paths that were left to the site's own files.
  const std::set<std::string, std::less<>>& yielded() const { return yielded_; }
  // A note for each, naming both files. To be called when nobody writes any
  // more.
  void Report(Diagnostics& diagnostics) const;

 private:
  const jekyll::OutputPaths& own_;
  OutputSink& sink_;
  std::mutex mutex_;
  std::set<std::string, std::less<>> yielded_;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_YIELDING_SINK_H_
