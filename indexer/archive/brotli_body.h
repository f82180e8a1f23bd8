// HTTP bodies packed by Brotli (RFC 7932).

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

// Nothing if `packed` is damaged or unpacks to more than `limit` bytes.
std::optional<std::string> unbrotli_body(std::string_view packed, size_t limit);

}  // namespace indexer
