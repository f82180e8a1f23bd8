// An HTTP body with the content encoding zstd (RFC 8878, RFC 9659).

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

// Nothing if `packed` is damaged or unpacks to more than `limit` bytes. Throws
// InputError if it looks back by more than 16 MB.
std::optional<std::string> unzstd_body(std::string_view packed, size_t limit);

}  // namespace indexer
