// The options of `lode judge`.

#pragma once

#include "cli/options.h"

namespace cli {

// Adds the command, which sets `status` when it runs.
void add_judge(CLI::App& app, ExitStatus& status);

}  // namespace cli
