#include "search/champions.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

#include "search/error.h"
#include "search/schema.h"
#include "search/side_file.h"
#include "text/error.h"

namespace search {

namespace {

constexpr SideFileKind kKind{"champions", "lodechmp", kChampionVersion};

// The kChampionRanks least of the numbers that were added.
class Least {
 public:
  void add(uint32_t number) {
    const auto place = std::ranges::upper_bound(numbers_, number);
    if (numbers_.size() == kChampionRanks) {
      if (place == numbers_.end()) return;
      numbers_.insert(place, number);
      numbers_.pop_back();
    } else {
      numbers_.insert(place, number);
    }
  }

  // Up to kChampionRanks.
  size_t count_up_to(uint32_t number) const {
    const auto end = std::ranges::upper_bound(numbers_, number);
    return static_cast<size_t>(end - numbers_.begin());
  }

 private:
  std::vector<uint32_t> numbers_;
};

// Postings of one count: `postings` leaves those that champions can be, and
// `shorter` are the lengths of those that have the word more often.
class Level {
 public:
  Level(const Least& shorter, uint32_t flat_length,
        const std::vector<uint32_t>& newness)
      : shorter_(shorter), flat_length_(flat_length), newness_(newness) {}

  void add_to(std::vector<WordCount>& champions,
              std::vector<WordCount> postings) const {
    std::erase_if(postings, [&](const WordCount& posting) {
      return shorter_.count_up_to(posting.length) >= kChampionRanks;
    });
    std::ranges::sort(postings, [&](const WordCount& a, const WordCount& b) {
      if (a.length != b.length) return a.length < b.length;
      return newness_[a.document] > newness_[b.document];
    });
    Least older;  // ages of those before
    size_t before = 0;
    for (const WordCount& posting : postings) {
      const uint32_t age = age_of(posting);
      const size_t in_level =
          posting.length > flat_length_ ? before : older.count_up_to(age);
      if (in_level + shorter_.count_up_to(posting.length) < kChampionRanks) {
        champions.push_back(posting);
      }
      older.add(age);
      ++before;
    }
  }

 private:
  uint32_t age_of(const WordCount& posting) const {
    return std::numeric_limits<uint32_t>::max() - newness_[posting.document];
  }

  const Least& shorter_;
  uint32_t flat_length_;
  const std::vector<uint32_t>& newness_;
};

// A word that has a stem is asked for by its stem.
bool may_have_champions(std::string_view term) {
  const auto is_letter = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  };
  if (term.starts_with(kTitleStemPrefix)) return false;
  return term.starts_with(kStemPrefix) || !is_letter(term.front());
}

// The bytes from `begin` to `end`.
std::string_view part_of(std::string_view bytes, uint32_t begin, uint32_t end) {
  take_bytes(bytes, begin);
  if (begin > end) throw text::StorageError("parts are out of order");
  return take_bytes(bytes, end - begin);
}

// By docid: 0 for the article that other orders put last.
std::vector<uint32_t> rank_by_order(const Xapian::Database& segment) {
  std::vector<std::string> orders(segment.get_lastdocid() + 1);
  for (auto value = segment.valuestream_begin(kOrderSlot);
       value != segment.valuestream_end(kOrderSlot); ++value) {
    orders[value.get_docid()] = *value;
  }
  std::vector<uint32_t> documents(orders.size());
  std::iota(documents.begin(), documents.end(), 0u);
  std::ranges::sort(documents, {},
                    [&](uint32_t document) { return orders[document]; });
  std::vector<uint32_t> newness(orders.size());
  for (uint32_t rank = 0; rank < documents.size(); ++rank) {
    newness[documents[rank]] = rank;
  }
  return newness;
}

std::vector<uint32_t> read_lengths(const Xapian::Database& segment) {
  std::vector<uint32_t> lengths(segment.get_lastdocid() + 1);
  for (auto document = segment.postlist_begin("");
       document != segment.postlist_end(""); ++document) {
    lengths[*document] = document.get_doclength();
  }
  return lengths;
}

std::vector<WordCount> read_postings(const Xapian::Database& segment,
                                     const std::string& term,
                                     const std::vector<uint32_t>& lengths) {
  std::vector<WordCount> postings;
  for (auto document = segment.postlist_begin(term);
       document != segment.postlist_end(term); ++document) {
    postings.push_back({*document, document.get_wdf(), lengths[*document]});
  }
  return postings;
}

std::string encode_champions(const Xapian::Database& segment) {
  const auto newness = rank_by_order(segment);
  const auto lengths = read_lengths(segment);
  const auto flat_length = static_cast<uint32_t>(segment.get_avlength());
  std::string terms;
  std::string terms_at;
  std::string rows;
  std::string rows_at;
  uint32_t count = 0;
  for (auto term = segment.allterms_begin(); term != segment.allterms_end();
       ++term) {
    if (term.get_termfreq() < kMinChampionFrequency) continue;
    if (!may_have_champions(*term)) continue;
    append_number(terms_at, static_cast<uint32_t>(terms.size()));
    append_number(rows_at, static_cast<uint32_t>(rows.size()));
    terms += *term;
    for (const WordCount& champion : choose_champions(
             read_postings(segment, *term, lengths), flat_length, newness)) {
      append_number(rows, champion);
    }
    ++count;
  }
  append_number(terms_at, static_cast<uint32_t>(terms.size()));
  append_number(rows_at, static_cast<uint32_t>(rows.size()));
  std::string file;
  append_number(file, flat_length);
  append_number(file, count);
  return file + terms_at + rows_at + terms + rows;
}

}  // namespace

std::vector<WordCount> choose_champions(std::vector<WordCount> postings,
                                        uint32_t flat_length,
                                        const std::vector<uint32_t>& newness) {
  std::ranges::sort(postings, std::ranges::greater(), &WordCount::count);
  std::vector<WordCount> champions;
  Least shorter;
  for (auto begin = postings.begin(); begin != postings.end();) {
    const auto end = std::find_if(begin, postings.end(), [&](const auto& one) {
      return one.count != begin->count;
    });
    Level(shorter, flat_length, newness).add_to(champions, {begin, end});
    for (; begin != end; ++begin) shorter.add(begin->length);
  }
  std::ranges::sort(champions);
  return champions;
}

void write_champions(const std::filesystem::path& segment) {
  const std::string bytes = guard("champions of " + segment.string(), [&] {
    return encode_champions(open_segment(segment));
  });
  write_side_file(segment, kKind, bytes);
}

ChampionFile::ChampionFile(const std::filesystem::path& segment) {
  const std::filesystem::path path = segment / kKind.name;
  if (!std::filesystem::exists(path)) return;
  file_ = std::make_unique<MappedFile>(path);
  try {
    std::string_view rest = content_of(file_->bytes(), kKind);
    flat_length_ = take_number<uint32_t>(rest);
    size_ = take_number<uint32_t>(rest);
    const uint64_t begins = (uint64_t{size_} + 1) * sizeof(uint32_t);
    terms_at_ = NumberView<uint32_t>(take_bytes(rest, begins));
    rows_at_ = NumberView<uint32_t>(take_bytes(rest, begins));
    terms_ = take_bytes(rest, terms_at_[size_]);
    rows_ = take_bytes(rest, rows_at_[size_]);
  } catch (const text::StorageError& error) {
    throw text::StorageError(path.string(), error.what());
  }
}

std::string_view ChampionFile::term(size_t index) const {
  const uint32_t begin = terms_at_[index];
  return part_of(terms_, begin, terms_at_[index + 1]);
}

std::optional<std::vector<WordCount>> ChampionFile::find(
    std::string_view wanted) const {
  size_t low = 0;
  size_t high = size_;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (term(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == size_ || term(low) != wanted) return std::nullopt;
  const NumberView<WordCount> row(
      part_of(rows_, rows_at_[low], rows_at_[low + 1]));
  std::vector<WordCount> champions(row.size());
  for (size_t i = 0; i < row.size(); ++i) champions[i] = row[i];
  return champions;
}

}  // namespace search
