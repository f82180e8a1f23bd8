// The worked example of docs/graph_format.md.

#include <doctest/doctest.h>

#include "graph/adjacency.h"
#include "graph/edge_rows.h"
#include "graph/keys.h"
#include "graph/mention_rows.h"
#include "graph/neighbour_rows.h"
#include "graph/records.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

constexpr EntityNumber kBuyer{0};
constexpr EntityNumber kSmelter{1};
constexpr ArticleNumber kNewer{0};
constexpr ArticleNumber kOlder{1};
constexpr text::Timestamp kReported{1765844640};  // 2025-12-16T00:24:00Z
constexpr auto kAcquires = text::RelationType::kAcquires;

Catalogue catalogue() {
  return Catalogue({EntityId{7}, EntityId{9}},
                   {{text::ArticleId{42}, kReported, kNewer, 0},
                    {text::ArticleId{43}, std::nullopt, kOlder, 0}},
                   {"SMM"});
}

EdgeRecord edge() {
  return {.modality = text::Modality::kPlanned,
          .negated = false,
          .confidence = 0.75f,
          .story_count = 2,
          .opposing_story_count = 0,
          .first_reported = kReported,
          .last_reported = kReported};
}

}  // namespace

TEST_CASE("an edge and its evidence are kept as documented") {
  const TemporaryDirectory directory;
  Database database = Database::create(directory / "graph");
  database.keep(catalogue());
  const EdgeRowKey key = edge_row_key(kSmelter, kBuyer, kAcquires, Side::kIn);
  EvidenceEntry evidence{kNewer,   3, text::Modality::kPlanned, false, 0.5f, "",
                         "acquire"};
  std::vector<EvidenceEntry> all = {evidence};
  evidence.article = kOlder;
  all.push_back(evidence);
  {
    TableWriter table(database, Column::kEdges);
    EdgeRowWriter(database.catalogue(), table).add(key, edge(), all);
    table.finish();
  }
  auto scan = database.scan(Column::kEdges, "");
  REQUIRE(scan.valid());
  CHECK(to_hex(scan.key()) == "0000000000000001000000000000");
  CHECK(to_hex(scan.value()) ==
        "02"
        "093f4000000200400000006940a6a000"
        "013f00000003000761637175697265"
        "013f00000003010761637175697265");
  CHECK(decode_edge_row(scan.value(), database.catalogue()) == edge());
  const auto read = read_evidence(database, key, 10);
  REQUIRE(read.size() == 2);
  CHECK(read[0].article == text::ArticleId{42});
  CHECK(read[1].rule == "acquire");
}

TEST_CASE("what an entity is tied to is kept as documented") {
  const TemporaryDirectory directory;
  Database database = Database::create(directory / "graph");
  database.keep(catalogue());
  NeighbourRecord record;
  record.type = text::EntityType::kFacility;
  record.edges = {{kAcquires,
                   Side::kOut,
                   text::Modality::kPlanned,
                   false,
                   0.8,
                   2,
                   {kNewer, kOlder}}};
  record.association = {4.0, 2, 0.5, 0.6, {kNewer, kOlder}};
  record.sightings = {{kNewer, 3}};
  const std::string bytes = encode(record);
  {
    TableWriter neighbours(database, Column::kNeighbours);
    write_neighbours(kBuyer, {{kSmelter, 0.5, bytes}}, neighbours);
    neighbours.finish();
    TableWriter mentions(database, Column::kMentions);
    write_mentions(kBuyer, {{kNewer, 2}, {kOlder, 1}}, mentions);
    mentions.finish();
  }
  const auto row = number_row_key(kBuyer, 0);
  CHECK(to_hex(row) == "0000000000000000");
  CHECK(to_hex(*database.get(Column::kNeighbours, row)) ==
        "0001"
        "01808020"
        "1501001501cc02020001"
        "408000003f0000009902020001"
        "0003");
  CHECK(to_hex(encode_adjacency({{kSmelter, kAcquires, Side::kOut, 0.6}})) ==
        "0100e6cc0101");
  CHECK(to_hex(*database.get(Column::kMentions, row)) == "00020101");
  const NeighbourScan scan(database, kBuyer);
  CHECK(scan.head().score == doctest::Approx(0.5));
  CHECK(decode_neighbour(scan.head()) == record);
}

TEST_CASE("the catalogue is kept as documented") {
  const TemporaryDirectory directory;
  Database database = Database::create(directory / "graph");
  database.keep(catalogue());
  CHECK(
      to_hex(*database.get(Column::kCatalogue, std::string("\0\0\0\0\0", 5))) ==
      "00000000000000070000000000000009");
  CHECK(
      to_hex(*database.get(Column::kCatalogue, std::string("\1\0\0\0\0", 5))) ==
      "000000000000002a400000006940a6a00000000000000000"
      "000000000000002b000000000000000000000001"
      "00000000");
  CHECK(to_hex(*database.get(Column::kCatalogue,
                             std::string("\2\0\0\0\0", 5))) == "03534d4d");
}

TEST_CASE("an entity is kept as documented") {
  EntityRecord record;
  record.entity = {
      "company:korea-zinc", text::EntityType::kCompany, "Korea Zinc", {}};
  record.article_count = record.story_count = 2;
  record.edge_count = 1;
  record.neighbour_counts[5] = 1;
  record.first_reported = record.last_reported = kReported;
  CHECK(to_hex(encode(record)) ==
        "310a4b6f726561205a696e63"
        "02020100000000000001000000c09a85940d00");
  CHECK(decode_entity(encode(record)) == record);
}

TEST_CASE("entities of any id, name and time come back") {
  const auto comes_back = [](const EntityRecord& record) {
    return decode_entity(encode(record)) == record;
  };
  EntityRecord record;
  record.entity = {"company:korea-zinc",
                   text::EntityType::kCompany,
                   "Korea Zinc",
                   {"KZ", "Korea Zinc Co."}};
  CHECK(comes_back(record));
  CHECK(encode(record).find("korea-zinc") == std::string::npos);
  record.entity.id = "company:korea-zinc~2";
  record.first_reported = text::Timestamp{-5};
  record.last_reported = text::Timestamp{12};
  CHECK(comes_back(record));
  CHECK(decode_summary(encode(record)).id == "company:korea-zinc~2");
}

TEST_CASE("names are kept as documented") {
  CHECK(to_hex(encode(NameKey{"ada", NameMatch::kAlias, 2, EntityId{7}})) ==
        "6164610001fffffffd0000000000000007");
}

}  // namespace graph
