#include "server/api/story.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "server/api/chosen_article.h"
#include "server/api/page.h"
#include "text/changes.h"
#include "text/error.h"
#include "text/minhash.h"

namespace server::api {
namespace {

// Of each kind so many sentences that changed are shown.
constexpr size_t kShownSentences = 10;
// Of the bodies of an answer so many bytes are compared.
constexpr size_t kComparedBytes = 256 << 10;

Json sentences_json(const std::string& body,
                    const std::vector<text::Span>& spans) {
  const text::CodePointIndex offsets(body);
  Json shown = Json::array();
  for (size_t i = 0; i < std::min(spans.size(), kShownSentences); ++i) {
    shown.push_back({{"begin", offsets.code_point(spans[i].begin)},
                     {"end", offsets.code_point(spans[i].end)},
                     {"text", slice(body, spans[i])}});
  }
  return {{"sentences", std::move(shown)}, {"total", spans.size()}};
}

// The first report of a story, which others are compared with.
class FirstReport {
 public:
  explicit FirstReport(text::Article article)
      : article_(std::move(article)),
        bytes_left_(kComparedBytes -
                    std::min(kComparedBytes, article_.body.size())) {
    if (bytes_left_ == 0) return;
    sample_ = text::make_sketch(article_.body).sample;
    version_.emplace(article_.body);
  }

  const text::Article& article() const { return article_; }

  // A later report, and what it changed while bytes are left to compare.
  Json compare(const text::Article& report) {
    Json json = article_head(report);
    if (report.id == article_.id || !version_ ||
        report.body.size() > bytes_left_) {
      return json;
    }
    bytes_left_ -= report.body.size();
    json["resemblance"] = rounded(text::sample_resemblance(
        sample_, text::make_sketch(report.body).sample));
    const auto changes =
        text::find_changes(*version_, text::TextVersion(report.body));
    json["added"] = sentences_json(report.body, changes.added);
    json["removed"] = sentences_json(article_.body, changes.removed);
    return json;
  }

 private:
  text::Article article_;
  size_t bytes_left_;
  text::Sample sample_;
  std::optional<text::TextVersion> version_;
};

text::Article stored_article(const generation::Generation& generation,
                             text::ArticleId id) {
  auto article = generation.index().article(id);
  if (!article) throw text::StorageError("stories", "an article is not there");
  return *std::move(article);
}

}  // namespace

Json story(const Parameters& parameters,
           const generation::Generation& generation) {
  const Page page = read_page(parameters);
  const auto id = choose_article(parameters, generation).id;
  const auto story = generation.graph().story(id).value_or(id);
  auto told = generation.graph().articles_of_story(story);
  if (told.empty()) told.push_back(id);

  FirstReport first(stored_article(generation, told.front()));
  Json json = {{"story", text::to_string(story)},
               {"first_report", article_head(first.article())},
               {"reports", Json::array()}};
  const size_t begin = std::min<size_t>(page.offset, told.size());
  const size_t end = std::min<size_t>(begin + page.limit, told.size());
  for (size_t i = begin; i < end; ++i) {
    json["reports"].push_back(
        first.compare(stored_article(generation, told[i])));
  }
  set_total(json, told.size(), true);
  set_next_cursor(json, parameters, page, end < told.size());
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
