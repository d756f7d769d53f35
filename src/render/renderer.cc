// A page is made in two steps. Its body is rendered from _bodies, with the
// values of the archive at hand, and guarded against Liquid. Then either the
// body goes out below its front matter, for Jekyll to put the layouts around,
// or the layouts are applied here, over the same front matter: what both ways
// write is the same, byte for byte.
#include "render/renderer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "data/front_matter.h"
#include "jekyll/front_matter_defaults.h"
#include "jekyll/template_errors.h"
#include "render/braces.h"
#include "render/drop_context.h"
#include "render/front_matter.h"
#include "render/page_globals.h"
#include "render/template_set.h"
#include "theme/settings.h"

namespace offprint {
namespace {

// Jekyll drops blank lines between the front matter and the body.
void DropLeadingBlankLines(std::string* body) {
  size_t start = 0;
  for (size_t at = 0; at < body->size(); ++at) {
    const char c = (*body)[at];
    if (c == '\n') {
      start = at + 1;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      break;
    }
  }
  body->erase(0, start);
}

// A member of site.data.i18n in the site's language, or the fallback.
std::string Word(const data::Object& data, const std::string& lang,
                 std::string_view key, const std::string& fallback) {
  const data::Value* at = data.Find("i18n");
  for (const std::string_view step :
       {std::string_view(lang).substr(0, lang.find('-')), key}) {
    if (at == nullptr || at->AsObject() == nullptr) return fallback;
    at = at->AsObject()->Find(step);
  }
  return at != nullptr && at->AsString() != nullptr ? *at->AsString()
                                                    : fallback;
}

using PartsByKind = decltype(RenderMemory::parts);

// Puts the set in its place, once.
void AddParts(PageParts parts, std::vector<PageParts>* known) {
  const auto at = std::ranges::lower_bound(*known, parts);
  if (at == known->end() || *at != parts) known->insert(at, parts);
}

// What one thread renders with: reused from page to page.
struct Workspace {
  liquid::Arena arena;
  std::string body;
  std::string out;
  PartsByKind parts;  // of what it rendered
};

class Renderer {
 public:
  Renderer(const Site& site, const Theme& theme,
           const jekyll::SiteRenderer& around, const data::Object& words,
           const RenderOptions& options, OutputSink& sink)
      : site_(site),
        around_(around),
        options_(options),
        sink_(sink),
        templates_(theme, *site.config, around.layouts()),
        titles_(TitlesFrom(words)),
        theme_values_(ThemeValues(theme)),
        shared_{&site_, around.site(), MakeCalendar(*site_.archive),
                &theme_values_} {}

  void Run(Diagnostics& diagnostics) {
    if (!templates_.Parse(diagnostics)) return;
    for (auto index = static_cast<PageIndex>(site_.pages.size());
         index-- > 0;) {
      first_of_kind_[static_cast<size_t>(site_.pages[index].kind)] = index;
    }
    std::vector<Workspace> workspaces(options_.jobs);
    ParallelFor(options_.jobs, site_.pages.size(),
                [&](size_t worker, size_t page) {
                  WritePage(static_cast<PageIndex>(page), workspaces[worker]);
                });
    errors_.Report(
        [this](size_t page) {
          return std::string(site_.Address(static_cast<PageIndex>(page)));
        },
        diagnostics);
    templates_.engine().ReportIncludes(diagnostics);
    if (options_.memory != nullptr) Remember(workspaces);
  }

 private:
  void Remember(const std::vector<Workspace>& workspaces) {
    PartsByKind now;
    for (const Workspace& work : workspaces) {
      for (size_t kind = 0; kind < kPageKinds; ++kind) {
        for (const PageParts parts : work.parts[kind]) {
          AddParts(parts, &now[kind]);
        }
      }
    }
    options_.memory->parts = std::move(now);
  }

  // Whether the page stands in the output as it would be made, and is kept:
  // what it was made of is what one of the known sets of parts gives today.
  bool IsKept(const Page& page, const std::string& path, Workspace& work) {
    if (options_.memory == nullptr) return false;
    const auto kind = static_cast<size_t>(page.kind);
    const auto& known = options_.memory->parts[kind];
    // Most pages of a kind show all that any of them does.
    for (auto parts = known.rbegin(); parts != known.rend(); ++parts) {
      const Hash128 made_of = options_.hashes->Page(page, *parts);
      if (made_of == Hash128() || !sink_.CanKeep(path, made_of)) continue;
      AddParts(*parts, &work.parts[kind]);
      return sink_.Keep(path, made_of);
    }
    return false;
  }

  PageTitles TitlesFrom(const data::Object& data) const {
    const std::string& lang = site_.config->lang;
    const PageTitles fallback;
    return {Word(data, lang, "topics", fallback.topics),
            Word(data, lang, "archive", fallback.archive),
            Word(data, lang, "search", fallback.search),
            Word(data, lang, "not_found", fallback.error)};
  }

  void WritePage(PageIndex index, Workspace& work) {
    const Page& page = site_.pages[index];
    const std::string path = OutputPath(page.permalink);
    if (IsKept(page, path, work)) {
      if (options_.page_done) options_.page_done();
      return;
    }
    Diagnostics diagnostics;
    data::Object front_matter = MakeFrontMatter(site_, page, titles_);
    work.arena.Reset();
    work.out.clear();
    if (options_.format == OutputFormat::kJekyll) {
      data::AppendFrontMatter(front_matter, &work.out);
    }
    data::Object values = around_.PageDefaults(path);
    if (values.empty()) {
      values = std::move(front_matter);
    } else {
      jekyll::MergeDeep(front_matter, &values);
    }
    values.Append("url", EncodePermalink(page.permalink.value));
    if (RenderBody(page, values, work, diagnostics)) {
      if (options_.format == OutputFormat::kJekyll) {
        work.out += work.body;
        Write(page, path, work);
        // Jekyll is to apply the layouts; what is wrong in them is told now.
        if (IsFirstOfItsKind(index)) {
          ApplyLayouts(page, values, work, diagnostics);
        }
      } else if (ApplyLayouts(page, values, work, diagnostics)) {
        Write(page, path, work);
      }
    }
    errors_.Add(index, diagnostics);
    if (options_.page_done) options_.page_done();
  }

  void Write(const Page& page, const std::string& path, Workspace& work) {
    if (options_.hashes != nullptr) {
      const PageParts parts = work.arena.marks();
      const Hash128 made_of = options_.hashes->Page(page, parts);
      // Of what nothing is known of no page is kept.
      if (made_of != Hash128()) sink_.Keep(path, made_of);
      AddParts(parts, &work.parts[static_cast<size_t>(page.kind)]);
    }
    sink_.Write(path, work.out);
  }

  bool IsFirstOfItsKind(PageIndex index) const {
    const auto kind = static_cast<size_t>(site_.pages[index].kind);
    return first_of_kind_[kind] == index;
  }

  bool RenderBody(const Page& page, const data::Object& front_matter,
                  Workspace& work, Diagnostics& diagnostics) {
    liquid::Hash globals;
    SetPageGlobals(shared_, page, front_matter, work.arena, &globals);
    work.body.clear();
    if (!templates_.engine().Render(templates_.Body(page.kind), globals,
                                    work.arena, &work.body, diagnostics)) {
      return false;
    }
    GuardBraces(&work.body);
    DropLeadingBlankLines(&work.body);
    return true;
  }

  // Leaves the finished page in work.out.
  bool ApplyLayouts(const Page& page, const data::Object& front_matter,
                    Workspace& work, Diagnostics& diagnostics) {
    liquid::Hash globals;
    globals.Set("site", shared_.site_values);
    globals.Set("page", &front_matter);
    globals.Set("jekyll", around_.jekyll());
    std::swap(work.body, work.out);
    return around_.layouts().Apply(templates_.LayoutOf(page.kind), globals,
                                   work.arena, &work.out, diagnostics);
  }

  const Site& site_;
  const jekyll::SiteRenderer& around_;
  const RenderOptions& options_;
  OutputSink& sink_;
  TemplateSet templates_;
  PageTitles titles_;
  data::Object theme_values_;
  SharedValues shared_;
  jekyll::TemplateErrors errors_;
  std::array<PageIndex, kPageKinds> first_of_kind_ = {};
};

}  // namespace

void RenderSite(const Site& site, const Theme& theme,
                const jekyll::SiteRenderer& around, const data::Object& words,
                const RenderOptions& options, OutputSink& sink,
                Diagnostics& diagnostics) {
  Renderer(site, theme, around, words, options, sink).Run(diagnostics);
}

}  // namespace offprint
