#include "graph/catalogue_rows.h"

#include <algorithm>

#include "graph/encoding.h"
#include "graph/records.h"
#include "text/error.h"

namespace graph {
namespace {

enum class Part : uint8_t { kEntities, kArticles, kSources };
constexpr int kPartCount = 3;
constexpr size_t kChunk = 4096;

void append(EntityId entity, Encoder& out) { out.id(entity); }

void append(const Catalogue::Article& article, Encoder& out) {
  out.id(article.id).u64(encode_time(article.published));
  out.u32(static_cast<uint32_t>(article.story)).u32(article.source);
}

void append(const std::string& source, Encoder& out) { out.string(source); }

template <typename Item>
void write_part(Part part, const std::vector<Item>& items, TableWriter& table) {
  for (size_t begin = 0; begin < items.size(); begin += kChunk) {
    Encoder key;
    key.u8(static_cast<uint8_t>(part)).u32(static_cast<uint32_t>(begin));
    Encoder value;
    const size_t end = std::min(items.size(), begin + kChunk);
    for (size_t i = begin; i < end; ++i) append(items[i], value);
    table.add(key.bytes(), value.bytes());
  }
}

Catalogue::Article take_article(Decoder& in) {
  Catalogue::Article article;
  article.id = in.id<text::ArticleId>();
  article.published = decode_time(in.u64());
  article.story = ArticleNumber{in.u32()};
  article.source = in.u32();
  return article;
}

}  // namespace

void write_catalogue(const Catalogue& catalogue, Database& database) {
  TableWriter table(database, Column::kCatalogue);
  write_part(Part::kEntities, catalogue.entities(), table);
  write_part(Part::kArticles, catalogue.articles(), table);
  write_part(Part::kSources, catalogue.sources(), table);
  table.finish();
}

Catalogue read_catalogue(const Database& database) {
  std::vector<EntityId> entities;
  std::vector<Catalogue::Article> articles;
  std::vector<std::string> sources;
  for (auto scan = database.scan(Column::kCatalogue, ""); scan.valid();
       scan.next()) {
    const auto part = Decoder(scan.key()).choice<Part>(kPartCount);
    Decoder in(scan.value());
    while (!in.done()) {
      switch (part) {
        case Part::kEntities:
          entities.push_back(in.id<EntityId>());
          break;
        case Part::kArticles:
          articles.push_back(take_article(in));
          break;
        case Part::kSources:
          sources.emplace_back(in.string());
          break;
      }
    }
  }
  return Catalogue(std::move(entities), std::move(articles),
                   std::move(sources));
}

}  // namespace graph
