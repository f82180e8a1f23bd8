// How a file is packed: gzip, zstd, xz or bzip2.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace indexer {

enum class Packing : uint8_t { kGzip, kZstd, kXz, kBzip2 };

// As messages call it.
std::string_view to_string(Packing packing);

// So many bytes are enough to see how a member begins. All of these formats are
// members, one behind another: frames of zstd, streams of xz and bzip2.
inline constexpr size_t kMemberHeaderBytes = 18;

// How the bytes are packed that begin with `beginning`; nothing if they are
// not. Frames of zstd that hold no content count too.
std::optional<Packing> packing_of(std::string_view beginning);

// True if a member of `packing` begins with `bytes`, or may where they are cut
// within its header.
bool may_begin_member(Packing packing, std::string_view bytes);

// Where a member of `packing` begins in `bytes`; npos if nowhere. Told from
// what compressors write there: random bytes look like that once in 10^9.
size_t find_member(Packing packing, std::string_view bytes);

}  // namespace indexer
