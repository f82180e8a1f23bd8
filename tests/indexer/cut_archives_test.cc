// Archives that end early: what a whole record is of is kept.

#include <bzlib.h>
#include <doctest/doctest.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <functional>
#include <string>
#include <vector>

#include "indexer/archive/record_reader.h"
#include "tests/fuzz/memory_stream.h"
#include "tests/indexer/packed.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

constexpr size_t kLines = 60;
// More than what is unpacked.
constexpr size_t kRoom = 1 << 20;

// Some 700 bytes each, of words that do not repeat much.
Strings make_lines() {
  Strings lines;
  uint32_t state = 1;
  for (size_t i = 0; i < kLines; ++i) {
    std::string words;
    while (words.size() < 640) {
      state = state * 1664525 + 1013904223;
      words += "zinc" + std::to_string(state >> 8) + ' ';
    }
    lines.push_back(R"({"title": "Report )" + std::to_string(i) +
                    R"(", "body": ")" + words + "\"}");
  }
  return lines;
}

std::string joined(const Strings& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

using Text = std::function<std::string(const std::string&)>;

// `pack` of each line on its own.
std::string each(const Strings& lines, const Text& pack) {
  std::string bytes;
  for (const std::string& line : lines) bytes += pack(line);
  return bytes;
}

// One frame, with a block for each line.
std::string zstd_by_lines(const Strings& lines) {
  std::string packed(kRoom, '\0');
  ZSTD_outBuffer to{packed.data(), packed.size(), 0};
  ZSTD_CCtx* context = ZSTD_createCCtx();
  for (const std::string& line : lines) {
    const std::string text = line + "\n";
    ZSTD_inBuffer from{text.data(), text.size(), 0};
    ZSTD_compressStream2(context, &to, &from, ZSTD_e_flush);
  }
  ZSTD_inBuffer nothing{nullptr, 0, 0};
  ZSTD_compressStream2(context, &to, &nothing, ZSTD_e_end);
  ZSTD_freeCCtx(context);
  packed.resize(to.pos);
  return packed;
}

// What the libraries give of packed bytes that end early.

std::string inflated(std::string_view packed, int window_bits) {
  std::string text(kRoom, '\0');
  std::string input(packed);
  z_stream stream{};
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  inflateInit2(&stream, window_bits);
  while (inflate(&stream, Z_NO_FLUSH) == Z_STREAM_END) inflateReset(&stream);
  text.resize(text.size() - stream.avail_out);
  inflateEnd(&stream);
  return text;
}

std::string gunzipped(std::string_view packed) {
  return inflated(packed, MAX_WBITS + 16);
}

std::string unzstd(std::string_view packed) {
  std::string text(kRoom, '\0');
  ZSTD_DCtx* context = ZSTD_createDCtx();
  ZSTD_outBuffer to{text.data(), text.size(), 0};
  ZSTD_inBuffer from{packed.data(), packed.size(), 0};
  while (from.pos < from.size) ZSTD_decompressStream(context, &to, &from);
  ZSTD_freeDCtx(context);
  text.resize(to.pos);
  return text;
}

std::string unxz(std::string_view packed) {
  std::string text(kRoom, '\0');
  lzma_stream stream{};
  stream.next_in = reinterpret_cast<const uint8_t*>(packed.data());
  stream.avail_in = packed.size();
  stream.next_out = reinterpret_cast<uint8_t*>(text.data());
  stream.avail_out = text.size();
  REQUIRE(lzma_stream_decoder(&stream, UINT64_MAX, 0) == LZMA_OK);
  while (lzma_code(&stream, LZMA_RUN) == LZMA_OK && stream.avail_in > 0) {
  }
  lzma_end(&stream);
  text.resize(text.size() - stream.avail_out);
  return text;
}

std::string unbzip2(std::string_view packed) {
  std::string text(kRoom, '\0');
  std::string input(packed);
  size_t given = 0;
  bz_stream stream{};
  stream.next_in = input.data();
  stream.avail_in = static_cast<unsigned>(input.size());
  while (stream.avail_in > 0) {
    BZ2_bzDecompressInit(&stream, 0, 0);
    stream.next_out = text.data() + given;
    stream.avail_out = static_cast<unsigned>(text.size() - given);
    BZ2_bzDecompress(&stream);
    given = text.size() - stream.avail_out;
    BZ2_bzDecompressEnd(&stream);
  }
  text.resize(given);
  return text;
}

// The data of a zip of one file that begins behind its local header.
std::string unzipped(std::string_view zip) {
  const auto size_at = [&](size_t at) {
    return static_cast<unsigned char>(zip[at]) +
           static_cast<unsigned char>(zip[at + 1]) * 256u;
  };
  return inflated(zip.substr(30 + size_at(26) + size_at(28)), -MAX_WBITS);
}

struct Format {
  const char* name;
  std::string whole;
  Text unpack;  // what is left of a part of it
  size_t layers = 1;
  const char* end = "\n";  // of a record that is whole
};

std::vector<Format> formats(const Strings& lines) {
  const std::string text = joined(lines);
  const auto as_it_is = [](const std::string& bytes) { return bytes; };
  const auto line_in_bzip2 = [](const std::string& line) {
    return bzip2_of(line + "\n");
  };
  const auto record_in_gzip = [](const std::string& line) {
    return gzip_of(warc_record(line));
  };
  const auto record_in_zstd = [](const std::string& line) {
    return zstd_of(warc_record(line));
  };
  return {
      {"gzip", gzip_of(text), gunzipped},
      {"zstd", zstd_by_lines(lines), unzstd},
      {"zstd in gzip", gzip_of(zstd_by_lines(lines)),
       [](const std::string& bytes) { return unzstd(gunzipped(bytes)); }, 2},
      {"xz", xz_of(text), unxz},
      {"bzip2", each(lines, line_in_bzip2), unbzip2},
      {"zip", packed(text, archive_write_set_format_zip), unzipped, 2},
      {"tar", packed(text, archive_write_set_format_ustar), as_it_is, 2},
      {"tar.gz",
       packed(text, archive_write_set_format_ustar,
              archive_write_add_filter_gzip),
       gunzipped, 3},
      {"7z", packed(text, archive_write_set_format_7zip),
       [](const std::string&) { return std::string(); }},
      {"warc", each(lines, warc_record), as_it_is, 1, "\r\n\r\n"},
      {"warc.gz", each(lines, record_in_gzip), gunzipped, 1, "\r\n\r\n"},
      {"warc.zst", each(lines, record_in_zstd), unzstd, 1, "\r\n\r\n"}};
}

struct Kept {
  Strings records;
  Strings reasons;
};

Kept read(std::string_view bytes) {
  Kept kept;
  MemoryStream stream(bytes);
  read_records(
      stream, "file",
      {[&](const Record& record) { kept.records.push_back(record.bytes); },
       [&](const Reject& reject) { kept.reasons.push_back(reject.reason); }});
  return kept;
}

TEST_CASE("of a cut archive every record is kept that is whole") {
  const Strings lines = make_lines();
  for (const Format& format : formats(lines)) {
    CAPTURE(format.name);
    REQUIRE(read(format.whole).records == lines);
    REQUIRE(read(format.whole).reasons.empty());
    for (size_t tenths = 1; tenths < 10; ++tenths) {
      CAPTURE(tenths);
      const std::string part =
          format.whole.substr(0, format.whole.size() * tenths / 10);
      const std::string unpacked = format.unpack(part);
      Strings whole;
      for (const std::string& line : lines) {
        if (unpacked.find(line + format.end) != std::string::npos) {
          whole.push_back(line);
        }
      }
      const Kept kept = read(part);
      CHECK(kept.records == whole);
      CHECK(kept.reasons.size() >= 1);
      CHECK(kept.reasons.size() <= format.layers);
    }
  }
}

}  // namespace
}  // namespace indexer
