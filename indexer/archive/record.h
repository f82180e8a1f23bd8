// One record of an archive: bytes that may hold news, and where they were.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/articles.h"
#include "text/timestamp.h"

namespace indexer {

// Larger records are rejected: an entry of an exported graph, and all others.
inline constexpr size_t kMaxRecordBytes = size_t{64} << 20;
inline constexpr size_t kMaxDocumentBytes = size_t{16} << 20;
inline constexpr const char* kTooLarge = "larger than 16 MB";

enum class RecordKind : uint8_t {
  kDocument,     // told from its bytes: HTML, a feed or text
  kArticleLine,  // one JSON object
  kMail,         // one message (RFC 5322), headers first
};

struct Record {
  std::string archive;  // the file as it was named; entries: `a.zip/b.txt`
  uint64_t number = 0;  // from 1; 0 if it is the file
  RecordKind kind = RecordKind::kDocument;
  std::string charset;  // declared outside of the bytes; empty if not
  std::string url;      // empty if not known
  std::string source;   // of the feed it is from; empty if not known
  std::optional<text::Timestamp> crawled;
  std::string bytes;
};

// Takes what a reader finds, in order. Called by the reading thread.
struct RecordSink {
  std::function<void(Record)> on_record;
  std::function<void(Reject)> on_reject;
  // Records that are no news by design: `WARC request`, `HTTP status 404`.
  std::function<void(const std::string& what)> on_skipped = [](const auto&) {};
};

}  // namespace indexer
