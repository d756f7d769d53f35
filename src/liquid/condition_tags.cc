// The tags that choose.
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "liquid/condition.h"
#include "liquid/markup.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"

namespace offprint::liquid {
namespace {

// A condition and what is rendered where it holds; no condition for "else".
struct Branch {
  const Condition* condition = nullptr;
  Body body;
};

class IfNode final : public Node {
 public:
  IfNode(std::span<const Branch> branches, bool unless)
      : branches_(branches), unless_(unless) {}

  void Render(Renderer& renderer, std::string* out) const override {
    if (!renderer.Enter()) return;
    bool inverted = unless_;
    for (const Branch& branch : branches_) {
      const bool holds = branch.condition == nullptr ||
                         Evaluate(*branch.condition, renderer) != inverted;
      inverted = false;
      if (renderer.failed()) break;
      if (!holds) continue;
      renderer.Render(branch.body, out);
      break;
    }
    renderer.Leave();
  }

 private:
  std::span<const Branch> branches_;
  bool unless_;
};

class CaseNode final : public Node {
 public:
  CaseNode(const Expression& subject, std::span<const Branch> branches)
      : subject_(subject), branches_(branches) {}

  // Every "when" that fits is rendered, and an "else" where none before it
  // did; it ends the tag.
  void Render(Renderer& renderer, std::string* out) const override {
    if (!renderer.Enter()) return;
    bool matched = false;
    for (const Branch& branch : branches_) {
      if (branch.condition == nullptr) {
        if (matched) continue;
        renderer.Render(branch.body, out);
        break;
      }
      if (!Evaluate(*branch.condition, renderer)) continue;
      matched = true;
      renderer.Render(branch.body, out);
    }
    renderer.Leave();
  }

 private:
  Expression subject_;
  std::span<const Branch> branches_;
};

class IfchangedNode final : public Node {
 public:
  explicit IfchangedNode(Body body) : body_(body) {}

  void Render(Renderer& renderer, std::string* out) const override {
    if (!renderer.Enter()) return;
    const size_t begin = out->size();
    renderer.Render(body_, out);
    const std::string_view text = std::string_view(*out).substr(begin);
    if (renderer.last_change == text) {
      out->resize(begin);
    } else {
      renderer.last_change = renderer.Keep(text);
    }
    renderer.Leave();
  }

 private:
  Body body_;
};

const Node* ParseBranches(Parser& parser, const TagMarkup& tag, bool unless) {
  std::vector<Branch> branches;
  bool blank = true;
  TagMarkup stop = tag;
  do {
    Branch& branch = branches.emplace_back();
    if (stop.name != "else") {
      branch.condition = parser.ParseCondition(stop);
    }
    branch.body = parser.ParseBody(tag, &blank, &stop);
    if (parser.failed()) return nullptr;
  } while (stop.name == "elsif" || stop.name == "else");
  if (!Parser::Ends(stop, tag)) {
    parser.UnexpectedTag(stop, tag);
    return nullptr;
  }
  IfNode* node = parser.New<IfNode>(tag, parser.arena().Copy(branches), unless);
  node->blank = blank;
  return node;
}

// The length of "\s+or\s+" or "\s*,\s*" at `at`; 0 for neither.
size_t SeparatorSize(std::string_view markup, size_t at) {
  const size_t word = SkipSpace(markup, at);
  if (word < markup.size() && markup[word] == ',') {
    return SkipSpace(markup, word + 1) - at;
  }
  if (word == at || !markup.substr(word).starts_with("or")) return 0;
  const size_t end = SkipSpace(markup, word + 2);
  return end == word + 2 ? 0 : end - at;
}

// A branch for each value of "when a or b, c"; all share one body, which is
// filled in later.
bool AddWhens(Parser& parser, const TagMarkup& when, const Expression& subject,
              std::vector<Branch>* branches) {
  std::string_view rest = when.markup;
  while (true) {
    const auto value = FindFragment(rest, 0);
    if (!value) {
      parser.Error(when.at, "'when' needs a value: {% when value or value %}");
      return false;
    }
    Condition* condition = parser.arena().New<Condition>();
    condition->left = subject;
    condition->op = Operator::kEqual;
    condition->right = parser.ParseValue(value->In(rest), when.at);
    branches->push_back({condition, {}});
    const size_t separator = SeparatorSize(rest, value->end);
    const size_t next = value->end + separator;
    if (separator == 0 || !FragmentEnd(rest, next)) return !parser.failed();
    rest = rest.substr(next);
  }
}

}  // namespace

const Node* ParseIf(Parser& parser, const TagMarkup& tag) {
  return ParseBranches(parser, tag, false);
}

const Node* ParseUnless(Parser& parser, const TagMarkup& tag) {
  return ParseBranches(parser, tag, true);
}

const Node* ParseCase(Parser& parser, const TagMarkup& tag) {
  const auto found = FindFragment(tag.markup, 0);
  if (!found) {
    parser.Error(tag.at, "'case' is written {% case value %}");
    return nullptr;
  }
  const Expression subject = parser.ParseValue(found->In(tag.markup), tag.at);
  std::vector<Branch> branches;
  bool blank = true;
  TagMarkup stop;
  parser.ParseBody(tag, &blank, &stop);  // what stands before the first when
  while (!parser.failed() && !Parser::Ends(stop, tag)) {
    const size_t first = branches.size();
    if (stop.name == "when") {
      if (!AddWhens(parser, stop, subject, &branches)) return nullptr;
    } else if (stop.name == "else" && Trim(stop.markup).empty()) {
      branches.emplace_back();
    } else {
      parser.UnexpectedTag(stop, tag);
      return nullptr;
    }
    const Body body = parser.ParseBody(tag, &blank, &stop);
    for (size_t i = first; i < branches.size(); ++i) branches[i].body = body;
  }
  if (parser.failed()) return nullptr;
  CaseNode* node =
      parser.New<CaseNode>(tag, subject, parser.arena().Copy(branches));
  node->blank = blank;
  return node;
}

const Node* ParseIfchanged(Parser& parser, const TagMarkup& tag) {
  bool blank = true;
  const Body body = parser.ParseWholeBody(tag, &blank);
  IfchangedNode* node = parser.New<IfchangedNode>(tag, body);
  node->blank = blank;
  return node;
}

}  // namespace offprint::liquid
