#include "search/word_matching.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "search/champions.h"

namespace search {

namespace {

// Sums of the same scores differ in their last bits with the order of words.
constexpr double kRounding = 1e-9;

// Articles of a word that is not frequent.
std::vector<WordCount> read_postings(const SegmentPlace& place,
                                     const std::string& term) {
  std::vector<WordCount> postings;
  for (auto document = place.database.postlist_begin(term);
       document != place.database.postlist_end(term); ++document) {
    postings.push_back(
        {*document, document.get_wdf(), place.frequent.length(*document)});
  }
  return postings;
}

// The best articles of one segment; equals are the newest.
class Best {
 public:
  Best(const BestWanted& wanted, const FrequentTerms& frequent)
      : wanted_(wanted), frequent_(frequent) {}

  // No article below it is wanted.
  double least_score() const {
    if (wanted_.count == 0) return std::numeric_limits<double>::infinity();
    if (ranked_.size() < wanted_.count) return wanted_.least_score;
    return std::max(wanted_.least_score, ranked_.front().score);
  }

  void add(Xapian::docid document, double score) {
    if (wanted_.count == 0) return;
    const bool is_full = ranked_.size() == wanted_.count;
    if (is_full && score < ranked_.front().score) return;
    const Ranked added{score, frequent_.newness(document), document};
    if (is_full) {
      if (!(added > ranked_.front())) return;
      std::ranges::pop_heap(ranked_, std::ranges::greater());
      ranked_.pop_back();
    }
    ranked_.push_back(added);
    std::ranges::push_heap(ranked_, std::ranges::greater());
  }

  std::vector<ScoredDocument> take(const SegmentPlace& place) const {
    std::vector<ScoredDocument> taken;
    for (const Ranked& ranked : ranked_) {
      taken.push_back({place.in_all(ranked.document), ranked.score});
    }
    return taken;
  }

 private:
  struct Ranked {
    double score = 0;
    uint32_t newness = 0;
    Xapian::docid document = 0;

    auto operator<=>(const Ranked&) const = default;
  };

  BestWanted wanted_;
  const FrequentTerms& frequent_;
  std::vector<Ranked> ranked_;  // a heap, the last of them in front
};

}  // namespace

// Words any of which will do, the articles of which are gone through together
// (MaxScore; Turtle and Flood 1995). Words whose scores together can't lift an
// article among the best are looked up in articles that others name, and
// blocks in which no article can be among the best are passed over.
class WordMatcher::AnyMatch {
 public:
  AnyMatch(const WordMatcher& matcher, const BestWanted& wanted)
      : matcher_(matcher),
        best_(wanted, matcher.place_.frequent),
        scores_(matcher.words_.size()) {
    for (size_t i = 0; i < matcher.words_.size(); ++i) {
      readers_.push_back({PostingCursor(matcher.words_[i].all),
                          matcher.scoring_[i], matcher.words_[i].most, i});
    }
    std::ranges::sort(readers_, {}, &Reader::most);
    double sum = 0;
    for (const Reader& reader : readers_) sums_.push_back(sum += reader.most);
    raise_floor();
  }

  BestMatches run() {
    for (;;) {
      const Xapian::docid document = next_document();
      if (document == PostingCursor::kEnd) break;
      if (passes_blocks(document)) continue;
      const bool is_deleted = matcher_.is_deleted(document);
      std::ranges::fill(scores_, 0);
      if (score(document) && !is_deleted) {
        best_.add(document, matcher_.sum_->add_up(scores_));
        raise_floor();
      }
    }
    return {.best = best_.take(matcher_.place_)};
  }

 private:
  struct Reader {
    PostingCursor cursor;
    Bm25 scoring;
    double most = 0;
    size_t word = 0;

    double most_of(const PostingBlock& block) const {
      return scoring.score(block.most_count, block.least_length);
    }
  };

  // Of all words before, the weakest first.
  double most_before(size_t reader) const {
    return reader == 0 ? 0 : sums_[reader - 1];
  }

  void raise_floor() {
    floor_ = best_.least_score() * (1 - kRounding);
    while (leading_ < readers_.size() && sums_[leading_] < floor_) ++leading_;
  }

  Xapian::docid next_document() const {
    Xapian::docid document = PostingCursor::kEnd;
    for (size_t i = leading_; i < readers_.size(); ++i) {
      document = std::min(document, readers_[i].cursor.document());
    }
    return document;
  }

  // True if no article from `document` to the end of a block can be among the
  // best; the leading words are beyond it then.
  bool passes_blocks(Xapian::docid document) {
    if (document <= promising_to_ || floor_ <= 0) return false;
    double most = most_before(leading_);
    Xapian::docid last = PostingCursor::kEnd;
    for (size_t i = leading_; i < readers_.size(); ++i) {
      const Reader& reader = readers_[i];
      if (reader.cursor.document() == PostingCursor::kEnd) continue;
      most += reader.most_of(reader.cursor.block());
      last = std::min(last, reader.cursor.block().last);
    }
    if (most >= floor_) {
      promising_to_ = last;
      return false;
    }
    for (size_t i = leading_; i < readers_.size(); ++i) {
      readers_[i].cursor.skip_to(last + 1);
    }
    return true;
  }

  // Fills in `scores_`; false if they don't suffice. Moves the leading words
  // on.
  bool score(Xapian::docid document) {
    const uint32_t length = matcher_.place_.frequent.length(document);
    double known = 0;
    const auto add = [&](const Reader& reader) {
      const double score = reader.scoring.score(reader.cursor.count(), length);
      scores_[reader.word] = score;
      known += score;
    };
    for (size_t i = leading_; i < readers_.size(); ++i) {
      if (readers_[i].cursor.document() != document) continue;
      add(readers_[i]);
      readers_[i].cursor.next();
    }
    for (size_t i = leading_; i > 0; --i) {
      Reader& reader = readers_[i - 1];
      if (known + sums_[i - 1] < floor_) return false;
      const PostingBlock* block = reader.cursor.pass_to_block(document);
      if (block == nullptr) continue;
      if (known + most_before(i - 1) + reader.most_of(*block) < floor_) {
        return false;
      }
      reader.cursor.skip_to(document);
      if (reader.cursor.document() == document) add(reader);
    }
    return true;
  }

  const WordMatcher& matcher_;
  Best best_;
  std::vector<Reader> readers_;  // the weakest first
  std::vector<double> sums_;     // of the most that each and those before score
  std::vector<double> scores_;   // by word, of one article
  size_t leading_ = 0;           // readers from here on name articles
  double floor_ = 0;             // articles below it are not wanted
  Xapian::docid promising_to_ = 0;
};

WordMatcher::WordMatcher(const SegmentPlace& place, const WordQuery& query,
                         std::span<const Bm25> scoring,
                         const DeletedDocuments& deleted)
    : place_(place), query_(query), scoring_(scoring), deleted_(deleted) {
  std::vector<uint64_t> frequencies;
  for (size_t i = 0; i < query.terms.size(); ++i) {
    words_.push_back(open(query.terms[i]));
    words_.back().most = most_score(words_.back(), scoring[i]);
    frequencies.push_back(words_.back().all.size());
  }
  sum_ = query.all
             ? ScoreSum::of_all(frequencies)
             : ScoreSum::of_any(frequencies, place.database.get_doccount());
}

WordMatcher::Word WordMatcher::open(const std::string& term) {
  if (const auto lists = place_.frequent.find(term)) {
    return {
        .champions = lists->champions, .all = lists->all, .is_frequent = true};
  }
  rare_.push_back(std::make_unique<const std::string>(
      encode_postings(read_postings(place_, term))));
  const PostingList all(*rare_.back());
  return {.champions = all, .all = all};
}

double WordMatcher::most_score(const Word& word, const Bm25& scoring) const {
  double most = 0;
  if (word.is_frequent &&
      scoring.least_length() > place_.frequent.flat_length()) {
    for (size_t i = 0; i < word.all.block_count(); ++i) {
      const PostingBlock block = word.all.block(i);
      most =
          std::max(most, scoring.score(block.most_count, block.least_length));
    }
    return most;
  }
  for (PostingCursor cursor(word.champions);
       cursor.document() != PostingCursor::kEnd; cursor.next()) {
    const uint32_t length = place_.frequent.length(cursor.document());
    most = std::max(most, scoring.score(cursor.count(), length));
  }
  return most;
}

WordMatcher::Champions WordMatcher::champions_of(size_t word) const {
  const Word& opened = words_[word];
  const Bm25& scoring = scoring_[word];
  Champions champions{.scored = {}, .ranks = SIZE_MAX};
  if (opened.is_frequent) {
    const bool are_right =
        scoring.least_length() <= place_.frequent.flat_length();
    champions.ranks = are_right ? kChampionRanks : 0;
  }
  for (PostingCursor cursor(opened.champions);
       cursor.document() != PostingCursor::kEnd; cursor.next()) {
    const Xapian::docid document = cursor.document();
    if (is_deleted(document)) {
      if (opened.is_frequent && champions.ranks > 0) --champions.ranks;
      continue;
    }
    champions.scored.push_back(
        {place_.in_all(document),
         scoring.score(cursor.count(), place_.frequent.length(document))});
  }
  return champions;
}

BestMatches WordMatcher::find_best(const BestWanted& wanted) const {
  return query_.all ? find_best_of_all(wanted) : AnyMatch(*this, wanted).run();
}

// Calls `use(cursors)` at every article that has all words; the cursors, by
// word, stand there.
template <typename Use>
void WordMatcher::each_of_all(Use use) const {
  std::vector<PostingCursor> cursors;
  for (const Word& word : words_) cursors.emplace_back(word.all);
  std::vector<size_t> rarest_first;
  for (size_t i = 0; i < words_.size(); ++i) rarest_first.push_back(i);
  std::ranges::sort(rarest_first, {},
                    [&](size_t word) { return words_[word].all.size(); });
  PostingCursor& first = cursors[rarest_first.front()];
  const std::span<const size_t> others = std::span(rarest_first).subspan(1);
  while (first.document() != PostingCursor::kEnd) {
    const Xapian::docid document = first.document();
    const auto missing = std::ranges::find_if(others, [&](size_t word) {
      cursors[word].skip_to(document);
      return cursors[word].document() != document;
    });
    if (missing != others.end()) {
      first.skip_to(cursors[*missing].document());
      continue;
    }
    use(cursors);
    first.next();
  }
}

BestMatches WordMatcher::find_best_of_all(const BestWanted& wanted) const {
  BestMatches found;
  Best best(wanted, place_.frequent);
  std::vector<double> scores(words_.size());
  each_of_all([&](std::span<const PostingCursor> cursors) {
    const Xapian::docid document = cursors.front().document();
    if (is_deleted(document)) return;
    ++found.matches;
    if (wanted.count == 0) return;
    const uint32_t length = place_.frequent.length(document);
    for (size_t i = 0; i < scores.size(); ++i) {
      scores[i] = scoring_[i].score(cursors[i].count(), length);
    }
    best.add(document, sum_->add_up(scores));
  });
  found.best = best.take(place_);
  return found;
}

std::vector<Xapian::docid> WordMatcher::find_all() const {
  std::vector<Xapian::docid> documents;
  const auto add = [&](Xapian::docid document) {
    if (!is_deleted(document)) documents.push_back(place_.in_all(document));
  };
  if (query_.all) {
    each_of_all([&](std::span<const PostingCursor> cursors) {
      add(cursors.front().document());
    });
    return documents;
  }
  const auto matched = mark_any();
  for (size_t i = 0; i < matched.size(); ++i) {
    for (uint64_t rest = matched[i]; rest != 0; rest &= rest - 1) {
      add(static_cast<Xapian::docid>(
          i * 64 + static_cast<size_t>(std::countr_zero(rest))));
    }
  }
  return documents;
}

// A bit of each article with any of the words, by docid.
std::vector<uint64_t> WordMatcher::mark_any() const {
  std::vector<uint64_t> marked(place_.database.get_lastdocid() / 64 + 1);
  for (const Word& word : words_) {
    for (PostingCursor cursor(word.all);
         cursor.document() != PostingCursor::kEnd; cursor.next()) {
      marked.at(cursor.document() / 64) |= uint64_t{1}
                                           << cursor.document() % 64;
    }
  }
  return marked;
}

uint64_t WordMatcher::count(size_t word) const {
  uint64_t gone = 0;
  PostingCursor cursor(words_[word].all);
  for (const Xapian::docid document : deleted_here()) {
    cursor.skip_to(document);
    if (cursor.document() == PostingCursor::kEnd) break;
    if (cursor.document() == document) ++gone;
  }
  return words_[word].all.size() - gone;
}

uint64_t WordMatcher::count_any() const {
  auto marked = mark_any();
  for (const Xapian::docid document : deleted_here()) {
    marked.at(document / 64) &= ~(uint64_t{1} << document % 64);
  }
  uint64_t count = 0;
  for (const uint64_t bits : marked) {
    count += static_cast<uint64_t>(std::popcount(bits));
  }
  return count;
}

// Docids of this segment, ascending.
std::vector<Xapian::docid> WordMatcher::deleted_here() const {
  std::vector<Xapian::docid> here;
  for (const Xapian::docid document : deleted_.documents()) {
    if ((document - 1) % place_.segments == place_.number) {
      here.push_back(
          static_cast<Xapian::docid>((document - 1) / place_.segments + 1));
    }
  }
  return here;
}

}  // namespace search
