// One writer a dialect.
#ifndef OFFPRINT_WRITERS_DIALECTS_H_
#define OFFPRINT_WRITERS_DIALECTS_H_

#include <string>

#include "writers/new_digest.h"

namespace offprint {

// Each makes of a paper's texts what the dialect holds of them. What all
// dialects ask for is done already: lines are collapsed, names and topics
// cleaned, and sections that the dialect does not hold taken out.
void FitDailyTable(NewPaper* paper);
void FitTopicTable(NewPaper* paper);
void FitAnalysedList(NewPaper* paper);
void FitScoredList(NewPaper* paper);
void FitEnhancedList(NewPaper* paper);

// Each writes a fitted digest. `head` are the lines on how it was made, each
// ended by LF; empty for none.
std::string WriteDailyTable(const NewDigest& digest, const std::string& head);
std::string WriteTopicTable(const NewDigest& digest, const std::string& head);
std::string WriteAnalysedList(const NewDigest& digest, const std::string& head);
std::string WriteScoredList(const NewDigest& digest, const std::string& head);
std::string WriteEnhancedList(const NewDigest& digest, const std::string& head);

}  // namespace offprint

#endif  // OFFPRINT_WRITERS_DIALECTS_H_
