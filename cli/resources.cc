#include "cli/resources.h"

#include <stdexcept>

namespace cli {

namespace fs = std::filesystem;

fs::path resources() {
  const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
  for (const fs::path& base : {folder, folder.parent_path()}) {
    if (fs::is_directory(base / "share/lode")) return base / "share/lode";
  }
  throw std::runtime_error("no share/lode beside " + folder.string() +
                           ": the installation is incomplete");
}

}  // namespace cli
