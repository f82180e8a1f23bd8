// Paragraphs that are said twice.

#pragma once

#include <string>
#include <vector>

namespace indexer {

// `paragraphs` without those that are the title, without the first ones whose
// sentences all occur again below (a summary), and without the second of two
// longer ones that are the same; what is said more often is meant to be.
std::vector<std::string> without_repetition(std::vector<std::string> paragraphs,
                                            const std::string& title);

}  // namespace indexer
