#include "search/stored_article.h"

#include "search/time_number.h"
#include "text/error.h"

namespace search {

namespace {

constexpr int kIdBytes = 8;

void append_varint(std::string& bytes, uint64_t value) {
  for (; value >= 0x80; value >>= 7) {
    bytes.push_back(static_cast<char>(value | 0x80));
  }
  bytes.push_back(static_cast<char>(value));
}

void append_string(std::string& bytes, std::string_view value) {
  append_varint(bytes, value.size());
  bytes.append(value);
}

// Takes values off the front of encoded bytes.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  uint8_t byte() { return static_cast<uint8_t>(take(1).front()); }

  uint64_t u64() {
    uint64_t value = 0;
    for (const char byte : take(kIdBytes)) {
      value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
  }

  uint64_t varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const uint64_t next = byte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
    throw text::StorageError("stored article", "a number is too long");
  }

  std::string string() { return std::string(take(varint())); }

  std::string rest() { return std::string(take(bytes_.size())); }

 private:
  std::string_view take(uint64_t size) {
    if (size > bytes_.size()) {
      throw text::StorageError("stored article", "it ends too early");
    }
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::string_view bytes_;
};

text::ArticleKind decode_kind(uint8_t value) {
  if (value > static_cast<uint8_t>(text::ArticleKind::kBrief)) {
    throw text::StorageError("stored article", "its kind is unknown");
  }
  return static_cast<text::ArticleKind>(value);
}

}  // namespace

std::string encode_article(const text::Article& article) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes.push_back(
        static_cast<char>(static_cast<uint64_t>(article.id) >> shift));
  }
  bytes.push_back(static_cast<char>(article.kind));
  append_varint(bytes, to_number(article.published));
  append_varint(bytes, to_number(article.modified));
  append_varint(bytes, article.record);
  append_string(bytes, article.external_id);
  append_string(bytes, article.url);
  append_string(bytes, article.title);
  append_string(bytes, article.source);
  append_string(bytes, article.language);
  append_string(bytes, article.section);
  append_string(bytes, article.archive);
  append_varint(bytes, article.authors.size());
  for (const std::string& author : article.authors) {
    append_string(bytes, author);
  }
  return bytes.append(article.body);
}

text::Article decode_article(std::string_view bytes) {
  Decoder decoder(bytes);
  text::Article article;
  article.id = text::ArticleId{decoder.u64()};
  article.kind = decode_kind(decoder.byte());
  article.published = from_number(decoder.varint());
  article.modified = from_number(decoder.varint());
  article.record = decoder.varint();
  article.external_id = decoder.string();
  article.url = decoder.string();
  article.title = decoder.string();
  article.source = decoder.string();
  article.language = decoder.string();
  article.section = decoder.string();
  article.archive = decoder.string();
  for (uint64_t count = decoder.varint(); count > 0; --count) {
    article.authors.push_back(decoder.string());
  }
  article.body = decoder.rest();
  return article;
}

}  // namespace search
