// Packs texts in memory as archives are.

#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cassert>
#include <string>
#include <string_view>

namespace indexer {

using SetUp = int (*)(archive*);

// One file called `a` in the format and packed by the filter that libarchive's
// functions set.
inline std::string packed(std::string_view content, SetUp set_format,
                          SetUp add_filter = archive_write_add_filter_none) {
  std::string bytes(content.size() * 2 + (64 << 10), '\0');
  size_t size = 0;
  archive* writing = archive_write_new();
  set_format(writing);
  add_filter(writing);
  archive_write_set_bytes_in_last_block(writing, 1);
  archive_write_open_memory(writing, bytes.data(), bytes.size(), &size);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, "a");
  archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_write_header(writing, entry);
  archive_write_data(writing, content.data(), content.size());
  archive_entry_free(entry);
  [[maybe_unused]] const int status = archive_write_close(writing);
  assert(status == ARCHIVE_OK);
  archive_write_free(writing);
  bytes.resize(size);
  return bytes;
}

inline std::string gzip_of(std::string_view content) {
  return packed(content, archive_write_set_format_raw,
                archive_write_add_filter_gzip);
}

inline std::string zstd_of(std::string_view content) {
  return packed(content, archive_write_set_format_raw,
                archive_write_add_filter_zstd);
}

inline std::string xz_of(std::string_view content) {
  return packed(content, archive_write_set_format_raw,
                archive_write_add_filter_xz);
}

inline std::string bzip2_of(std::string_view content) {
  return packed(content, archive_write_set_format_raw,
                archive_write_add_filter_bzip2);
}

// A record of a WARC that is plain text.
inline std::string warc_record(const std::string& text) {
  return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
         "Content-Length: " +
         std::to_string(text.size()) + "\r\n\r\n" + text + "\r\n\r\n";
}

}  // namespace indexer
