#include "liquid/parser.h"

#include <utility>

#include "base/text.h"
#include "liquid/markup.h"
#include "liquid/pipeline.h"
#include "liquid/tags.h"

namespace offprint::liquid {
namespace {

// Liquid's own limit, Block::MAX_DEPTH.
constexpr int kMaxDepth = 100;

// How tokens begin and end.
constexpr std::string_view kTagBegin = "{%";
constexpr std::string_view kTagEnd = "%}";
constexpr std::string_view kOutputBegin = "{{";
constexpr std::string_view kOutputEnd = "}}";

bool IsAllSpace(std::string_view text) { return Trim(text).empty(); }

// The inside of "{%…%}" or "{{…}}", without the "-" that trim white space.
std::optional<std::string_view> Inside(std::string_view token,
                                       std::string_view end) {
  if (token.size() < 4 || !token.ends_with(end)) return std::nullopt;
  std::string_view inside = token.substr(2, token.size() - 4);
  if (inside.starts_with('-')) inside.remove_prefix(1);
  if (inside.ends_with('-')) inside.remove_suffix(1);
  return inside;
}

std::optional<TagMarkup> SplitTag(std::string_view token, uint32_t at) {
  const auto inside = Inside(token, kTagEnd);
  if (!inside) return std::nullopt;
  const size_t begin = SkipSpace(*inside, 0);
  size_t end = begin;
  while (end < inside->size() && IsWordChar((*inside)[end])) ++end;
  if (end == begin) return std::nullopt;
  return TagMarkup{inside->substr(begin, end - begin),
                   inside->substr(SkipSpace(*inside, end)), at};
}

}  // namespace

bool Parser::Run() {
  bool blank = true;
  TagMarkup stop;
  const TagMarkup document;
  parsed_.body = ParseBody(document, &blank, &stop);
  if (!failed_ && !stop.name.empty()) UnexpectedTag(stop, document);
  return !failed_;
}

void Parser::Error(uint32_t at, std::string message) {
  if (failed_) return;
  failed_ = true;
  diagnostics_.Error(parsed_.Locate(at), std::move(message));
}

void Parser::Warn(uint32_t at, std::string message) {
  if (failed_) return;
  diagnostics_.Warning(parsed_.Locate(at), std::move(message));
}

uint32_t Parser::OffsetOf(std::string_view token) const {
  return static_cast<uint32_t>(token.data() - parsed_.source.text.data());
}

// A tag, an output or the text up to the next one; "{{" or "{%" alone where
// that is never closed.
std::string_view Parser::NextToken() {
  const std::string_view rest = text_.substr(at_);
  size_t end = rest.size();
  if (rest.starts_with(kTagBegin)) {
    const size_t close = rest.find(kTagEnd, 2);
    end = close == std::string_view::npos ? 2 : close + 2;
  } else if (rest.starts_with(kOutputBegin)) {
    const size_t close = rest.find('}', 2);
    if (close == std::string_view::npos) {
      end = 2;
    } else {
      end = close + 1 + (rest.substr(close + 1).starts_with('}') ? 1 : 0);
    }
  } else {
    for (size_t brace = rest.find('{'); brace != std::string_view::npos;
         brace = rest.find('{', brace + 1)) {
      const std::string_view behind = rest.substr(brace + 1, 1);
      if (behind != "{" && behind != "%") continue;
      end = brace;
      break;
    }
  }
  at_ += end;
  return rest.substr(0, end);
}

Body Parser::ParseBody(const TagMarkup& block, bool* blank, TagMarkup* stop) {
  *stop = TagMarkup();
  if (depth_ > kMaxDepth) {  // the document itself is the first
    Error(block.at, "nesting too deep");
    return {};
  }
  ++depth_;
  std::vector<const Node*> nodes;
  while (!failed_ && at_ < text_.size()) {
    const std::string_view token = NextToken();
    if (token.starts_with(kTagBegin)) {
      HandleSpace(token, nodes);
      if (!AddTag(token, blank, &nodes, stop)) break;
    } else if (token.starts_with(kOutputBegin)) {
      HandleSpace(token, nodes);
      AddOutput(token, &nodes);
      *blank = false;
    } else {
      AddText(token, blank, &nodes);
    }
  }
  --depth_;
  return arena().Copy(nodes);
}

// Takes the white space off the text before "{{-" and notes a "-}}" for the
// text behind.
void Parser::HandleSpace(std::string_view token,
                         const std::vector<const Node*>& nodes) {
  if (token.size() > 2 && token[2] == '-' && !nodes.empty() &&
      nodes.back()->kind == Node::Kind::kText) {
    // The node was made by AddText, and nobody has seen it yet.
    auto* text = static_cast<TextNode*>(const_cast<Node*>(nodes.back()));
    text->text = TrimRight(text->text);
  }
  trim_next_text_ = token.size() > 2 && token[token.size() - 3] == '-';
}

void Parser::AddText(std::string_view token, bool* blank,
                     std::vector<const Node*>* nodes) {
  if (trim_next_text_) token = TrimLeft(token);
  trim_next_text_ = false;
  if (!IsAllSpace(token)) *blank = false;
  nodes->push_back(arena().New<TextNode>(token));
}

void Parser::AddOutput(std::string_view token,
                       std::vector<const Node*>* nodes) {
  const uint32_t at = OffsetOf(token);
  const auto markup = Inside(token, kOutputEnd);
  if (!markup) {
    Error(at, "the output '" + Excerpt(token) + "' is not closed with '}}'");
    return;
  }
  OutputNode* node = arena().New<OutputNode>(ParsePipeline(*markup, at));
  node->at = at;
  nodes->push_back(node);
}

bool Parser::AddTag(std::string_view token, bool* blank,
                    std::vector<const Node*>* nodes, TagMarkup* stop) {
  const uint32_t at = OffsetOf(token);
  const auto tag = SplitTag(token, at);
  if (!tag) {
    Error(at, token == kTagBegin ? "the tag is not closed with '%}'"
                                 : "'" + Excerpt(token) + "' names no tag");
    return false;
  }
  const TagParser parse = ParserOf(tag->name);
  if (parse == nullptr) {
    *stop = *tag;
    return false;
  }
  const Node* node = parse(*this, *tag);
  if (node == nullptr) {
    if (!failed_) Error(at, "the tag '" + Excerpt(token) + "' is wrong");
    return false;
  }
  if (!node->blank) *blank = false;
  nodes->push_back(node);
  return true;
}

Body Parser::ParseWholeBody(const TagMarkup& block, bool* blank) {
  TagMarkup stop;
  const Body body = ParseBody(block, blank, &stop);
  if (!failed_ && !Ends(stop, block)) UnexpectedTag(stop, block);
  return body;
}

Body Parser::ParseSlice(std::string_view slice) {
  const size_t at = std::exchange(at_, OffsetOf(slice));
  const std::string_view text =
      std::exchange(text_, text_.substr(0, at_ + slice.size()));
  const TagMarkup whole{{}, {}, static_cast<uint32_t>(at_)};
  bool blank = true;
  TagMarkup stop;
  const Body body = ParseBody(whole, &blank, &stop);
  if (!failed_ && !stop.name.empty()) UnexpectedTag(stop, whole);
  text_ = text;
  at_ = at;
  return body;
}

bool Parser::Ends(const TagMarkup& stop, const TagMarkup& block) {
  return stop.name.size() == block.name.size() + 3 &&
         stop.name.starts_with("end") && stop.name.ends_with(block.name);
}

void Parser::UnexpectedTag(const TagMarkup& stop, const TagMarkup& block) {
  const std::string name(stop.name);
  const std::string outer(block.name);
  if (stop.name.empty()) {
    Error(block.at,
          "the tag '" + outer + "' is never closed with 'end" + outer + "'");
  } else if (stop.name.starts_with("end") && !block.name.empty()) {
    Error(stop.at, "'" + name + "' does not close the tag '" + outer +
                       "'; use 'end" + outer + "'");
  } else if (stop.name == "else" || stop.name == "elsif" ||
             stop.name == "when" || stop.name.starts_with("end")) {
    Error(stop.at, "'" + name + "' stands outside of its block");
  } else {
    std::vector<std::string_view> names = TagNames();
    for (const auto& [tag, source] : options_.tags) names.push_back(tag);
    const auto near = NearMiss(stop.name, names);
    Error(stop.at,
          "unknown tag '" + name + "'" +
              (near ? "; did you mean '" + std::string(*near) + "'?" : ""));
  }
}

TagParser Parser::ParserOf(std::string_view name) const {
  const TagParser own = FindTag(name);
  if (own != nullptr || !options_.tags.contains(name)) return own;
  return ParsePluginTag;
}

// A token that holds "{% endraw %}" ends the text. As in Liquid 4.0.4, what
// stands in a token before the last "{%" is kept, and then the whole token
// too, unless the tag there is the end.
std::string_view Parser::ParseRawText(const TagMarkup& block) {
  std::string text;
  while (at_ < text_.size()) {
    const std::string_view token = NextToken();
    for (size_t open = token.rfind(kTagBegin);
         open != std::string_view::npos && token.ends_with(kTagEnd);
         open = open == 0 ? std::string_view::npos
                          : token.rfind(kTagBegin, open - 1)) {
      const size_t name = SkipSpace(token, open + 2);
      size_t end = name;
      while (end < token.size() && IsWordChar(token[end])) ++end;
      if (end == name) continue;
      text.append(token.substr(0, open));
      if (Ends({token.substr(name, end - name), {}, 0}, block)) {
        return arena().Keep(text);
      }
      break;
    }
    text.append(token);
  }
  UnexpectedTag(TagMarkup(), block);
  return {};
}

Expression Parser::ParseValue(std::string_view markup, uint32_t at) {
  bool wrong = false;
  const Expression value = ParseExpression(markup, arena(), &wrong);
  if (wrong) Error(at, "'" + Excerpt(markup) + "' is no range");
  return value;
}

Pipeline Parser::ParsePipeline(std::string_view markup, uint32_t at) {
  PipelineProblems problems;
  const Pipeline pipeline = liquid::ParsePipeline(markup, arena(), &problems);
  for (const std::string& warning : problems.warnings) Warn(at, warning);
  if (!problems.error.empty()) Error(at, problems.error);
  return pipeline;
}

const Condition* Parser::ParseCondition(const TagMarkup& tag) {
  std::string error;
  const Condition* condition =
      ParseConditionStrictly(tag.markup, arena(), &error);
  if (condition != nullptr) return condition;
  condition = ParseConditionLaxly(tag.markup, arena());
  if (condition == nullptr) {
    Error(tag.at, "the condition of '" + std::string(tag.name) +
                      "' cannot be read: " + error);
  } else {
    Warn(tag.at, "in '" + Excerpt(tag.markup) + "': " + error);
  }
  return condition;
}

}  // namespace offprint::liquid
