// Renders one template once: the state of a render.
#ifndef OFFPRINT_LIQUID_RENDERER_H_
#define OFFPRINT_LIQUID_RENDERER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "liquid/drop.h"
#include "liquid/engine.h"
#include "liquid/includes.h"
#include "liquid/node.h"

namespace offprint::liquid {

// No filter takes more.
constexpr size_t kMaxArguments = 4;

enum class Interrupt : uint8_t { kBreak, kContinue };

// Nodes and filters compute through this. The first mistake ends the render:
// after Fail() values are nil and nothing more is rendered.
class Renderer {
 public:
  Renderer(const Engine& engine, const Template& parsed, const Drop& globals,
           Arena& arena, Diagnostics& diagnostics);

  // Renders the whole template; false after a mistake.
  bool Run(std::string* out);

  Arena& arena() { return arena_; }
  const Engine& engine() const { return engine_; }
  const Options& options() const { return engine_.options(); }

  // Reports an error at the node that is being rendered.
  void Fail(std::string message);
  bool failed() const { return failed_; }

  void Render(Body body, std::string* out);
  Value Evaluate(const Expression& expression);
  Value Evaluate(const Pipeline& pipeline);
  // The same as text, appended to *out.
  void Write(const Pipeline& pipeline, std::string* out);

  // The arena's copy of a text; a failure when it is too long.
  std::string_view Keep(std::string_view text);
  // Whether that many items may be made; a failure when they are too many.
  bool Allow(size_t items);
  // An array in the arena.
  Value NewArray(const std::vector<Value>& items);

  // [key, value] of a member of a hash, as loops see it.
  Value MemberAt(const Value& hash, size_t index);

  // The value of a variable, nil where there is none.
  Value Find(const Key& name);
  // The value that the render was given under that name.
  Value Global(const Key& name) { return globals_.Find(name, arena_); }
  // Sets a variable for the rest of the render, as assign and capture do.
  void Assign(const Key& name, Value value);
  // The counter of increment and decrement.
  Value Counter(const Key& name);
  void SetCounter(const Key& name, Value value);

  // A scope, whose variables hide the outer ones until it is left. False, and
  // a failure, where scopes are nested too deep.
  bool Enter();
  void Leave();
  // Sets a variable of the innermost scope, and gives its place, by which
  // SetAt changes it while the scope lasts.
  size_t SetLocal(const Key& name, Value value);
  void SetAt(size_t place, Value value) { locals_[place].value = value; }

  void Push(Interrupt interrupt) { interrupts_.push_back(interrupt); }
  bool interrupted() const { return !interrupts_.empty(); }
  Interrupt Pop();

  // Renders another template in the scope at hand, as an include.
  void RenderInclude(const Template& included, std::string* out);
  // The template of an include, or null where there is none, which is a
  // failure.
  const Template* FindInclude(std::string_view name, Includes::Origin origin);

  // Counts an item of a loop; false, and a failure, beyond the limit.
  bool CountItem();

  // What loops, cycles and ifchanged remember from one to the next.
  std::unordered_map<std::string_view, int64_t> loop_offsets;
  std::vector<Value> loops;  // the forloop values around
  std::vector<std::pair<Value, size_t>> cycles;
  std::optional<std::string_view> last_change;

 private:
  struct Variable {
    Key name;
    Value value;
  };
  struct Frame {
    const Template* parsed;
    uint32_t at;
  };

  void ReportIncludes();
  Value EvaluateLookup(const Lookup& lookup);
  Value EvaluateRange(const RangeLookup& range);
  Value Step(const Value& object, const Segment& segment);
  Value Command(const Value& object, Segment::Command command);
  // Applies all steps but the last `spare` ones.
  Value Apply(const Pipeline& pipeline, size_t spare);
  Value Apply(const FilterStep& step, const Value& input);
  // Evaluates the arguments into `values`, and gives those that there are;
  // nothing after a failure.
  std::optional<std::span<const Value>> Arguments(const FilterStep& step,
                                                  std::span<Value> values);

  const Engine& engine_;
  const Drop& globals_;
  Arena& arena_;
  Diagnostics& diagnostics_;
  const Template* parsed_;
  uint32_t at_ = 0;
  bool failed_ = false;
  int64_t items_ = 0;
  size_t kept_ = 0;
  std::vector<Interrupt> interrupts_;
  std::vector<Frame> includes_;
  std::vector<size_t> scopes_;  // where each begins in locals_
  std::vector<Variable> locals_;
  std::vector<Variable> assigned_;
  std::vector<Variable> counters_;
  std::string scratch_;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_RENDERER_H_
