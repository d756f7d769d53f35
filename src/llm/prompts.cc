#include "llm/prompts.h"

#include <utility>

#include "data/json.h"
#include "liquid/drop.h"
#include "writers/fit.h"

namespace offprint::llm {
namespace {

data::Object ValuesOf(const NewPaper& paper) {
  data::Array authors;
  for (const std::string& name : paper.authors) {
    authors.emplace_back(FitLine(name));
  }
  return {{"id", paper.id.value, {}},
          {"title", FitLine(paper.title), {}},
          {"authors", std::move(authors), {}},
          {"abstract", FitText(SectionOf(paper, SectionKey::kAbstract)), {}}};
}

data::Array TextsOf(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace

Prompts::Prompts(liquid::Source system, liquid::Source paper,
                 PromptValues values, Diagnostics& diagnostics)
    : values_(std::move(values)),
      engine_(std::make_unique<liquid::Engine>(liquid::Options())),
      system_(engine_->Parse(std::move(system), diagnostics)),
      paper_(engine_->Parse(std::move(paper), diagnostics)) {}

Prompts::~Prompts() = default;

std::string Prompts::System(Diagnostics& diagnostics) const {
  return Render(system_, nullptr, diagnostics);
}

std::string Prompts::Paper(const NewPaper& paper,
                           Diagnostics& diagnostics) const {
  return Render(paper_, &paper, diagnostics);
}

std::string Prompts::Render(const liquid::TemplatePtr& parsed,
                            const NewPaper* paper,
                            Diagnostics& diagnostics) const {
  if (!parsed) return {};
  const data::Array fields = TextsOf(values_.wanted.Names());
  const data::Array topics = TextsOf(values_.wanted.topics);
  data::Object of_paper;
  std::string json;
  liquid::Hash globals;
  globals.Set("language", std::string_view(values_.language));
  globals.Set("interests", std::string_view(values_.interests));
  globals.Set("fields", &fields);
  globals.Set("topics", &topics);
  if (paper != nullptr) {
    of_paper = ValuesOf(*paper);
    data::AppendJson(of_paper, &json);
    globals.Set("paper", &of_paper);
    globals.Set("paper_json", std::string_view(json));
  }
  liquid::Arena arena;
  std::string out;
  engine_->Render(*parsed, globals, arena, &out, diagnostics);
  return out;
}

}  // namespace offprint::llm
