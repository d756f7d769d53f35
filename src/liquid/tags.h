// The tags, one file a kind. Each function parses one tag and gives its node,
// or null after an error.
#ifndef OFFPRINT_LIQUID_TAGS_H_
#define OFFPRINT_LIQUID_TAGS_H_

#include "liquid/node.h"
#include "liquid/parser.h"

namespace offprint::liquid {

// Variables.
const Node* ParseAssign(Parser& parser, const TagMarkup& tag);
const Node* ParseCapture(Parser& parser, const TagMarkup& tag);
const Node* ParseIncrement(Parser& parser, const TagMarkup& tag);
const Node* ParseDecrement(Parser& parser, const TagMarkup& tag);

// Conditions.
const Node* ParseIf(Parser& parser, const TagMarkup& tag);
const Node* ParseUnless(Parser& parser, const TagMarkup& tag);
const Node* ParseCase(Parser& parser, const TagMarkup& tag);
const Node* ParseIfchanged(Parser& parser, const TagMarkup& tag);

// Loops.
const Node* ParseFor(Parser& parser, const TagMarkup& tag);
const Node* ParseTablerow(Parser& parser, const TagMarkup& tag);
const Node* ParseCycle(Parser& parser, const TagMarkup& tag);
const Node* ParseBreak(Parser& parser, const TagMarkup& tag);
const Node* ParseContinue(Parser& parser, const TagMarkup& tag);

// Text that is not what it seems.
const Node* ParseComment(Parser& parser, const TagMarkup& tag);
const Node* ParseRaw(Parser& parser, const TagMarkup& tag);
const Node* ParseHighlight(Parser& parser, const TagMarkup& tag);

// Other files.
const Node* ParseInclude(Parser& parser, const TagMarkup& tag);
const Node* ParseIncludeRelative(Parser& parser, const TagMarkup& tag);
const Node* ParseLink(Parser& parser, const TagMarkup& tag);
const Node* ParsePostUrl(Parser& parser, const TagMarkup& tag);

// A tag of Options::tags.
const Node* ParsePluginTag(Parser& parser, const TagMarkup& tag);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_TAGS_H_
