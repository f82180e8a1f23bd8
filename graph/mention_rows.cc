#include "graph/mention_rows.h"

#include <algorithm>

#include "graph/encoding.h"
#include "graph/keys.h"

namespace graph {

// Row n has the articles from n * kMentionsOfRow on.
void write_mentions(EntityNumber entity,
                    const std::vector<MentionEntry>& mentions,
                    TableWriter& table) {
  size_t begin = 0;
  for (uint32_t row = 0; begin < mentions.size(); ++row) {
    const size_t end = std::min(mentions.size(), begin + kMentionsOfRow);
    Encoder out;
    uint32_t before = 0;
    for (; begin < end; ++begin) {
      const auto number = static_cast<uint32_t>(mentions[begin].article);
      out.varint(number - before).varint(mentions[begin].mention_count);
      before = number;
    }
    table.add(number_row_key(entity, row), out.bytes());
  }
}

std::vector<MentionEntry> read_mentions(const Database& database,
                                        EntityNumber entity, size_t offset,
                                        size_t limit) {
  std::vector<MentionEntry> found;
  size_t skip = offset % kMentionsOfRow;
  auto row = static_cast<uint32_t>(offset / kMentionsOfRow);
  for (; found.size() < limit; ++row) {
    const Value value =
        database.view(Column::kMentions, number_row_key(entity, row));
    if (!value.exists()) break;
    Decoder in(value.bytes());
    uint32_t number = 0;
    while (!in.done() && found.size() < limit) {
      number += in.varint32();
      const uint32_t count = in.varint32();
      if (skip > 0) {
        --skip;
      } else {
        found.push_back({ArticleNumber{number}, count});
      }
    }
  }
  return found;
}

}  // namespace graph
