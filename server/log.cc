#include "server/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <string>

namespace server {
namespace {

// What clients send must not forge lines or drive the terminal.
std::string one_line(std::string_view message) {
  std::string line(message);
  for (char& c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) c = '?';
  }
  return line;
}

}  // namespace

struct Log::State {
  spdlog::logger logger{"lode",
                        std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

Log::Log(bool verbose) : state_(std::make_unique<State>()) {
  state_->logger.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l: %v",
                             spdlog::pattern_time_type::utc);
  state_->logger.set_level(verbose ? spdlog::level::info : spdlog::level::warn);
}

Log::~Log() = default;

void Log::error(std::string_view message) const {
  state_->logger.error("{}", one_line(message));
}

void Log::warning(std::string_view message) const {
  state_->logger.warn("{}", one_line(message));
}

void Log::request(std::string_view message) const {
  state_->logger.info("{}", one_line(message));
}

}  // namespace server
