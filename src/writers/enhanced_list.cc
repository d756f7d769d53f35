// E, the AI-enhanced list: a table of contents, then under "# cs.CV
// [[Back]](#toc)" papers
//   ### [1] [title](url)
//   *name,name*
// with parts behind keys, most of them in a <details> block. The day is told
// by the file's name alone.

#include <algorithm>
#include <array>

#include "base/slug.h"
#include "base/text.h"
#include "writers/dialects.h"
#include "writers/fit.h"

namespace offprint {
namespace {

struct Part {
  std::string_view label;
  SectionKey key;
  bool in_details;
};
constexpr std::array<Part, 7> kParts = {{
    {"TL;DR", SectionKey::kTldr, false},
    {"Task", SectionKey::kTask, false},
    {"Motivation", SectionKey::kMotivation, true},
    {"Method", SectionKey::kMethod, true},
    {"Result", SectionKey::kResult, true},
    {"Conclusion", SectionKey::kConclusion, true},
    {"Abstract", SectionKey::kAbstract, true},
}};

bool IsKey(std::string_view line) {
  return line.starts_with('#') || line.starts_with("Main category:") ||
         line.starts_with("TLDR:") ||
         std::ranges::any_of(kParts, [&](const Part& part) {
           return line.starts_with(std::string(part.label) + ":");
         });
}

bool IsDetailsTag(std::string_view line) {
  line = Trim(line);
  return line.starts_with("<details>") || line.starts_with("</details>") ||
         line.starts_with("<summary>");
}

// What readers take for "the model gave nothing".
bool IsPlaceholder(std::string_view text) {
  constexpr std::array<std::string_view, 5> kPlaceholders = {
      "Summary generation failed", "Motivation analysis unavailable",
      "Method extraction failed", "Result analysis unavailable",
      "Conclusion extraction failed"};
  return std::ranges::find(kPlaceholders, text) != kPlaceholders.end();
}

void AppendParts(const NewPaper& paper, bool in_details, std::string* out) {
  for (const Part& part : kParts) {
    const std::string_view text = SectionOf(paper, part.key);
    if (part.in_details != in_details || text.empty()) continue;
    out->append(part.label).append(": ").append(text).append("\n\n");
  }
}

void AppendPaper(const NewPaper& paper, size_t number, std::string* out) {
  out->append("### [" + std::to_string(number) + "] [" + paper.title + "](");
  out->append(PaperAbstractUrl(paper)).append(")\n*");
  // Readers know a paper by this line; a ":" is no name.
  out->append(paper.authors.empty() ? ":" : Join(paper.authors, ","));
  out->append("*\n\n");
  AppendParts(paper, false, out);
  // Written even when empty: its end is the end of the paper.
  out->append("<details>\n<summary>Details</summary>\n\n");
  AppendParts(paper, true, out);
  out->append("</details>\n\n");
}

// The papers of each topic, in file order; they stand together.
std::vector<std::pair<std::string_view, size_t>> CountTopics(
    const NewDigest& digest) {
  std::vector<std::pair<std::string_view, size_t>> topics;
  for (const NewPaper& paper : digest.papers) {
    if (topics.empty() || topics.back().first != paper.topic) {
      topics.emplace_back(paper.topic, 0);
    }
    ++topics.back().second;
  }
  return topics;
}

// Readers compare the sum with what they find, so that papers without a topic
// are counted as well.
std::string Contents(const NewDigest& digest) {
  std::string out;
  for (const auto& [topic, count] : CountTopics(digest)) {
    const std::string name(topic.empty() ? "–" : topic);
    out += "- [" + name + "](#" +
           (topic.empty() ? "toc" : MakeSlug(topic).value) +
           ") [Total: " + std::to_string(count) + "]\n";
  }
  return out;
}

}  // namespace

void FitEnhancedList(NewPaper* paper) {
  for (auto& [key, text] : paper->sections) {
    text = GuardLines(GuardLines(text, " ", IsKey), "\\", IsDetailsTag);
    if (IsPlaceholder(text)) text += ".";
  }
}

std::string WriteEnhancedList(const NewDigest& digest,
                              const std::string& head) {
  std::string out = "<div id=toc></div>\n\n";
  if (!head.empty()) out += head + "\n";
  out += "# Table of Contents\n\n" + Contents(digest) + "\n";
  std::string_view topic;
  size_t number = 0;
  for (const NewPaper& paper : digest.papers) {
    if (paper.topic != topic) {
      topic = paper.topic;
      out += "<div id='" + MakeSlug(topic).value + "'></div>\n\n# ";
      out.append(topic).append(" [[Back]](#toc)\n\n");
    }
    AppendPaper(paper, ++number, &out);
  }
  return out;
}

}  // namespace offprint
