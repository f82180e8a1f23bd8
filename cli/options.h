// From options on the command line to the arguments of cli/commands.h.

#pragma once

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"

namespace cli {

// A command's arguments live as long as the callbacks that fill them.
template <typename Arguments>
std::shared_ptr<Arguments> arguments_of(CLI::App& command) {
  auto arguments = std::make_shared<Arguments>();
  if constexpr (requires { arguments->data; }) {
    command.add_option("--data", arguments->data, "the data directory")
        ->required();
  }
  return arguments;
}

// `run` is called with `arguments` once the command line was read.
template <typename Arguments>
void on_run(CLI::App& command, std::shared_ptr<Arguments> arguments,
            ExitStatus (*run)(const Arguments&), ExitStatus& status) {
  command.callback([=, &status] { status = run(*arguments); });
}

}  // namespace cli
