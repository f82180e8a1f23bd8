#include "graph/encoding.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"
#include "text/error.h"

using graph::Decoder;
using graph::Encoder;

TEST_CASE("values come back as they were written") {
  const std::string bytes = Encoder()
                                .u8(200)
                                .u32(70000)
                                .u64(uint64_t{1} << 60)
                                .varint(300)
                                .f32(0.5f)
                                .f64(-2.25)
                                .string("아연")
                                .take();
  Decoder in(bytes);
  CHECK(in.u8() == 200);
  CHECK(in.u32() == 70000);
  CHECK(in.u64() == uint64_t{1} << 60);
  CHECK(in.varint() == 300);
  CHECK(in.f32() == 0.5f);
  CHECK(in.f64() == -2.25);
  CHECK(in.string() == "아연");
  CHECK(in.done());
}

TEST_CASE("fixed numbers sort as bytes") {
  CHECK(Encoder().u32(255).take() < Encoder().u32(256).take());
  CHECK(graph::to_hex(Encoder().u32(258).bytes()) == "00000102");
}

TEST_CASE("bytes that end too early are a storage error") {
  CHECK_THROWS_AS(Decoder("abc").u32(), text::StorageError);
  CHECK_THROWS_AS(Decoder("\x05nine").string(), text::StorageError);
  CHECK_THROWS_AS(Decoder("\xff\xff").varint(), text::StorageError);
}

TEST_CASE("a value outside its enumeration is a storage error") {
  CHECK_THROWS_AS(Decoder("\x09").choice<uint8_t>(9), text::StorageError);
}
