// What a model is asked, by the templates of the theme.
#ifndef OFFPRINT_LLM_PROMPTS_H_
#define OFFPRINT_LLM_PROMPTS_H_

#include <memory>
#include <string>

#include "base/diagnostics.h"
#include "liquid/engine.h"
#include "llm/answer.h"
#include "writers/new_digest.h"

namespace offprint::llm {

// What prompts see besides the paper.
struct PromptValues {
  std::string language;   // "zh-CN"
  std::string interests;  // may be empty
  Wanted wanted;
};

// Two templates: `system` says what to do and how to answer, `paper` gives one
// paper. Both see
//   language, interests, fields (the names of the members that are wanted),
//   topics (the list to choose from);
// the second one also
//   paper: id, title, abstract, authors, and paper_json, all of them as one
//   line of JSON in which "<" is \u003c: so that a fence such as <paper> …
//   </paper> holds it, whatever it says.
class Prompts {
 public:
  // Mistakes in the templates are errors in `diagnostics`.
  Prompts(liquid::Source system, liquid::Source paper, PromptValues values,
          Diagnostics& diagnostics);
  ~Prompts();

  // Empty, with an error, where a template fails.
  std::string System(Diagnostics& diagnostics) const;
  std::string Paper(const NewPaper& paper, Diagnostics& diagnostics) const;

  const PromptValues& values() const { return values_; }

 private:
  std::string Render(const liquid::TemplatePtr& parsed, const NewPaper* paper,
                     Diagnostics& diagnostics) const;

  const PromptValues values_;
  std::unique_ptr<liquid::Engine> engine_;
  liquid::TemplatePtr system_;
  liquid::TemplatePtr paper_;
};

}  // namespace offprint::llm

#endif  // OFFPRINT_LLM_PROMPTS_H_
