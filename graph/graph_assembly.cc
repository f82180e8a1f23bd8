#include "graph/graph_assembly.h"

#include <algorithm>
#include <deque>

#include "graph/article_pass.h"
#include "graph/graph_tables.h"
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
  const auto stories = group_stories(written.articles);
  TableWriter table(database_, Column::kStories);
  for (size_t i = 0; i < stories.size(); ++i) {
    table.add(article_key(written.articles[i].id), article_key(stories[i]));
  }
  table.finish();
  database_.keep(written.catalogue.build(stories));
}

}  // namespace graph
