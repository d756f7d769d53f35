// Outputs and assignments: a value and its filters.
#ifndef OFFPRINT_LIQUID_PIPELINE_H_
#define OFFPRINT_LIQUID_PIPELINE_H_

#include <string>
#include <string_view>
#include <vector>

#include "liquid/arena.h"
#include "liquid/node.h"

namespace offprint::liquid {

// What was found while a pipeline was parsed.
struct PipelineProblems {
  std::string error;  // empty where the pipeline can be used
  std::vector<std::string> warnings;
};

// Parses strictly and, where that fails, which is a warning, laxly. Slices of
// `markup`, and what is made of them, must live as long as the arena.
Pipeline ParsePipeline(std::string_view markup, Arena& arena,
                       PipelineProblems* problems);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_PIPELINE_H_
