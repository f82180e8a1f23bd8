#include "training/article_reader.h"

#include "extract/coreference.h"
#include "extract/mention_finder.h"
#include "extract/relative_pronouns.h"
#include "extract/short_forms.h"
#include "extract/tagged_names.h"

namespace training {

ArticleReader::ArticleReader(const std::filesystem::path& resources)
    : knowledge_(resources), models_(resources / "models") {}

extract::Reading ArticleReader::read(std::string_view body) const {
  extract::Reading reading;
  reading.passages.push_back(extract::read_passage({}, true));
  reading.passages.push_back(extract::read_passage(body, false));
  for (extract::Passage& passage : reading.passages) {
    knowledge_.lexicon().symbols().label(passage.tokens);
  }
  const auto syntax = extract::read_syntax(models_, reading.passages);
  extract::find_names(
      knowledge_,
      extract::find_tagged_names(knowledge_, models_, reading.passages, syntax),
      reading);
  extract::find_short_forms(knowledge_, reading);
  extract::find_nominals(knowledge_, reading);
  extract::find_relative_pronouns(reading);
  return reading;
}

}  // namespace training
