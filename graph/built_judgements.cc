#include "graph/built_judgements.h"

#include "graph/encoding.h"

namespace graph {
namespace {

constexpr std::string_view kKey = "judgements";

void append(const std::set<std::string>& words, Encoder& out) {
  out.varint(words.size());
  for (const std::string& word : words) out.string(word);
}

std::set<std::string> take_words(Decoder& in) {
  std::set<std::string> words;
  for (uint32_t left = in.count(); left > 0; --left) {
    words.emplace(in.string());
  }
  return words;
}

}  // namespace

BuiltJudgements read_built_judgements(const Database& database) {
  BuiltJudgements built;
  const auto bytes = database.get(Column::kMeta, kKey);
  if (!bytes) return built;
  Decoder in(*bytes);
  for (uint32_t left = in.count(); left > 0; --left) {
    built.fingerprints.insert(in.u64());
  }
  built.ids_met = take_words(in);
  built.rejections_met = take_words(in);
  in.expect_end();
  return built;
}

void write_built_judgements(const BuiltJudgements& built, Database& database) {
  if (built.fingerprints.empty()) return;
  Encoder out;
  out.varint(built.fingerprints.size());
  for (const uint64_t fingerprint : built.fingerprints) out.u64(fingerprint);
  append(built.ids_met, out);
  append(built.rejections_met, out);
  database.put(Column::kMeta, kKey, out.bytes());
}

}  // namespace graph
