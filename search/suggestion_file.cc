#include "search/suggestion_file.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "search/error.h"
#include "search/phrases.h"
#include "search/schema.h"
#include "search/side_file.h"
#include "search/stored_article.h"
#include "search/typing_form.h"
#include "text/error.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr SideFileKind kKind{"suggestions", "lodesug\n", kSuggestionVersion};

// Bounds of the file and of the memory that making it takes.
constexpr size_t kMaxTitles = 250'000;   // the newest
constexpr size_t kMaxTitleBytes = 200;   // longer ones are not offered
constexpr size_t kMaxPhrases = 30'000;   // the most frequent
constexpr size_t kMaxWords = 500'000;    // of the most articles
constexpr size_t kSampledBodies = 4096;  // that phrases come from
constexpr size_t kSampledBytes = 1500;   // of each body, its beginning
// Articles that have a word, where there are many.
constexpr uint32_t kMinWordArticles = 2;
constexpr uint32_t kManyArticles = 10'000;

// A title and what decides its place; the newest come first.
struct DatedTitle {
  std::string order;  // encode_order()
  std::string title;
  text::ArticleId article{};
};

bool is_newer(const DatedTitle& a, const DatedTitle& b) {
  return a.order > b.order;
}

// The beginning of a body; those of the least marks are the sample, whatever
// the order in which articles come.
struct SampledBody {
  uint64_t mark = 0;
  std::string text;

  auto operator<=>(const SampledBody&) const = default;
};

uint64_t mark_of(text::ArticleId id) {
  const uint64_t number = static_cast<uint64_t>(id);
  return (number ^ number >> 31) * 0x9e3779b97f4a7c15;
}

// What suggestions are made of, article by article.
class Collected {
 public:
  void add(text::Article article) {
    const uint64_t mark = mark_of(article.id);
    if (bodies_.size() < kSampledBodies || mark < bodies_.front().mark) {
      bodies_.push_back(
          {mark, std::string(text::cut_utf8(article.body, kSampledBytes))});
      std::ranges::push_heap(bodies_);
    }
    if (bodies_.size() > kSampledBodies) {
      std::ranges::pop_heap(bodies_);
      bodies_.pop_back();
    }
    if (article.title.empty() || article.title.size() > kMaxTitleBytes) return;
    titles_.push_back({encode_order(article.published, article.id),
                       std::move(article.title), article.id});
    if (titles_.size() >= 2 * kMaxTitles) keep_newest();
  }

  // Those that are written alike, but for case and accents, once.
  std::vector<RankedText> titles() {
    keep_newest();
    std::ranges::sort(titles_, is_newer);
    std::unordered_set<size_t> seen;
    std::vector<RankedText> texts;
    for (DatedTitle& title : titles_) {
      const std::string form = typing_form(title.title);
      if (!seen.insert(std::hash<std::string>()(form)).second) continue;
      texts.push_back(
          {std::move(title.title), static_cast<uint64_t>(title.article)});
    }
    titles_.clear();
    return texts;
  }

  std::vector<RankedText> phrases(const std::vector<RankedText>& titles) {
    std::ranges::sort(bodies_);
    const auto each = [&](const std::function<void(std::string_view)>& work) {
      for (const SampledBody& body : bodies_) work(body.text);
      for (const RankedText& title : titles) work(title.text);
    };
    std::vector<RankedText> texts;
    for (Phrase& phrase : find_phrases(each, kMaxPhrases)) {
      texts.push_back({std::move(phrase.text), phrase.count});
    }
    return texts;
  }

 private:
  void keep_newest() {
    if (titles_.size() <= kMaxTitles) return;
    const auto end = titles_.begin() + static_cast<std::ptrdiff_t>(kMaxTitles);
    std::ranges::nth_element(titles_, end, is_newer);
    titles_.erase(end, titles_.end());
  }

  std::vector<DatedTitle> titles_;
  std::vector<SampledBody> bodies_;  // a heap, the greatest mark first
};

Collected collect(const Xapian::Database& segment) {
  Collected collected;
  for (auto document = segment.postlist_begin(std::string());
       document != segment.postlist_end(std::string()); ++document) {
    collected.add(decode_article(segment.get_document(*document).get_data()));
  }
  return collected;
}

// Words of alphabets: no prefix of another kind of term, no digits, no CJK.
bool is_word_term(std::string_view term) {
  for (size_t i = 0; i < term.size();) {
    const text::CodePoint next = text::code_point_at(term, i);
    if (next.value < U'a' || next.value > 0xffff || is_cjk(next.value)) {
      return false;
    }
    i += next.size;
  }
  return term.size() > 2;
}

// Where there are too many, those of fewer articles are left out.
void keep_commonest(WordCounts& words) {
  for (uint32_t least = 2; words.size() > kMaxWords; ++least) {
    std::erase_if(words, [&](const auto& word) { return word.second < least; });
  }
}

WordCounts read_words(const Xapian::Database& segment) {
  constexpr std::string_view kFirstCjk = "\u2e80";
  const uint32_t least =
      segment.get_doccount() < kManyArticles ? 1 : kMinWordArticles;
  WordCounts words;
  auto term = segment.allterms_begin();
  const auto end = segment.allterms_end();
  for (term.skip_to("a"); term != end; ++term) {
    const std::string word = *term;
    if (word >= kFirstCjk) break;
    const uint32_t count = term.get_termfreq();
    if (count < least || !is_word_term(word)) continue;
    words.emplace_hint(words.end(), word, count);
    if (words.size() > 2 * kMaxWords) keep_commonest(words);
  }
  keep_commonest(words);
  return words;
}

void append_part(std::string& bytes, std::string_view part) {
  append_number(bytes, static_cast<uint64_t>(part.size()));
  bytes += part;
}

}  // namespace

void write_suggestions(const std::filesystem::path& segment) {
  const std::string bytes = guard("suggestions of " + segment.string(), [&] {
    const Xapian::Database database = open_segment(segment);
    Collected collected = collect(database);
    const std::vector<RankedText> titles = collected.titles();
    std::string made;
    append_part(made, encode_ranked_texts(titles));
    append_part(made, encode_ranked_texts(collected.phrases(titles)));
    append_part(made, encode_word_trie(read_words(database)));
    return made;
  });
  write_side_file(segment, kKind, with_checksum(bytes));
}

SuggestionFile::SuggestionFile(const std::filesystem::path& segment) {
  const std::filesystem::path path = segment / kKind.name;
  if (!std::filesystem::exists(path)) return;
  file_ = std::make_unique<MappedFile>(path);
  try {
    std::string_view rest = check_content(content_of(file_->bytes(), kKind));
    titles_ = RankedTexts(take_bytes(rest, take_number<uint64_t>(rest)));
    phrases_ = RankedTexts(take_bytes(rest, take_number<uint64_t>(rest)));
    words_ = WordTrie(take_bytes(rest, take_number<uint64_t>(rest)));
  } catch (const text::StorageError& error) {
    throw text::StorageError(path.string(), error.what());
  }
}

}  // namespace search
