// Learns corpora/models/names.bin and measures it.
//
//   train_names DATA MODELS                 learns MODELS/names.bin
//   train_names --leave-out SETS DATA MODELS [FILE]
//       scores on these sets (`wikigold,conll04`) of a model that was learned
//       from all others, and how sure it was; writes the model to FILE
//
// DATA is the folder of the shared sets; MODELS is corpora/models, with
// classes.bin, lists.bin and tagger.bin.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "models/pos_tagger.h"
#include "training/name_model.h"
#include "training/name_score.h"
#include "training/name_set_list.h"
#include "training/plain_names.h"
#include "training/wire_lines.h"

namespace {

using training::NameLesson;

constexpr float kWireWeight = 0.3F;
constexpr size_t kWireArticles = 300;
// Of the plain corpora: every so many articles one.
constexpr float kPlainWeight = 0.3F;
constexpr size_t kEncyclopediaStep = 3;
constexpr size_t kNewsStep = 15;
constexpr size_t kProfilesStep = 50;
constexpr float kPlainThreshold = 0.1F;  // of the teacher
constexpr size_t kMaxWeights = 850'000;

// How the model's own chances become what is right of a hundred, on the sets
// left out.
constexpr training::NameModel::Telling kTelling = {0.72F, 0.0F, 0.40F};

struct Resources {
  explicit Resources(const std::filesystem::path& models)
      : classes(models / "classes.bin"),
        lists(models / "lists.bin"),
        tagger(models / "tagger.bin", classes) {}

  models::WordClasses classes;
  models::NameLists lists;
  models::PosTagger tagger;
};

NameLesson tagged_lesson(training::MarkedArticle article, float weight,
                         const Resources& resources) {
  for (training::MarkedSentence& sentence : article.sentences) {
    sentence.tags = resources.tagger.tag(sentence.views());
  }
  return training::make_lesson(std::move(article), weight, resources.classes,
                               resources.lists);
}

std::vector<training::MarkedArticle> read_articles(
    const training::NameSet& set, const std::filesystem::path& data) {
  std::vector<training::MarkedArticle> articles;
  for (const auto& file : training::files_of(set, data)) {
    for (auto& article : training::read_name_set(file, set.format)) {
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

training::NameModelSettings settings() {
  training::NameModelSettings settings;
  settings.folds = 2;
  settings.second.hide_identity = 0;
  settings.second.hide_lists = 0;
  return settings;
}

std::vector<NameLesson> marked_lessons(
    const std::filesystem::path& data, const Resources& resources,
    const std::vector<std::string>& left_out) {
  std::vector<NameLesson> lessons;
  std::vector<training::MarkedArticle> articles;
  for (const training::NameSet& set : training::name_sets()) {
    if (set.weight == 0 || std::ranges::count(left_out, set.name) > 0) continue;
    for (training::MarkedArticle& article : read_articles(set, data)) {
      lessons.push_back(tagged_lesson(article, set.weight, resources));
      // Tweets have no names that stand in agencies' lists.
      if (set.weight > kWireWeight) articles.push_back(std::move(article));
    }
  }
  for (training::MarkedArticle& article : training::make_wire_articles(
           training::collect_wire_names(articles), kWireArticles, 1)) {
    lessons.push_back(
        tagged_lesson(std::move(article), kWireWeight, resources));
  }
  return lessons;
}

// Plain text as `teacher` reads it.
std::vector<NameLesson> plain_lessons(const std::filesystem::path& data,
                                      const Resources& resources,
                                      const training::NameModel& teacher) {
  using training::PlainText;
  std::vector<NameLesson> lessons;
  const auto add = [&](const char* corpus, PlainText kind, size_t step) {
    for (training::PlainArticle& plain :
         training::read_plain_articles(data / "corpora" / corpus, kind, step)) {
      NameLesson read = tagged_lesson(plain.article, 1, resources);
      const auto found = teacher.tag(read, kPlainThreshold);
      lessons.push_back(
          tagged_lesson(training::mark_names(std::move(plain), found),
                        kPlainWeight, resources));
    }
  };
  add("enwiki", PlainText::kEncyclopedia, kEncyclopediaStep);
  add("wikinews", PlainText::kNews, kNewsStep);
  add("company-descriptions.jsonl.gz", PlainText::kProfiles, kProfilesStep);
  return lessons;
}

training::NameModel learn(const std::filesystem::path& data,
                          const Resources& resources,
                          const std::vector<std::string>& left_out) {
  auto plain =
      plain_lessons(data, resources,
                    training::NameModel(
                        marked_lessons(data, resources, left_out), settings()));
  auto lessons = marked_lessons(data, resources, left_out);
  std::ranges::move(plain, std::back_inserter(lessons));
  return training::NameModel(std::move(lessons), settings());
}

void print_score(std::string_view name, const training::NameScore& score) {
  std::printf("  %s %.3f %.3f %.3f", std::string(name).c_str(),
              score.precision(), score.recall(), score.f1());
}

void print_scores(const training::NameSet& set,
                  const training::NameScores& scores) {
  std::printf("%-14s", set.name.c_str());
  print_score("all", scores.all());
  print_score("PER", scores.classes[0]);
  print_score("ORG", scores.classes[1]);
  print_score("LOC", scores.classes[2]);
  std::printf("\n");
}

void measure(const training::NameModel& model,
             const std::filesystem::path& data, const Resources& resources,
             const std::vector<std::string>& names) {
  training::Reliability reliability;
  for (const training::NameSet& set : training::name_sets()) {
    if (std::ranges::count(names, set.name) == 0) continue;
    training::NameScores scores;
    for (training::MarkedArticle& article : read_articles(set, data)) {
      NameLesson lesson = tagged_lesson(std::move(article), 1, resources);
      const auto found = model.tag(lesson, kTelling.threshold);
      for (size_t i = 0; i < found.size(); ++i) {
        const auto& truth = lesson.article.sentences[i].names;
        scores.add(truth, found[i]);
        reliability.add(truth, found[i]);
      }
    }
    print_scores(set, scores);
  }
  for (const auto& bin : reliability.bins()) {
    if (bin.count == 0) continue;
    std::printf("sure %.2f, right %.2f of %zu\n", bin.mean(), bin.right(),
                bin.count);
  }
}

std::vector<std::string> split(std::string_view names) {
  std::vector<std::string> parts;
  for (size_t at = 0; at < names.size();) {
    const size_t end = std::min(names.find(',', at), names.size());
    parts.emplace_back(names.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

int run(const std::vector<std::string>& arguments) {
  const size_t count = arguments.size();
  if ((count == 4 || count == 5) && arguments[0] == "--leave-out") {
    const Resources resources(arguments[3]);
    const auto sets = split(arguments[1]);
    const auto model = learn(arguments[2], resources, sets);
    measure(model, arguments[2], resources, sets);
    if (count == 5) model.write(arguments[4], kTelling, kMaxWeights);
    return 0;
  }
  if (count == 2) {
    const Resources resources(arguments[1]);
    learn(arguments[0], resources, {})
        .write(std::filesystem::path(arguments[1]) / "names.bin", kTelling,
               kMaxWeights);
    return 0;
  }
  std::cerr << "train_names [--leave-out SETS] DATA MODELS [FILE]\n";
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
