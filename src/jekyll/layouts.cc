#include "jekyll/layouts.h"

#include <algorithm>
#include <utility>

#include "base/source_file.h"
#include "base/text.h"
#include "data/front_matter.h"
#include "jekyll/front_matter_defaults.h"

namespace offprint::jekyll {
namespace {

constexpr std::string_view kFolder = "_layouts/";

// "_layouts/post/wide.html" is "post/wide".
std::string NameOf(std::string_view path) {
  std::string_view name = path.substr(kFolder.size());
  return std::string(name.substr(0, name.rfind('.')));
}

// The name that front matter gives the layout around; empty for none.
std::string ParentName(const data::Object& values) {
  const data::Value* parent = values.Find("layout");
  if (parent == nullptr || parent->AsString() == nullptr) return {};
  return *parent->AsString() == "none" ? std::string() : *parent->AsString();
}

SourceLocation ParentPlace(const Layout& layout) {
  for (const data::Member& member : layout.values.members()) {
    if (member.key != "layout") continue;
    return {layout.path, member.mark.line, member.mark.column};
  }
  return {layout.path, 0, 0};
}

}  // namespace

Layouts::Layouts(const Theme& theme, const liquid::Engine& engine,
                 Diagnostics& diagnostics)
    : engine_(engine) {
  Read(theme, diagnostics);
  FindParents(diagnostics);
  for (auto& [name, layout] : layouts_) MakeSteps(layout.get(), diagnostics);
}

void Layouts::Read(const Theme& theme, Diagnostics& diagnostics) {
  for (auto at = theme.files.lower_bound(kFolder);
       at != theme.files.end() && at->first.starts_with(kFolder); ++at) {
    const std::string& path = at->first;
    const SourceFile text = SourceFile::Read(at->second, path, diagnostics);
    data::FrontMatter matter =
        data::SplitFrontMatter(text.text(), path, diagnostics);
    auto layout = std::make_unique<Layout>();
    layout->path = path;
    layout->parsed = engine_.Parse(
        {path, std::string(matter.body), matter.body_line}, diagnostics);
    layout->values = std::move(matter.values);
    layouts_.insert_or_assign(NameOf(path), std::move(layout));
  }
}

void Layouts::FindParents(Diagnostics& diagnostics) {
  for (auto& [name, layout] : layouts_) {
    const std::string parent = ParentName(layout->values);
    if (parent.empty()) continue;
    layout->parent = Find(parent);
    if (layout->parent != nullptr) continue;
    diagnostics.Warning(ParentPlace(*layout),
                        "there is no layout \"" + parent +
                            "\", so nothing stands around this one" +
                            Suggestion(parent));
  }
}

void Layouts::MakeSteps(Layout* layout, Diagnostics& diagnostics) const {
  data::Object values;
  for (const Layout* at = layout; at != nullptr; at = at->parent) {
    const bool again =
        std::any_of(layout->steps.begin(), layout->steps.end(),
                    [&](const LayoutStep& step) { return step.layout == at; });
    if (again) {
      diagnostics.Error(
          ParentPlace(*layout),
          "layouts that name each other as their layout have no end");
      return;
    }
    data::Object merged = at->values;
    MergeDeep(values, &merged);
    values = std::move(merged);
    layout->steps.push_back({at, values});
  }
}

const Layout* Layouts::Find(std::string_view name) const {
  const auto found = layouts_.find(name);
  return found == layouts_.end() ? nullptr : found->second.get();
}

std::string Layouts::Suggestion(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const auto& [other, layout] : layouts_) names.push_back(other);
  const auto near = NearMiss(name, names);
  return near ? "; did you mean \"" + std::string(*near) + "\"?"
              : std::string();
}

bool Layouts::Apply(const Layout& layout, const liquid::Hash& globals,
                    liquid::Arena& arena, std::string* content,
                    Diagnostics& diagnostics) const {
  liquid::Hash seen = globals;
  std::string out;
  for (const LayoutStep& step : layout.steps) {
    if (step.layout->parsed == nullptr) return false;
    seen.Set("layout", &step.values);
    seen.Set("content", std::string_view(*content));
    out.clear();
    if (!engine_.Render(*step.layout->parsed, seen, arena, &out, diagnostics)) {
      return false;
    }
    std::swap(*content, out);
  }
  return true;
}

}  // namespace offprint::jekyll
