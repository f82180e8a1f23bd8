#include "graph/entity_pass.h"

#include <algorithm>
#include <string>

#include "graph/encoding.h"
#include "graph/keys.h"
#include "graph/mention_rows.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr size_t kNumberBytes = 4;

EntityNumber number_of(std::string_view key) {
  return EntityNumber{Decoder(key).u32()};
}

std::vector<MentionEntry> take_mentions(SortedRecords& mentions,
                                        EntityNumber entity) {
  std::vector<MentionEntry> taken;
  for (; mentions.valid() && number_of(mentions.key()) == entity;
       mentions.next()) {
    Decoder key(mentions.key());
    key.skip(kNumberBytes);
    taken.push_back(
        {ArticleNumber{key.u32()}, Decoder(mentions.value()).varint32()});
  }
  return taken;
}

std::vector<Description> take_descriptions(SortedRecords& descriptions,
                                           EntityNumber entity) {
  std::vector<Description> taken;
  for (; descriptions.valid() && number_of(descriptions.key()) == entity;
       descriptions.next()) {
    taken.push_back(decode_description(descriptions.key()));
    taken.back().article_count = Decoder(descriptions.value()).varint32();
  }
  return taken;
}

uint32_t count_stories(const std::vector<MentionEntry>& mentions,
                       const Catalogue& catalogue) {
  std::vector<ArticleNumber> stories;
  for (const MentionEntry& mention : mentions) {
    stories.push_back(catalogue.article(mention.article).story);
  }
  std::ranges::sort(stories);
  const auto repeated = std::ranges::unique(stories);
  return static_cast<uint32_t>(stories.size() - repeated.size());
}

// Newest first, undated last.
void note_times(const std::vector<MentionEntry>& mentions,
                const Catalogue& catalogue, EntityRecord& record) {
  for (const MentionEntry& mention : mentions) {
    const auto published = catalogue.article(mention.article).published;
    if (!published) return;
    if (!record.last_reported) record.last_reported = published;
    record.first_reported = published;
  }
}

}  // namespace

EntityPass::EntityPass(Database& database,
                       const std::filesystem::path& directory,
                       GatheredRecords& gathered, size_t lanes)
    : database_(database),
      gathered_(gathered),
      names_(directory, lanes),
      records_(directory / "sort-entities", lanes),
      rows_(row_path(directory, RowTable::kEntities),
            PartitionedSorter::kPartitions),
      totals_(database.catalogue().entity_count()) {
  records_.set_end(static_cast<uint32_t>(totals_.size()));
}

void EntityPass::count(size_t partition, size_t lane) {
  const Catalogue& catalogue = database_.catalogue();
  auto mentions = gathered_.mentions.take(partition);
  auto descriptions = gathered_.descriptions.take(partition);
  TableWriter table(database_, Column::kMentions, partition);
  while (descriptions.valid()) {
    const EntityNumber entity = number_of(descriptions.key());
    const auto described = take_descriptions(descriptions, entity);
    const auto named = take_mentions(mentions, entity);
    write_mentions(entity, named, table);
    EntityRecord record;
    record.entity = merge_descriptions(described);
    record.article_count = static_cast<uint32_t>(named.size());
    record.story_count = count_stories(named, catalogue);
    note_times(named, catalogue, record);
    EntityTotals& totals = totals_[static_cast<uint32_t>(entity)];
    totals.is_known = true;
    totals.story_count = record.story_count;
    totals.type = record.entity.type;
    names_.add(lane, catalogue.entity(entity), record);
    records_.add(lane, Encoder().u32(static_cast<uint32_t>(entity)).bytes(),
                 encode(record));
  }
  if (mentions.valid()) {
    throw text::StorageError("entities", "one is not described");
  }
  table.finish();
  gathered_.mentions.drop(partition);
  gathered_.descriptions.drop(partition);
}

void EntityPass::write(size_t partition) {
  for (auto records = records_.take(partition); records.valid();
       records.next()) {
    const EntityNumber entity = number_of(records.key());
    const EntityTotals& totals = totals_[static_cast<uint32_t>(entity)];
    EntityRecord record = decode_entity(records.value());
    record.edge_count = totals.edge_count;
    record.neighbour_counts = totals.neighbour_counts;
    rows_.add(partition, entity, encode(record));
  }
  records_.drop(partition);
}

uint64_t EntityPass::entity_count() const {
  return static_cast<uint64_t>(std::ranges::count_if(
      totals_,
      [](const EntityTotals& totals) { return totals.story_count > 0; }));
}

}  // namespace graph
