#include "graph/graph_assembly.h"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>

#include "graph/article_pass.h"
#include "graph/graph_tables.h"
#include "graph/input_records.h"
#include "graph/keys.h"
#include "graph/parallel.h"
#include "text/error.h"

namespace graph {
namespace {

// Articles that one thread reads at a time.
constexpr size_t kArticlesOfJob = 256;

void read_articles(const Database& database, const WrittenArticles& written,
                   size_t begin, ArticlePass& pass) {
  const size_t end = std::min(written.articles.size(), begin + kArticlesOfJob);
  const auto start = article_key(written.articles[begin].id);
  auto article = database.scan(Column::kArticles, "", start);
  auto annotation = database.scan(Column::kAnnotations, "", start);
  for (size_t i = begin; i < end; ++i) {
    const auto key = article_key(written.articles[i].id);
    if (!article.valid() || !annotation.valid() || article.key() != key ||
        annotation.key() != key) {
      throw text::StorageError("annotations", "an article has none");
    }
    pass.read(written.catalogue.numbers()[i], decode_article(article.value()),
              decode_annotation(annotation.value()));
    article.next();
    annotation.next();
  }
}

text::Sample read_sample(const Database& database, text::ArticleId id) {
  const auto annotation = database.get(Column::kAnnotations, article_key(id));
  if (!annotation) {
    throw text::StorageError("annotations", "an article has none");
  }
  return decode_sketch(*annotation).sample;
}

// By story, of those that several articles tell: the articles as they came, the
// first report first, undated ones last.
std::map<text::ArticleId, std::vector<text::ArticleId>> list_retold(
    const Catalogue& catalogue) {
  std::vector<uint32_t> oldest_first(catalogue.article_count());
  std::iota(oldest_first.rbegin(), oldest_first.rend(), uint32_t{0});
  std::ranges::stable_partition(oldest_first, [&](uint32_t number) {
    return catalogue.articles()[number].published.has_value();
  });
  std::map<text::ArticleId, std::vector<text::ArticleId>> retold;
  for (const uint32_t number : oldest_first) {
    const Catalogue::Article& article = catalogue.articles()[number];
    const auto story = catalogue.article(article.story).id;
    retold[story].push_back(article.id);
  }
  std::erase_if(retold,
                [](const auto& told) { return told.second.size() < 2; });
  return retold;
}

}  // namespace

GraphCounts GraphAssembly::run(WrittenArticles written) {
  write_stories(written);
  const size_t lanes = lane_count();
  GatheredRecords gathered(directory_, lanes);
  gathered.set_entity_count(database_.catalogue().entity_count());
  std::deque<ArticlePass> passes;
  for (size_t lane = 0; lane < lanes; ++lane) {
    passes.emplace_back(database_.catalogue(), identity_, gathered, lane);
  }
  const size_t jobs =
      (written.articles.size() + kArticlesOfJob - 1) / kArticlesOfJob;
  run_jobs(jobs, lanes, [&](size_t job, size_t lane) {
    read_articles(database_, written, job * kArticlesOfJob, passes[lane]);
  });
  for (ArticlePass& pass : passes) pass.finish();

  GraphCounts counts = write_tables(database_, directory_, gathered, lanes);
  counts.articles = written.articles.size();
  for (const ArticlePass& pass : passes) {
    counts.mentions += pass.mention_count();
    counts.facts += pass.fact_count();
    BuiltJudgements met = pass.judgements();
    judgements_.ids_met.merge(met.ids_met);
    judgements_.rejections_met.merge(met.rejections_met);
  }
  return counts;
}

void GraphAssembly::write_stories(WrittenArticles& written) {
  const auto stories = group_stories(written.articles, [&](text::ArticleId id) {
    return read_sample(database_, id);
  });
  database_.keep(written.catalogue.build(stories));
  const auto retold = list_retold(database_.catalogue());
  TableWriter table(database_, Column::kStories);
  for (size_t i = 0; i < stories.size(); ++i) {
    const auto id = written.articles[i].id;
    std::string row = article_key(stories[i]);
    if (const auto list = retold.find(id); list != retold.end()) {
      for (const text::ArticleId article : list->second) {
        row += article_key(article);
      }
    }
    table.add(article_key(id), row);
  }
  table.finish();
}

}  // namespace graph
