#include "liquid/engine.h"

#include <algorithm>
#include <utility>

#include "liquid/includes.h"
#include "liquid/node.h"
#include "liquid/parser.h"
#include "liquid/renderer.h"

namespace offprint::liquid {

SourceLocation Template::Locate(size_t offset) const {
  const std::string_view before =
      std::string_view(source.text).substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const size_t line_begin = before.rfind('\n') + 1;  // 0 for none
  const std::string_view rest =
      std::string_view(source.text).substr(line_begin);
  constexpr size_t kLongestExcerpt = 4096;
  const size_t length = std::min(rest.find('\n'), rest.size());
  return {source.name, source.first_line + static_cast<int>(lines),
          static_cast<int>(before.size() - line_begin) + 1,
          length > kLongestExcerpt ? "" : std::string(rest.substr(0, length))};
}

void TemplateDeleter::operator()(const Template* parsed) const {
  delete parsed;
}

Engine::Engine(Options options)
    : options_(std::move(options)),
      includes_(std::make_unique<Includes>(*this)) {}

Engine::~Engine() = default;

TemplatePtr Engine::Parse(Source source, Diagnostics& diagnostics) const {
  if (source.text.size() > options_.limits.template_bytes) {
    diagnostics.Error({source.name, 0, 0},
                      "the template is longer than " +
                          std::to_string(options_.limits.template_bytes) +
                          " bytes");
    return nullptr;
  }
  std::unique_ptr<Template, TemplateDeleter> parsed(new Template);
  parsed->source = std::move(source);
  if (!Parser(parsed.get(), options_, diagnostics).Run()) return nullptr;
  return parsed;
}

bool Engine::Render(const Template& parsed, const Drop& globals, Arena& arena,
                    std::string* out, Diagnostics& diagnostics) const {
  const size_t before = out->size();
  if (Renderer(*this, parsed, globals, arena, diagnostics).Run(out)) {
    return true;
  }
  out->resize(before);
  return false;
}

void Engine::ReportIncludes(Diagnostics& diagnostics) const {
  includes_->Report(diagnostics);
}

}  // namespace offprint::liquid
