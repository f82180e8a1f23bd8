// An HTTP body with the content encoding gzip or deflate.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

// Unpacks one body that is gzip, zlib or raw deflate data. Nothing if it is
// damaged or unpacks to more than `limit` bytes.
std::optional<std::string> inflate_body(std::string_view packed, size_t limit);

}  // namespace indexer
