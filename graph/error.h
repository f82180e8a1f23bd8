// RocksDB's error style ends here. Included only inside graph/.

#pragma once

#include <rocksdb/status.h>

#include <string_view>

#include "text/error.h"

namespace graph {

// Throws text::StorageError naming `what` unless `status` is ok.
inline void check(const rocksdb::Status& status, std::string_view what) {
  if (!status.ok()) throw text::StorageError(what, status.ToString());
}

}  // namespace graph
