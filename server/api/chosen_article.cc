#include "server/api/chosen_article.h"

#include "server/error.h"

namespace server::api {

text::Article choose_article(const Parameters& parameters,
                             const generation::Generation& generation) {
  const std::string name = parameters.required("id");
  const auto id = text::parse_article_id(name);
  auto article = id ? generation.index().article(*id) : std::nullopt;
  if (!article) throw NotFound("No article has the id `" + name + "`.");
  return *std::move(article);
}

}  // namespace server::api
