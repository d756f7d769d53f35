#include "jekyll/site_renderer.h"

#include <mutex>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/source_file.h"
#include "jekyll/document_drop.h"
#include "jekyll/excerpt.h"
#include "jekyll/front_matter_defaults.h"
#include "jekyll/plugin_templates.h"
#include "jekyll/plugins.h"
#include "jekyll/rendering.h"
#include "jekyll/site_drop.h"
#include "jekyll/site_engine.h"
#include "jekyll/template_errors.h"
#include "jekyll/write_plan.h"
#include "theme/sass.h"

namespace offprint::jekyll {
namespace {

namespace fs = std::filesystem;

bool HasLiquid(std::string_view text) {
  return text.find("{%") != std::string_view::npos ||
         text.find("{{") != std::string_view::npos;
}

SassStyle StyleOf(const Settings& settings) {
  const data::Value* sass = settings.values.Find("sass");
  const data::Value* style = sass != nullptr && sass->AsObject() != nullptr
                                 ? sass->AsObject()->Find("style")
                                 : nullptr;
  return FindSassStyle(style != nullptr && style->AsString() != nullptr
                           ? *style->AsString()
                           : std::string_view());
}

// Where the front matter names the layout; the whole file where a default
// does.
SourceLocation LayoutPlace(const Document& document) {
  for (const data::Member& member : document.values.members()) {
    if (member.key != "layout") continue;
    return {document.path, member.mark.line, member.mark.column};
  }
  return {document.path, 0, 0};
}

bool TakesLayout(const Document& document) {
  return !document.layout.empty() && document.layout != "none" &&
         document.converter != Converter::kScss &&
         document.converter != Converter::kSass;
}

void CopyFile(const fs::path& file, const std::string& path, OutputSink& sink,
              Diagnostics& diagnostics) {
  try {
    sink.Write(path, ReadFile(file));
  } catch (const EnvironmentError& error) {
    diagnostics.Error({path, 0, 0}, error.what());
  }
}

}  // namespace

class SiteRenderer::Impl {
 public:
  Impl(const fs::path& folder, const Source& source, const Theme& theme,
       const data::Object& extra, Diagnostics& diagnostics)
      : source_(source),
        theme_(theme),
        index_(folder.generic_string(), source, extra),
        engine_(WithRecord(SiteEngineOptions(folder, source, theme))),
        layouts_(theme, engine_, diagnostics),
        rendering_(source,
                   {[this](DocumentIndex it) { return MakeExcerpt(it); },
                    [this](DocumentIndex it) { return MakeOutput(it); }}),
        all_(ViewAt(rendering_.order().size(), std::nullopt)),
        site_(index_, all_),
        failed_(source.documents.size()) {
    jekyll_.Append("version", OFFPRINT_JEKYLL_VERSION);
    jekyll_.Append("environment", "production");
    CheckPlugins(source.settings, diagnostics);
  }

  const Source& source() const { return source_; }
  const SiteDrop& site() const { return site_; }
  const data::Object& jekyll() const { return jekyll_; }
  const liquid::Engine& engine() const { return engine_; }
  const Layouts& layouts() const { return layouts_; }
  const RelativeIncludes& relative_includes() const {
    return relative_includes_;
  }

  void RenderBodies(Diagnostics& diagnostics) {
    for (const DocumentIndex index : rendering_.order()) {
      const Document& document = source_.documents[index];
      if (TakesLayout(document) && layouts_.Find(document.layout) == nullptr) {
        diagnostics.Warning(LayoutPlace(document),
                            "there is no layout \"" + document.layout +
                                "\", so the page is written without one" +
                                layouts_.Suggestion(document.layout));
      }
      RenderContent(index);
    }
    rendering_.MakeExcerpts();
    Report(diagnostics);
  }

  void WriteSite(size_t jobs, const OutputPaths& taken, OutputSink& sink,
                 Diagnostics& diagnostics) {
    std::vector<PlannedFile> files = PlanFiles(source_, diagnostics);
    std::erase_if(files, [&](const PlannedFile& file) {
      return taken.contains(file.output_path);
    });
    std::vector<Diagnostics> reports(files.size());
    ParallelFor(jobs, files.size(),
                [&](size_t, size_t i) { Write(files[i], sink, reports[i]); });
    for (Diagnostics& report : reports) diagnostics.Append(std::move(report));
    Report(diagnostics);
    const OutputPaths own = OutputPathsOf(source_);
    WritePluginFiles(
        source_.settings, &site_, engine_,
        [&](std::string_view path) {
          return !taken.contains(path) && !own.contains(path);
        },
        sink, diagnostics);
  }

 private:
  liquid::Options WithRecord(liquid::Options options) {
    options.load_relative =
        [this, load = std::move(options.load_relative)](std::string_view path) {
          auto source = load(path);
          const Hash128 hash = HashOfRelative(source);
          const std::lock_guard lock(mutex_);
          relative_includes_.emplace(path, hash);
          return source;
        };
    return options;
  }

  View ViewAt(size_t place, std::optional<DocumentIndex> current) const {
    return {&source_, &rendering_, place, current};
  }

  DocumentIndex IndexOf(const Document& document) const {
    return static_cast<DocumentIndex>(&document - source_.documents.data());
  }

  void SetGlobals(const View& view, const liquid::Value& page,
                  liquid::Arena& arena, liquid::Hash* globals) const {
    globals->Set("site", arena.New<SiteDrop>(index_, view));
    globals->Set("page", page);
    globals->Set("paginator", PagerValue(view, view.Get(*view.current), arena));
    globals->Set("jekyll", &jekyll_);
  }

  // `page` of the document's own templates.
  liquid::Value OwnValue(const View& view, liquid::Arena& arena) const {
    if (view.Get(*view.current).kind != DocumentKind::kPage) {
      return DocumentValue(view, *view.current, arena);
    }
    return arena.New<PageDrop>(view, *view.current, PageDrop::Content::kAsRead);
  }

  void RenderContent(DocumentIndex index) {
    const View view = ViewAt(rendering_.PlaceOf(index), index);
    liquid::Arena arena;
    rendering_.SetContent(index, Become(index, source_.documents[index].body,
                                        OwnValue(view, arena), view, arena));
  }

  std::string MakeExcerpt(DocumentIndex index) {
    const Document& document = source_.documents[index];
    const View view = ViewAt(rendering_.PlaceOf(index), index);
    const data::Value* own = document.values.Find("excerpt_separator");
    const std::string& separator = own != nullptr && own->AsString() != nullptr
                                       ? *own->AsString()
                                       : source_.settings.excerpt_separator;
    const ExcerptSource excerpt = CutExcerpt(document.body, separator);
    if (excerpt.closed_block) WarnOfCut(index);
    liquid::Arena arena;
    return Become(index, excerpt.text, arena.New<ExcerptDrop>(view, index),
                  view, arena);
  }

  void WarnOfCut(DocumentIndex index) {
    Diagnostics diagnostics;
    diagnostics.Warning({source_.documents[index].path, 0, 0},
                        "the excerpt ends inside a block of Liquid, which was "
                        "closed there; write an excerpt, or another "
                        "excerpt_separator, into the front matter");
    errors_.Add(index, diagnostics);
  }

  // The text after Liquid and the document's converter.
  std::string Become(DocumentIndex index, const std::string& text,
                     const liquid::Value& page, const View& view,
                     liquid::Arena& arena) {
    const Document& document = source_.documents[index];
    Diagnostics diagnostics;
    std::string out;
    bool whole = true;
    if (HasLiquid(text)) {
      liquid::Hash globals;
      SetGlobals(view, page, arena, &globals);
      if (const Layout* layout = layouts_.Find(document.layout)) {
        globals.Set("layout", &layout->values);
      }
      const liquid::TemplatePtr parsed =
          engine_.Parse({document.path, text, document.body_line}, diagnostics);
      whole = parsed != nullptr &&
              engine_.Render(*parsed, globals, arena, &out, diagnostics);
    } else {
      out = text;
    }
    if (whole) whole = Convert(document, &out, diagnostics);
    errors_.Add(index, diagnostics);
    if (whole) return out;
    failed_[index] = 1;
    return {};
  }

  bool Convert(const Document& document, std::string* text,
               Diagnostics& diagnostics) const {
    if (document.converter == Converter::kNone) return true;
    if (document.converter == Converter::kMarkdown) {
      *text = ConvertMarkdown(*text);
      return true;
    }
    const SassSyntax syntax = document.converter == Converter::kSass
                                  ? SassSyntax::kSass
                                  : SassSyntax::kScss;
    std::optional<std::string> css =
        CompileSass({*text, document.path, document.body_line, syntax},
                    StyleOf(source_.settings), theme_, diagnostics);
    if (css) *text = std::move(*css);
    return css.has_value();
  }

  // From any thread, once the content of the document is set.
  std::string MakeOutput(DocumentIndex index) {
    const Document& document = source_.documents[index];
    std::string text = rendering_.content(index);
    const Layout* layout =
        TakesLayout(document) ? layouts_.Find(document.layout) : nullptr;
    if (layout == nullptr) return text;
    const View view = ViewAt(rendering_.PlaceOf(index) + 1, index);
    liquid::Arena arena;
    liquid::Hash globals;
    SetGlobals(view, OwnValue(view, arena), arena, &globals);
    Diagnostics diagnostics;
    if (!layouts_.Apply(*layout, globals, arena, &text, diagnostics)) {
      text.clear();
    }
    errors_.Add(index, diagnostics);
    return text;
  }

  void Write(const PlannedFile& planned, OutputSink& sink,
             Diagnostics& diagnostics) {
    if (planned.file != nullptr) {
      CopyFile(planned.file->file, planned.output_path, sink, diagnostics);
      return;
    }
    const DocumentIndex index = IndexOf(*planned.document);
    if (failed_[index] != 0) return;
    if (!IsOutputPath(planned.output_path)) {
      diagnostics.Error({planned.document->path, 0, 0},
                        "\"" + planned.output_path +
                            "\" cannot be a file of the site; change the "
                            "permalink");
      return;
    }
    sink.Write(planned.output_path, rendering_.Output(index));
  }

  void Report(Diagnostics& diagnostics) {
    errors_.Report([this](size_t page) { return source_.documents[page].url; },
                   diagnostics);
  }

  const Source& source_;
  const Theme& theme_;
  data::Object jekyll_;
  SiteIndex index_;
  std::mutex mutex_;
  RelativeIncludes relative_includes_;
  liquid::Engine engine_;
  Layouts layouts_;
  Rendering rendering_;
  View all_;
  SiteDrop site_;
  std::vector<char> failed_;  // documents whose body has a mistake
  TemplateErrors errors_;
};

SiteRenderer::SiteRenderer(const fs::path& folder, const Source& source,
                           const Theme& theme, const data::Object& extra,
                           Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(folder, source, theme, extra, diagnostics)) {
}

SiteRenderer::~SiteRenderer() = default;

liquid::Value SiteRenderer::site() const { return &impl_->site(); }

liquid::Value SiteRenderer::jekyll() const { return &impl_->jekyll(); }

data::Object SiteRenderer::PageDefaults(std::string_view path) const {
  const Settings& settings = impl_->source().settings;
  if (settings.defaults.empty()) return {};
  return DefaultsOf(settings, std::string(path), "pages");
}

const liquid::Engine& SiteRenderer::engine() const { return impl_->engine(); }

const Layouts& SiteRenderer::layouts() const { return impl_->layouts(); }

const RelativeIncludes& SiteRenderer::relative_includes() const {
  return impl_->relative_includes();
}

void SiteRenderer::RenderBodies(Diagnostics& diagnostics) {
  impl_->RenderBodies(diagnostics);
}

void SiteRenderer::WriteSite(size_t jobs, const OutputPaths& taken,
                             OutputSink& sink, Diagnostics& diagnostics) {
  impl_->WriteSite(jobs, taken, sink, diagnostics);
}

OutputPaths OutputPathsOf(const Source& source) {
  Diagnostics ignored;  // whoever writes the files reports
  OutputPaths paths;
  for (PlannedFile& file : PlanFiles(source, ignored)) {
    paths.emplace(std::move(file.output_path), file.path());
  }
  return paths;
}

void CopySource(const fs::path& folder, const Source& source,
                const OutputPaths& taken, OutputSink& sink,
                Diagnostics& diagnostics) {
  for (const std::string& path : source.files) {
    if (!taken.contains(path)) {
      CopyFile(folder / path, path, sink, diagnostics);
    }
  }
}

}  // namespace offprint::jekyll
