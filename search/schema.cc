#include "search/schema.h"

#include <algorithm>

#include "search/error.h"
#include "search/time_number.h"
#include "text/analysis.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace search {

namespace {

constexpr size_t kMaxFilterTermBytes = 200;
constexpr size_t kIdBytes = 8;

// FNV-1a, 64 bits.
uint64_t hash(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  return hash;
}

std::string big_endian(uint64_t value, size_t size) {
  std::string bytes(size, '\0');
  for (size_t i = size; i-- > 0; value >>= 8) {
    bytes[i] = static_cast<char>(value & 0xff);
  }
  return bytes;
}

std::string encode_time(std::optional<text::Timestamp> time) {
  return big_endian(to_number(time), kOrderTimeBytes);
}

void check_version(const Xapian::Database& segment, const std::string& key,
                   uint32_t ours, const std::filesystem::path& directory) {
  const std::string theirs = segment.get_metadata(key);
  if (theirs == std::to_string(ours)) return;
  throw text::StorageError(directory.string(),
                           "the segment has " + key + " version " +
                               (theirs.empty() ? "none" : theirs) +
                               ", this program reads " + std::to_string(ours));
}

}  // namespace

std::string make_filter_term(std::string_view prefix, std::string_view name) {
  std::string term(prefix);
  if (prefix.size() + name.size() <= kMaxFilterTermBytes) {
    return term.append(name);
  }
  constexpr size_t kHashBytes = 17;
  const size_t room = kMaxFilterTermBytes - kHashBytes - prefix.size();
  term.append(text::cut_utf8(name, room));
  return term.append("#").append(
      text::to_string(static_cast<text::ArticleId>(hash(name))));
}

std::string make_id_term(text::ArticleId id) {
  return std::string(kIdPrefix).append(text::to_string(id));
}

std::string make_source_term(std::string_view source) {
  return make_filter_term(kSourcePrefix, text::fold_name(source));
}

std::string encode_order(std::optional<text::Timestamp> published,
                         text::ArticleId id) {
  return encode_time(published) +
         big_endian(static_cast<uint64_t>(id), kIdBytes);
}

bool is_dated(std::string_view order) {
  return order.substr(0, kOrderTimeBytes) != std::string_view("\0\0\0\0\0", 5);
}

Xapian::Query make_all_query() {
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
                       Xapian::Query(std::string()), 0.0);
}

Xapian::Query make_time_query(std::optional<text::Timestamp> from,
                              std::optional<text::Timestamp> to) {
  const int64_t begin =
      std::max(from ? static_cast<int64_t>(*from) : kFirstSecond, kFirstSecond);
  const int64_t end = std::min(to ? static_cast<int64_t>(*to) : kLastSecond + 1,
                               kLastSecond + 1);
  if (begin >= end) return {};
  return Xapian::Query(
      Xapian::Query::OP_VALUE_RANGE, kOrderSlot,
      encode_time(text::Timestamp{begin}),
      encode_time(text::Timestamp{end - 1}) + std::string(kIdBytes, '\xff'));
}

void write_versions(Xapian::WritableDatabase& segment) {
  segment.set_metadata("format", std::to_string(kFormatVersion));
  segment.set_metadata("analysis", std::to_string(text::kAnalysisVersion));
}

Xapian::Database open_segment(const std::filesystem::path& directory) {
  return guard("segment " + directory.string(), [&] {
    Xapian::Database segment(directory.string());
    check_version(segment, "format", kFormatVersion, directory);
    check_version(segment, "analysis", text::kAnalysisVersion, directory);
    return segment;
  });
}

}  // namespace search
