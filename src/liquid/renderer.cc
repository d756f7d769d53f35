#include "liquid/renderer.h"

#include <algorithm>
#include <utility>

#include "liquid/characters.h"
#include "liquid/filter.h"
#include "liquid/includes.h"
#include "liquid/number.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

using Kind = Value::Kind;

// Liquid's own limit, Block::MAX_DEPTH.
constexpr size_t kMaxScopes = 100;

const Value* FindIn(std::string_view text, uint32_t hash, const auto& list,
                    size_t begin) {
  for (size_t i = list.size(); i-- > begin;) {
    if (list[i].name.hash == hash && list[i].name.text == text) {
      return &list[i].value;
    }
  }
  return nullptr;
}

// A day or a moment as it is, "empty" and "blank" as the text that they are
// once a variable holds them.
Value Stored(const Value& value) {
  if (value.kind() == Kind::kEmpty || value.kind() == Kind::kBlank) {
    return Value(std::string_view());
  }
  return value;
}

// An array index as Ruby takes it; nothing where the array has none.
std::optional<size_t> IndexIn(int64_t index, size_t size) {
  const auto signed_size = static_cast<int64_t>(size);
  if (index < 0) index += signed_size;
  if (index < 0 || index >= signed_size) return std::nullopt;
  return static_cast<size_t>(index);
}

}  // namespace

Renderer::Renderer(const Engine& engine, const Template& parsed,
                   const Drop& globals, Arena& arena, Diagnostics& diagnostics)
    : engine_(engine),
      globals_(globals),
      arena_(arena),
      diagnostics_(diagnostics),
      parsed_(&parsed) {}

bool Renderer::Run(std::string* out) {
  Render(parsed_->body, out);
  return !failed_;
}

void Renderer::Fail(std::string message) {
  if (failed_) return;
  failed_ = true;
  diagnostics_.Error(parsed_->Locate(at_), std::move(message));
  ReportIncludes();
}

void Renderer::Render(Body body, std::string* out) {
  const uint32_t outer = at_;
  for (const Node* node : body) {
    if (node->kind == Node::Kind::kText) {
      out->append(static_cast<const TextNode*>(node)->text);
      continue;
    }
    at_ = node->at;
    const size_t before = out->size();
    node->Render(*this, out);
    if (failed_) return;
    if (out->size() > options().limits.output_bytes) {
      Fail("the page grows beyond the limit of bytes");
      return;
    }
    if (node->blank) out->resize(before);
    if (node->kind != Node::Kind::kOutput && !interrupts_.empty()) break;
  }
  at_ = outer;
}

void TextNode::Render(Renderer&, std::string* out) const { out->append(text); }

void OutputNode::Render(Renderer& renderer, std::string* out) const {
  renderer.Write(pipeline, out);
}

Value Renderer::Evaluate(const Expression& expression) {
  if (expression.lookup != nullptr) return EvaluateLookup(*expression.lookup);
  if (expression.range != nullptr) return EvaluateRange(*expression.range);
  return expression.literal;
}

Value Renderer::EvaluateRange(const RangeLookup& range) {
  int64_t ends[2] = {0, 0};
  const Expression* expressions[2] = {&range.first, &range.last};
  for (size_t i = 0; i < 2; ++i) {
    const Value value = Evaluate(*expressions[i]);
    if (value.IsInt()) {
      ends[i] = value.integer();
    } else if (value.IsString()) {
      const Value number = LeadingInteger(value.text());
      ends[i] =
          number.IsInt() ? number.integer() : TruncatedInteger(number.number());
    } else if (!value.IsNil()) {
      Fail("invalid integer");
      return Value();
    }
  }
  return Value(arena_.New<const Range>(Range{ends[0], ends[1]}));
}

Value Renderer::EvaluateLookup(const Lookup& lookup) {
  Value value;
  if (lookup.computed_name == nullptr) {
    value = Find(lookup.name);
  } else {
    const Value name = Evaluate(*lookup.computed_name);
    if (name.IsString()) value = Find(Key(name.text()));
  }
  for (const Segment& segment : lookup.segments) {
    if (value.IsNil()) return value;
    value = Step(value, segment);
  }
  return value;
}

Value Renderer::Step(const Value& object, const Segment& segment) {
  if (segment.computed != nullptr) {
    const Value key = Evaluate(*segment.computed);
    if (object.IsArray() && key.IsInt()) {
      const auto index = IndexIn(key.integer(), object.size());
      return index ? object.At(*index, arena_) : Value();
    }
    if (!object.IsHash() || !key.IsString()) return Value();
    return object.Find(Key(key.text()), arena_);
  }
  if (object.kind() == Kind::kDataObject) {
    const auto& members = object.data_object().members();
    const uint32_t hint = segment.hint.load(std::memory_order_relaxed);
    if (hint < members.size() && members[hint].key == segment.key.text) {
      return Value(members[hint].value);
    }
    for (size_t i = 0; i < members.size(); ++i) {
      if (members[i].key != segment.key.text) continue;
      segment.hint.store(static_cast<uint32_t>(i), std::memory_order_relaxed);
      return Value(members[i].value);
    }
  } else if (object.kind() == Kind::kDrop) {
    bool found = true;
    const Value member = segment.command == Segment::Command::kNone
                             ? object.drop().Find(segment.key, arena_)
                             : object.Find(segment.key, arena_, &found);
    if (!member.IsNil() || found) return member;
  }
  return Command(object, segment.command);
}

Value Renderer::Command(const Value& object, Segment::Command command) {
  switch (command) {
    case Segment::Command::kNone:
      return Value();
    case Segment::Command::kSize:
      if (object.IsArray() || object.IsHash()) return Value(object.size());
      if (object.IsString()) return Value(CountCodePoints(object.text()));
      if (object.kind() == Kind::kRange) return Value(object.range().size());
      if (object.IsInt()) return Value(8);  // Integer#size, in bytes
      return Value();
    case Segment::Command::kFirst:
      if (object.IsHash() && object.size() > 0) return MemberAt(object, 0);
      if (object.IsArray() && object.size() > 0) return object.At(0, arena_);
      if (object.kind() == Kind::kRange) return Value(object.range().first);
      return Value();
    case Segment::Command::kLast:
      if (object.IsArray() && object.size() > 0) {
        return object.At(object.size() - 1, arena_);
      }
      if (object.kind() == Kind::kRange) return Value(object.range().last);
      return Value();
  }
  return Value();
}

Value Renderer::MemberAt(const Value& hash, size_t index) {
  const std::string_view key = hash.KeyAt(index);
  const std::span<Value> pair = arena_.NewSpan<Value>(2);
  pair[0] = Value(key);
  pair[1] = hash.Find(Key(key), arena_);
  return Value(std::span<const Value>(pair));
}

Value Renderer::Evaluate(const Pipeline& pipeline) {
  return Apply(pipeline, 0);
}

Value Renderer::Apply(const Pipeline& pipeline, size_t spare) {
  Value value = Evaluate(pipeline.value);
  for (size_t i = 0; i + spare < pipeline.steps.size() && !failed_; ++i) {
    value = Apply(pipeline.steps[i], value);
  }
  return failed_ ? Value() : value;
}

Value Renderer::Apply(const FilterStep& step, const Value& input) {
  if (step.filter == nullptr) return input;
  Value values[kMaxArguments];
  const auto arguments = Arguments(step, values);
  if (!arguments) return Value();
  const FilterCall call{*this, input, *arguments};
  if (step.filter->compute != nullptr) return step.filter->compute(call);
  if (step.filter->keeps_nil && input.IsNil()) return input;
  std::string text = std::exchange(scratch_, std::string());
  text.clear();
  step.filter->write(call, &text);
  const Value result(Keep(text));
  scratch_ = std::move(text);
  return result;
}

std::optional<std::span<const Value>> Renderer::Arguments(
    const FilterStep& step, std::span<Value> values) {
  const size_t keywords = step.keywords.size();
  const size_t positional = step.arguments.size() - keywords;
  const size_t count = positional + (keywords > 0 ? 1 : 0);
  const Filter& filter = *step.filter;
  const auto least = static_cast<size_t>(filter.min_arguments);
  const auto most = static_cast<size_t>(filter.max_arguments);
  if (count < least || count > most) {
    std::string wanted = std::to_string(least + 1);
    if (least != most) wanted += ".." + std::to_string(most + 1);
    Fail("filter '" + std::string(filter.name) +
         "': wrong number of arguments (given " + std::to_string(count + 1) +
         ", expected " + wanted + ")");
    return std::nullopt;
  }
  for (size_t i = 0; i < positional; ++i) {
    values[i] = Evaluate(step.arguments[i]);
  }
  if (keywords > 0) {
    const std::span<Value> members = arena_.NewSpan<Value>(keywords);
    for (size_t i = 0; i < keywords; ++i) {
      members[i] = Evaluate(step.arguments[positional + i]);
    }
    values[positional] = NewHash(step.keywords, members, arena_);
  }
  if (failed_) return std::nullopt;
  return values.first(count);
}

void Renderer::Write(const Pipeline& pipeline, std::string* out) {
  const FilterStep* last =
      pipeline.steps.empty() ? nullptr : &pipeline.steps.back();
  if (last == nullptr || last->filter == nullptr ||
      last->filter->write == nullptr) {
    const Value value = Apply(pipeline, 0);
    if (!failed_) AppendPrinted(value, *this, out);
    return;
  }
  const Value input = Apply(pipeline, 1);
  if (failed_ || (last->filter->keeps_nil && input.IsNil())) return;
  Value values[kMaxArguments];
  const auto arguments = Arguments(*last, values);
  if (arguments) last->filter->write({*this, input, *arguments}, out);
}

std::string_view Renderer::Keep(std::string_view text) {
  kept_ += text.size();
  if (kept_ > options().limits.memory_bytes) {
    Fail("the values of the page grow beyond the limit of bytes");
    return {};
  }
  return arena_.Keep(text);
}

bool Renderer::Allow(size_t items) {
  if (failed_) return false;
  if (items <= options().limits.memory_bytes / sizeof(Value)) return true;
  Fail("a list or a text grows beyond the limit");
  return false;
}

Value Renderer::NewArray(const std::vector<Value>& items) {
  kept_ += items.size() * sizeof(Value);
  if (kept_ > options().limits.memory_bytes) {
    Fail("the values of the page grow beyond the limit of bytes");
    return Value();
  }
  return Value(arena_.Copy(items));
}

Value Renderer::Find(const Key& name) {
  const Value* found = FindIn(name.text, name.hash, locals_, 0);
  if (found == nullptr) found = FindIn(name.text, name.hash, assigned_, 0);
  if (found == nullptr) found = FindIn(name.text, name.hash, counters_, 0);
  return found != nullptr ? *found : globals_.Find(name, arena_);
}

void Renderer::Assign(const Key& name, Value value) {
  for (Variable& variable : assigned_) {
    if (variable.name == name) {
      variable.value = Stored(value);
      return;
    }
  }
  assigned_.push_back({name, Stored(value)});
}

Value Renderer::Counter(const Key& name) {
  const Value* found = FindIn(name.text, name.hash, counters_, 0);
  return found != nullptr ? *found : globals_.Find(name, arena_);
}

void Renderer::SetCounter(const Key& name, Value value) {
  for (Variable& counter : counters_) {
    if (counter.name == name) {
      counter.value = value;
      return;
    }
  }
  counters_.push_back({name, value});
}

bool Renderer::Enter() {
  if (scopes_.size() >= kMaxScopes) {
    Fail("nesting too deep");
    return false;
  }
  scopes_.push_back(locals_.size());
  return true;
}

void Renderer::Leave() {
  locals_.resize(scopes_.back());
  scopes_.pop_back();
}

size_t Renderer::SetLocal(const Key& name, Value value) {
  locals_.push_back({name, Stored(value)});
  return locals_.size() - 1;
}

Interrupt Renderer::Pop() {
  const Interrupt last = interrupts_.back();
  interrupts_.pop_back();
  return last;
}

bool Renderer::CountItem() {
  if (++items_ <= options().limits.loop_items) return true;
  Fail("the loops of the page go beyond the limit of " +
       std::to_string(options().limits.loop_items) + " items");
  return false;
}

void Renderer::RenderInclude(const Template& included, std::string* out) {
  if (includes_.size() >= options().limits.include_depth) {
    Fail("includes nested too deep");
    return;
  }
  includes_.push_back({parsed_, at_});
  parsed_ = &included;
  Render(included.body, out);
  parsed_ = includes_.back().parsed;
  at_ = includes_.back().at;
  includes_.pop_back();
}

const Template* Renderer::FindInclude(std::string_view name,
                                      Includes::Origin origin) {
  const Includes::Entry& entry = engine_.includes_->Find(name, origin);
  if (entry.parsed != nullptr) return entry.parsed.get();
  if (entry.missing) {
    Fail("there is no include '" + std::string(name) + "'");
  } else {
    // The mistakes of the include are reported where they are.
    failed_ = true;
    for (const Diagnostic& problem : entry.problems.list()) {
      diagnostics_.Report(problem.severity, problem.where, problem.message);
    }
    diagnostics_.Note(parsed_->Locate(at_), "included from here");
    ReportIncludes();
  }
  return nullptr;
}

void Renderer::ReportIncludes() {
  for (size_t i = includes_.size(); i-- > 0;) {
    const Frame& frame = includes_[i];
    diagnostics_.Note(frame.parsed->Locate(frame.at), "included from here");
  }
}

}  // namespace offprint::liquid
