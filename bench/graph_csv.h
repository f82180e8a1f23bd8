// The made graph as files that other databases load.

#pragma once

#include <filesystem>

#include "bench/power_law_graph.h"

namespace bench {

// Writes entities.csv, ties.csv (one for each piece of evidence) and draws.csv
// (the first `requests` entities and pairs that are asked about), with headers,
// into a directory, which is made. Throws std::runtime_error.
void write_csv(const PowerLawGraph& graph, int requests,
               const std::filesystem::path& directory);

}  // namespace bench
