#include "training/plain_names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "training/article_kind.h"
#include "training/corpus.h"
#include "training/name_conventions.h"
#include "training/plain_words.h"

namespace training {
namespace {

using models::NameClass;
using models::NameList;

constexpr size_t kMostSentences = 16;    // of an article
constexpr size_t kLongestSentence = 80;  // words
constexpr float kSure = 0.85F;           // a name from here on ...
constexpr float kPossible = 0.15F;       // ... perhaps one from here on

std::vector<std::string> words_of(std::string_view name) {
  const auto words = plain_words(name);
  return {words.begin(), words.end()};
}

NameClass class_of(NameList list) {
  switch (list) {
    case NameList::kGivenName:
    case NameList::kSurname:
    case NameList::kPerson:
      return NameClass::kPerson;
    case NameList::kCompany:
    case NameList::kOrganization:
    case NameList::kTeam:
      return NameClass::kOrganization;
    case NameList::kCountry:
    case NameList::kCity:
    case NameList::kRegion:
    case NameList::kFacility:
      return NameClass::kLocation;
    default:
      return NameClass::kOther;
  }
}

bool begins_large(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') ||
                           static_cast<unsigned char>(word[0]) >= 0xC3);
}

bool is_legal_form(std::string_view word) {
  constexpr std::array<std::string_view, 28> kForms = {
      ",",    "AB",    "AG",   "ASA",     "Berhad", "Bhd", "Co.",
      "Corp", "Corp.", "GmbH", "Inc",     "Inc.",   "LLC", "LP",
      "L.P.", "Ltd",   "Ltd.", "Limited", "N.V.",   "NV",  "Oyj",
      "PLC",  "S.A.",  "SA",   "SE",      "Tbk",    "plc", "Corporation"};
  return std::ranges::find(kForms, word) != kForms.end();
}

ArticleSubject company_called(std::string_view title) {
  ArticleSubject subject;
  subject.name_class = NameClass::kOrganization;
  auto name = words_of(title);
  subject.names.push_back(name);
  while (name.size() > 1 && is_legal_form(name.back())) name.pop_back();
  if (name.size() < subject.names[0].size()) subject.names.push_back(name);
  return subject;
}

std::optional<ArticleSubject> told_subject(const CorpusArticle& article) {
  const auto named = read_first_sentence(article.title, article.body);
  if (!named || named->list == NameList::kCommonWord) return std::nullopt;
  ArticleSubject subject;
  subject.name_class = class_of(named->list);
  for (const std::string& name : named->names) {
    if (begins_large(name)) subject.names.push_back(words_of(name));
  }
  if (subject.names.empty()) return std::nullopt;
  const auto full = subject.names.front();
  // Works of one word are called as common things are.
  if (subject.name_class == NameClass::kOther && full.size() < 2) {
    return std::nullopt;
  }
  const bool has_surname = subject.name_class == NameClass::kPerson &&
                           full.size() > 1 && full.back().size() > 2 &&
                           begins_large(full.back());
  if (has_surname) subject.names.push_back({full.back()});
  return subject;
}

std::optional<ArticleSubject> subject_of(const CorpusArticle& article,
                                         PlainText kind) {
  switch (kind) {
    case PlainText::kEncyclopedia:
      return told_subject(article);
    case PlainText::kProfiles:
      return company_called(article.title);
    case PlainText::kNews:
      break;
  }
  return std::nullopt;
}

// Marks the longest of the subject's names at each place.
class SubjectMarker {
 public:
  SubjectMarker(const ArticleSubject& subject, MarkedSentence& sentence)
      : subject_(subject), sentence_(sentence) {}

  void mark() {
    for (uint32_t at = 0; at < sentence_.words.size();) {
      const uint32_t size = length_at(at);
      if (size > 0) mark(at, at + size);
      at += std::max(size, 1U);
    }
  }

 private:
  uint32_t length_at(uint32_t at) const {
    uint32_t longest = 0;
    for (const auto& name : subject_.names) {
      if (at + name.size() > sentence_.words.size()) continue;
      const bool same =
          std::equal(name.begin(), name.end(), sentence_.words.begin() + at);
      if (same) longest = std::max(longest, static_cast<uint32_t>(name.size()));
    }
    return longest;
  }

  bool is_large(size_t word) const {
    return word < sentence_.words.size() && begins_large(sentence_.words[word]);
  }

  void mark(uint32_t first, uint32_t last) {
    const bool part =
        (first > 1 && is_large(first - 1)) || is_large(last) ||
        (last < sentence_.words.size() && sentence_.words[last] == "-");
    const MarkedName name{first, last, subject_.name_class};
    const auto same = std::ranges::find(sentence_.names, name);
    if (same != sentence_.names.end()) return;
    std::erase_if(sentence_.names, [&](const MarkedName& other) {
      const bool meets = other.first < last && first < other.last;
      if (meets) forget(other.first, other.last);
      return meets;
    });
    if (part) {  // of a longer name
      forget(first, last);
      return;
    }
    std::fill(sentence_.unknown.begin() + first,
              sentence_.unknown.begin() + last, false);
    sentence_.names.push_back(name);
    std::ranges::sort(sentence_.names, {}, &MarkedName::first);
  }

  void forget(uint32_t first, uint32_t last) {
    std::fill(sentence_.unknown.begin() + first,
              sentence_.unknown.begin() + last, true);
  }

  const ArticleSubject& subject_;
  MarkedSentence& sentence_;
};

MarkedArticle beginning_of(const CorpusArticle& article) {
  MarkedArticle beginning;
  for (const auto& words : whole_sentences(article.body)) {
    if (beginning.sentences.size() == kMostSentences) break;
    if (words.size() > kLongestSentence || words.size() < 3) continue;
    MarkedSentence sentence;
    sentence.words.assign(words.begin(), words.end());
    beginning.sentences.push_back(std::move(sentence));
  }
  return beginning;
}

void mark_found(std::span<const models::NameSpan> found,
                MarkedSentence& sentence) {
  sentence.unknown.assign(sentence.words.size(), false);
  for (const models::NameSpan& name : found) {
    if (name.confidence >= kSure) {
      sentence.names.push_back({name.first, name.last, name.name_class});
    } else if (name.confidence >= kPossible) {
      std::fill(sentence.unknown.begin() + name.first,
                sentence.unknown.begin() + name.last, true);
    }
  }
}

}  // namespace

std::vector<PlainArticle> read_plain_articles(const std::filesystem::path& path,
                                              PlainText kind, size_t step) {
  std::vector<PlainArticle> articles;
  size_t seen = 0;
  read_corpus(path, [&](const CorpusArticle& article) {
    if (seen++ % step != 0) return;
    PlainArticle plain;
    plain.subject = subject_of(article, kind);
    if (!plain.subject && kind != PlainText::kNews) return;
    plain.article = beginning_of(article);
    if (!plain.article.sentences.empty()) articles.push_back(std::move(plain));
  });
  return articles;
}

MarkedArticle mark_names(PlainArticle plain,
                         std::span<const std::vector<models::NameSpan>> found) {
  for (size_t i = 0; i < found.size(); ++i) {
    MarkedSentence& sentence = plain.article.sentences[i];
    mark_found(found[i], sentence);
    if (plain.subject) SubjectMarker(*plain.subject, sentence).mark();
  }
  return std::move(plain.article);
}

}  // namespace training
