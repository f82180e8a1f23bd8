// `lode export`.

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "cli/choose_entity.h"
#include "cli/commands.h"
#include "exchange/graph_exporter.h"
#include "generation/generation.h"
#include "graph/period.h"
#include "text/error.h"

namespace cli {

namespace {

// Standard output, or a file that is taken away again unless it is kept.
class Output {
 public:
  // Throws std::runtime_error.
  explicit Output(const std::optional<std::filesystem::path>& path)
      : path_(path), file_(stdout) {
    if (!path_) return;
    file_ = std::fopen(path_->c_str(), "wb");
    if (file_ == nullptr) fail();
  }

  ~Output() {
    if (!path_ || file_ == nullptr) return;
    std::fclose(file_);
    std::error_code ignored;
    std::filesystem::remove(*path_, ignored);
  }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(const std::string& part) {
    if (std::fwrite(part.data(), 1, part.size(), file_) != part.size()) fail();
  }

  void keep() {
    if (!path_) return;  // main() flushes standard output
    if (std::fclose(std::exchange(file_, nullptr)) != 0) fail();
  }

 private:
  [[noreturn]] void fail() const {
    throw std::system_error(
        errno, std::generic_category(),
        "can't write " + (path_ ? path_->string() : "standard output"));
  }

  std::optional<std::filesystem::path> path_;
  std::FILE* file_;
};

}  // namespace

ExitStatus run_export(const ExportArguments& arguments) {
  const graph::Period& period = arguments.filter.period;
  if (period.from && period.to && *period.to <= *period.from) {
    throw text::BadRequest("--to is not after --from");
  }
  auto generation = generation::open_current(arguments.data);
  exchange::ExportRequest request = {arguments.format, arguments.table,
                                     arguments.filter};
  for (const std::string& name : arguments.names) {
    const auto entity = choose_entity(name, generation->graph());
    if (!entity) return kFailed;
    request.filter.entities.push_back(entity->id);
  }
  exchange::GraphExporter exporter(std::move(generation), request);
  Output output(arguments.output);
  for (std::string part = exporter.next_part(); !part.empty();
       part = exporter.next_part()) {
    output.write(part);
  }
  output.keep();
  return kDone;
}

}  // namespace cli
