// Packed files as compressors, servers and bad disks leave them.

#include "indexer/archive/unpacking_stream.h"

#include <doctest/doctest.h>
#include <lzma.h>
#include <zdict.h>
#include <zstd.h>

#include "tests/indexer/packed.h"
#include "tests/indexer/reading.h"
#include "tests/temporary_directory.h"

namespace indexer {
namespace {

using Strings = std::vector<std::string>;
using namespace std::string_literals;

// Rejects are without the name of the file.
Reading read_bytes(const std::string& bytes) {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "file";
  std::ofstream(file, std::ios::binary) << bytes;
  Reading reading = read_paths({file});
  for (std::string& reject : reading.rejects) {
    reject.erase(0, file.string().size() + 2);
  }
  return reading;
}

std::string line(const std::string& title) {
  return R"({"title": ")" + title + R"(", "body": "It rose on Monday."})" +
         "\n";
}

constexpr auto kPackers = {gzip_of, zstd_of, xz_of, bzip2_of};

TEST_CASE("all members of a packed file are read") {
  for (const auto& pack : kPackers) {
    const Reading reading = read_bytes(pack(line("Zinc")) + pack("") +
                                       pack(line("Lead")) + "\0\0\0\0"s);
    CHECK(reading.titles() == Strings{"Zinc", "Lead"});
    CHECK(reading.rejects.empty());
  }
}

TEST_CASE("a packed file without content is empty") {
  for (const auto& pack : kPackers) {
    CHECK(read_bytes(pack("")).rejects == Strings{"empty"});
  }
}

TEST_CASE("what stands behind a packed file is told and costs nothing") {
  std::string last = line("Zinc");
  last.pop_back();
  for (const auto& pack : kPackers) {
    const Reading reading = read_bytes(pack(last) + "<junk>");
    CHECK(reading.titles() == Strings{"Zinc"});
    REQUIRE(reading.rejects.size() == 1);
    CHECK(
        reading.rejects[0].ends_with(" data behind the last member: 6 bytes"));
  }
  CHECK(read_bytes(gzip_of(last) + "<junk>").rejects ==
        Strings{"no gzip data behind the last member: 6 bytes"});
}

TEST_CASE("a member that is cut within its header is no junk") {
  for (const auto& pack : kPackers) {
    const Reading reading =
        read_bytes(pack(line("Zinc")) + pack(line("Lead")).substr(0, 2));
    CHECK(reading.titles() == Strings{"Zinc"});
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].ends_with("data ends too early"));
  }
}

TEST_CASE("frames of zstd without content are passed over") {
  const std::string frame = "\x5D\x2A\x4D\x18\x03\0\0\0abc"s;
  const Reading reading = read_bytes(frame + zstd_of(line("Zinc")) + frame);
  CHECK(reading.titles() == Strings{"Zinc"});
  CHECK(reading.rejects.empty());
  CHECK(read_bytes(frame).rejects == Strings{"empty"});
}

TEST_CASE("a zstd frame that needs too much memory is refused") {
  const std::string window_of_2_gb = "\x28\xB5\x2F\xFD\0\xA8"s;
  const std::string content_of_1_gb = "\x28\xB5\x2F\xFD\xA0\0\0\0\x40"s;
  CHECK(read_bytes(window_of_2_gb).rejects ==
        Strings{"needs a window of 2048 MB to be unpacked, more than 128 MB"});
  CHECK(read_bytes(content_of_1_gb).rejects ==
        Strings{"needs a window of 1024 MB to be unpacked, more than 128 MB"});
}

// The header of the first block is at 12: its size, flags, the filter, the size
// of the filter's properties, and those: the size of the dictionary.
TEST_CASE("an xz stream that needs too much memory is refused") {
  std::string xz = xz_of(line("Zinc"));
  constexpr char kDictionaryOf256Mb = 32;
  const size_t size = static_cast<size_t>(xz[12]) * 4;
  xz[12 + 4] = kDictionaryOf256Mb;
  const uint32_t checksum =
      lzma_crc32(reinterpret_cast<const uint8_t*>(xz.data()) + 12, size, 0);
  for (size_t i = 0; i < 4; ++i) {
    xz[12 + size + i] = static_cast<char>(checksum >> (8 * i) & 0xFF);
  }
  CHECK(read_bytes(xz).rejects ==
        Strings{"needs a window of 257 MB to be unpacked, more than 128 MB"});
}

TEST_CASE("what is unpacked before damage is kept") {
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += line("Zinc " + std::to_string(i));
  std::string gzip = gzip_of(lines);
  gzip.replace(gzip.size() - 200, 100, 100, '\xFF');
  const Reading reading = read_bytes(gzip);
  CHECK(reading.articles.size() > 1500);
  REQUIRE_FALSE(reading.rejects.empty());
  CHECK(reading.rejects.back() == "gzip data is damaged");
}

TEST_CASE("behind a damaged member of a packed WARC the next is read") {
  for (const auto& pack : {gzip_of, zstd_of, xz_of}) {
    std::string damaged = pack(warc_record("Lead fell."));
    damaged.replace(damaged.size() / 2, 8, 8, '\x55');
    const Reading reading =
        read_bytes(pack(warc_record("Zinc rose.")) + damaged +
                   pack(warc_record("Tin rose.")));
    CHECK(reading.titles() == Strings{"Zinc rose.", "Tin rose."});
    REQUIRE(reading.rejects.size() == 1);
    CHECK(
        reading.rejects[0].ends_with("bytes are lost before the next record"));
  }
}

std::string trained_dictionary() {
  std::string samples;
  std::vector<size_t> sizes;
  for (int i = 0; i < 500; ++i) {
    const std::string sample = warc_record("Zinc rose by " + std::to_string(i));
    samples += sample;
    sizes.push_back(sample.size());
  }
  std::string dictionary(4096, '\0');
  const size_t size = ZDICT_trainFromBuffer(
      dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
      static_cast<unsigned>(sizes.size()));
  REQUIRE_FALSE(ZDICT_isError(size));
  dictionary.resize(size);
  return dictionary;
}

std::string zstd_by(const std::string& dictionary, const std::string& content) {
  std::string packed(ZSTD_compressBound(content.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  packed.resize(ZSTD_compress_usingDict(
      context, packed.data(), packed.size(), content.data(), content.size(),
      dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  return packed;
}

TEST_CASE("a WARC may begin with the dictionary of its zstd frames") {
  const std::string dictionary = trained_dictionary();
  const std::string frames = zstd_by(dictionary, warc_record("Zinc rose.")) +
                             zstd_by(dictionary, warc_record("Tin rose."));
  for (const std::string& held : {dictionary, zstd_of(dictionary)}) {
    std::string begin = "\x5D\x2A\x4D\x18"s;
    for (int i = 0; i < 4; ++i) {
      begin += static_cast<char>(held.size() >> (8 * i) & 0xFF);
    }
    CHECK(read_bytes(begin + held + frames).titles() ==
          Strings{"Zinc rose.", "Tin rose."});
  }
  CHECK(read_bytes(frames).rejects ==
        Strings{"needs a zstd dictionary that it does not hold"});
}

TEST_CASE("a zip without files is empty") {
  CHECK(read_bytes("PK\x05\x06"s + std::string(18, '\0')).rejects ==
        Strings{"empty"});
}

// A header and one block, without what ends a tar.
std::string tar_entry(const std::string& content) {
  return packed(content, archive_write_set_format_ustar).substr(0, 1024);
}

TEST_CASE("behind a damaged header in a tar the next file is read") {
  std::string damaged = tar_entry(line("Lead"));
  damaged[130] = 'x';
  const Reading reading =
      read_bytes(tar_entry(line("Zinc")) + damaged + tar_entry(line("Tin")) +
                 std::string(1024, '\0'));
  CHECK(reading.titles() == Strings{"Zinc", "Tin"});
  CHECK(reading.rejects == Strings{"damaged container: Damaged tar archive"});
}

TEST_CASE("a wrong checksum of a packed tar is told") {
  std::string damaged = packed(line("Zinc"), archive_write_set_format_ustar,
                               archive_write_add_filter_gzip);
  damaged[damaged.size() - 8] ^= 1;
  const Reading reading = read_bytes(damaged);
  CHECK(reading.titles() == Strings{"Zinc"});
  CHECK(reading.rejects == Strings{"gzip data is damaged"});
}

TEST_CASE("a zip of one file that is cut says so") {
  const std::string zip =
      packed(line("Zinc") + line("Lead"), archive_write_set_format_zip);
  const Strings rejects = read_bytes(zip.substr(0, 60)).rejects;
  REQUIRE_FALSE(rejects.empty());
  CHECK(rejects.back() == "damaged container: it ends too early");
}

}  // namespace
}  // namespace indexer
