// A tag of a plugin: a template of its own, rendered in the scope at hand.
#include "liquid/includes.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"

namespace offprint::liquid {
namespace {

class PluginTagNode final : public Node {
 public:
  PluginTagNode(std::string_view name, std::string_view markup)
      : name_(name), markup_(markup) {}

  void Render(Renderer& renderer, std::string* out) const override {
    const Template* parsed =
        renderer.FindInclude(name_, Includes::Origin::kTag);
    if (parsed == nullptr || !renderer.Enter()) return;
    renderer.SetLocal("markup", markup_);
    renderer.RenderInclude(*parsed, out);
    renderer.Leave();
  }

 private:
  std::string_view name_;
  std::string_view markup_;
};

}  // namespace

const Node* ParsePluginTag(Parser& parser, const TagMarkup& tag) {
  return parser.New<PluginTagNode>(tag, tag.name, tag.markup);
}

}  // namespace offprint::liquid
