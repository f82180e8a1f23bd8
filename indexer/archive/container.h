// Zip, tar and 7z files entry by entry.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "indexer/archive/byte_stream.h"

namespace indexer {

struct ContainerEntry {
  std::string path;  // inside the container
  ByteStream& bytes;
};

// True for a container that is read from its end (7z), by its first bytes.
bool needs_seek(std::string_view beginning);

// Calls `on_entry` for each file of `container`, in the order of the container,
// without folders and hidden files. Throws InputError where the container is
// damaged, or has no entry; what came before has been handed over, and behind a
// damaged header of a tar what comes after too. Reading an entry that is damaged
// or encrypted throws as well.
void read_container(BufferedStream& container,
                    const std::function<void(ContainerEntry)>& on_entry);

}  // namespace indexer
