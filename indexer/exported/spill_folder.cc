#include "indexer/exported/spill_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

#include "text/error.h"

namespace indexer {

SpillFolder::SpillFolder() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  if (error) throw text::StorageError("temporary files", error.message());
  std::string name = folder / "lode-import-XXXXXX";
  if (!::mkdtemp(name.data())) {
    throw text::StorageError(name, std::strerror(errno));
  }
  path_ = name;
}

SpillFolder::~SpillFolder() {
  std::error_code ignored;  // What is left behind is only temporary.
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace indexer
