// The tags that reach other files.
#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "liquid/markup.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

constexpr std::string_view kIncludeForm =
    "{% include file.html name=\"text\" name=variable %}";

struct Parameter {
  std::string_view name;
  Expression value;
};

class IncludeNode final : public Node {
 public:
  IncludeNode(std::string_view file, Body computed_file, bool relative)
      : file_(file), computed_file_(computed_file), relative_(relative) {}

  void Render(Renderer& renderer, std::string* out) const override {
    const Template* included = included_.load(std::memory_order_acquire);
    if (included == nullptr) {
      included = FindTemplate(renderer, out);
      if (included == nullptr) return;
      if (computed_file_.empty() && !relative_) {
        included_.store(included, std::memory_order_release);
      }
    }
    if (!renderer.Enter()) return;
    if (has_parameters) SetParameters(renderer);
    renderer.RenderInclude(*included, out);
    renderer.Leave();
  }

  std::span<const std::string_view> names;
  std::span<const Expression> values;
  bool has_parameters = false;

 private:
  const Template* FindTemplate(Renderer& renderer, std::string* out) const {
    std::string name(file_);
    if (!computed_file_.empty()) {
      const size_t begin = out->size();
      renderer.Render(computed_file_, out);
      name.assign(*out, begin);
      out->resize(begin);
      if (renderer.failed()) return nullptr;
    }
    if (!IsFileName(name)) {
      renderer.Fail("'" + name + "' cannot be the name of an include; write " +
                    std::string(kIncludeForm));
      return nullptr;
    }
    if (relative_) name = PageFolder(renderer) + name;
    return renderer.FindInclude(name, relative_ ? Includes::Origin::kRelative
                                                : Includes::Origin::kIncludes);
  }

  static std::string PageFolder(Renderer& renderer) {
    const Value path = renderer.Global("page").Find("path", renderer.arena());
    const std::string_view text = ToText(path, renderer);
    const size_t slash = text.rfind('/');
    if (slash == std::string_view::npos) return {};
    return std::string(text.substr(0, slash + 1));
  }

  // [\w/.-]+ without dots and slashes side by side.
  static bool IsFileName(std::string_view name) {
    for (size_t i = 0; i < name.size(); ++i) {
      const bool special = name[i] == '/' || name[i] == '.';
      if (!special && !IsNameChar(name[i])) return false;
      if (special && i > 0 && (name[i - 1] == '/' || name[i - 1] == '.')) {
        return false;
      }
    }
    return !name.empty();
  }

  void SetParameters(Renderer& renderer) const {
    const std::span<Value> members =
        renderer.arena().NewSpan<Value>(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
      members[i] = renderer.Evaluate(values[i]);
    }
    renderer.SetLocal("include", NewHash(names, members, renderer.arena()));
  }

  std::string_view file_;
  Body computed_file_;
  bool relative_;
  mutable std::atomic<const Template*> included_{nullptr};
};

// Where a name that holds "{{ variable }}" ends; nothing where it holds none.
std::optional<size_t> ComputedNameEnd(std::string_view markup) {
  size_t at = markup.find('{');
  std::optional<size_t> end;
  while (at < markup.size() && markup.substr(at).starts_with("{{")) {
    size_t name = SkipSpace(markup, at + 2);
    const size_t begin = name;
    while (name < markup.size() &&
           (IsNameChar(markup[name]) || markup[name] == '.')) {
      ++name;
    }
    name = SkipSpace(markup, name);
    size_t close = name;
    if (name < markup.size() && markup[name] == '|') {
      close = markup.rfind("}}");
    }
    if (name == begin || close == std::string_view::npos || close < name ||
        !markup.substr(close).starts_with("}}")) {
      return end;
    }
    at = close + 2;
    while (at < markup.size() && !IsSpace(markup[at]) && markup[at] != '{' &&
           markup[at] != '}') {
      ++at;
    }
    end = at;
  }
  return end;
}

// The end of a quoted value, in which "\" escapes.
std::optional<size_t> EscapedStringEnd(std::string_view markup, size_t at) {
  const char quote = markup[at];
  for (size_t i = at + 1; i < markup.size(); ++i) {
    if (markup[i] == '\\') {
      ++i;
    } else if (markup[i] == quote) {
      return i + 1;
    }
  }
  return std::nullopt;
}

// The quoted text, with its quotes alone unescaped.
std::string UnescapedQuotes(std::string_view quoted) {
  std::string text;
  const std::string_view inside = quoted.substr(1, quoted.size() - 2);
  for (size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '\\' && i + 1 < inside.size() &&
        inside[i + 1] == quoted[0]) {
      ++i;
    }
    text.push_back(inside[i]);
  }
  return text;
}

// One "name=value" at `at`; gives where it ends, or nothing.
std::optional<size_t> ReadParameter(Parser& parser, const TagMarkup& tag,
                                    std::string_view markup, size_t at,
                                    Parameter* parameter) {
  size_t end = at;
  while (end < markup.size() && IsNameChar(markup[end])) ++end;
  const size_t equals = SkipSpace(markup, end);
  if (end == at || equals >= markup.size() || markup[equals] != '=') {
    return std::nullopt;
  }
  parameter->name = markup.substr(at, end - at);
  const size_t begin = SkipSpace(markup, equals + 1);
  if (begin >= markup.size()) return std::nullopt;
  if (markup[begin] == '"' || markup[begin] == '\'') {
    const auto quoted = EscapedStringEnd(markup, begin);
    if (!quoted) return std::nullopt;
    parameter->value.literal = Value(parser.arena().Keep(
        UnescapedQuotes(markup.substr(begin, *quoted - begin))));
    end = *quoted;
  } else {
    end = begin;
    while (end < markup.size() &&
           (IsNameChar(markup[end]) || markup[end] == '.')) {
      ++end;
    }
    if (end == begin) return std::nullopt;
    parameter->value =
        parser.ParseValue(markup.substr(begin, end - begin), tag.at);
  }
  if (end < markup.size() && !IsSpace(markup[end])) return std::nullopt;
  return end;
}

bool ReadParameters(Parser& parser, const TagMarkup& tag,
                    std::string_view markup, IncludeNode* node) {
  std::vector<std::string_view> names;
  std::vector<Expression> values;
  size_t at = SkipSpace(markup, 0);
  while (at < markup.size()) {
    Parameter parameter;
    const auto end = ReadParameter(parser, tag, markup, at, &parameter);
    if (!end) return false;
    size_t i = 0;
    while (i < names.size() && names[i] != parameter.name) ++i;
    if (i == names.size()) {
      names.push_back(parameter.name);
      values.emplace_back();
    }
    values[i] = parameter.value;
    at = SkipSpace(markup, *end);
  }
  node->names = parser.arena().Copy(names);
  node->values = parser.arena().Copy(values);
  return true;
}

const Node* ParseFile(Parser& parser, const TagMarkup& tag, bool relative) {
  const std::string_view markup = Trim(tag.markup);
  Body computed;
  size_t end = 0;
  if (const auto computed_end = ComputedNameEnd(markup)) {
    end = *computed_end;
    computed = parser.ParseSlice(Trim(markup.substr(0, end)));
  } else {
    while (end < markup.size() && !IsSpace(markup[end])) ++end;
  }
  IncludeNode* node =
      parser.New<IncludeNode>(tag, markup.substr(0, end), computed, relative);
  const std::string_view parameters = Trim(markup.substr(end));
  node->has_parameters = !parameters.empty() || !computed.empty();
  if (!ReadParameters(parser, tag, parameters, node)) {
    parser.Error(tag.at, "'" + Excerpt(tag.markup) + "' is not of the form " +
                             std::string(kIncludeForm));
    return nullptr;
  }
  return node;
}

// The address of a page or a post.
class AddressNode final : public Node {
 public:
  AddressNode(std::string_view name, bool post) : name_(name), post_(post) {}

  void Render(Renderer& renderer, std::string* out) const override {
    const Options& options = renderer.options();
    const Options::Resolver& resolve = post_ ? options.post_url : options.link;
    std::optional<std::string> address;
    if (resolve) address = resolve(name_);
    if (address) {
      out->append(*address);
    } else {
      renderer.Fail(
          std::string(post_ ? "there is no post '" : "there is no document '") +
          std::string(name_) + "'");
    }
  }

 private:
  std::string_view name_;
  bool post_;
};

}  // namespace

const Node* ParseInclude(Parser& parser, const TagMarkup& tag) {
  return ParseFile(parser, tag, false);
}

const Node* ParseIncludeRelative(Parser& parser, const TagMarkup& tag) {
  return ParseFile(parser, tag, true);
}

const Node* ParseLink(Parser& parser, const TagMarkup& tag) {
  return parser.New<AddressNode>(tag, Trim(tag.markup), false);
}

const Node* ParsePostUrl(Parser& parser, const TagMarkup& tag) {
  return parser.New<AddressNode>(tag, Trim(tag.markup), true);
}

}  // namespace offprint::liquid
