// The categories of arXiv (https://arxiv.org/category_taxonomy).
#ifndef OFFPRINT_MODEL_ARXIV_CATEGORIES_H_
#define OFFPRINT_MODEL_ARXIV_CATEGORIES_H_

#include <string_view>

namespace offprint {

// Whether the text has the form of one: an archive ("hep-th", "quant-ph"), or
// one with its subject ("cs.CL", "math.AP", "cond-mat.str-el").
bool IsArxivCategory(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_ARXIV_CATEGORIES_H_
