// What services say of a paper, as themes see it.
#ifndef OFFPRINT_RENDER_METADATA_DROP_H_
#define OFFPRINT_RENDER_METADATA_DROP_H_

#include "liquid/drop.h"
#include "model/metadata.h"

namespace offprint {

// Nil for null. The metadata outlives the arena; themes/VALUES.md lists its
// members.
liquid::Value MetadataValue(const Metadata* metadata, liquid::Arena& arena);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_METADATA_DROP_H_
