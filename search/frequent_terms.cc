#include "search/frequent_terms.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "search/champions.h"
#include "search/error.h"
#include "search/schema.h"
#include "search/side_file.h"
#include "text/error.h"

namespace search {

namespace {

constexpr SideFileKind kKind{"frequent_terms", "lodefreq",
                             kFrequentTermsVersion};

// A word that has a stem is asked for by its stem.
bool is_asked_for(std::string_view term) {
  const auto is_letter = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  };
  if (term.starts_with(kTitleStemPrefix)) return false;
  return term.starts_with(kStemPrefix) || !is_letter(term.front());
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
  postings.reserve(segment.get_termfreq(term));
  for (auto document = segment.postlist_begin(term);
       document != segment.postlist_end(term); ++document) {
    postings.push_back({*document, document.get_wdf(), lengths[*document]});
  }
  return postings;
}

template <typename Number>
std::string bytes_of(const std::vector<Number>& numbers) {
  std::string bytes;
  for (const Number number : numbers) append_number(bytes, number);
  return bytes;
}

std::string encode(const Xapian::Database& segment) {
  const auto newness = rank_by_order(segment);
  const auto lengths = read_lengths(segment);
  const auto flat_length = static_cast<uint32_t>(segment.get_avlength());
  std::string terms;
  std::string lists;
  std::vector<uint32_t> terms_at = {0};
  std::vector<uint64_t> lists_at = {0};
  const auto add_list = [&](std::span<const WordCount> postings) {
    lists += encode_postings(postings);
    lists_at.push_back(lists.size());
  };
  for (auto term = segment.allterms_begin(); term != segment.allterms_end();
       ++term) {
    if (term.get_termfreq() < kFrequent || !is_asked_for(*term)) continue;
    const auto postings = read_postings(segment, *term, lengths);
    add_list(choose_champions(postings, flat_length, newness));
    add_list(postings);
    terms += *term;
    terms_at.push_back(static_cast<uint32_t>(terms.size()));
  }
  std::string head;
  append_number(head, flat_length);
  append_number(head, static_cast<uint32_t>(lengths.size()));
  append_number(head, static_cast<uint32_t>(terms_at.size() - 1));
  head += bytes_of(lengths) + bytes_of(newness) + bytes_of(terms_at) +
          bytes_of(lists_at) + terms;
  const std::string checked = with_checksum(head);
  std::string file;
  append_number(file, static_cast<uint64_t>(checked.size()));
  return file + checked + lists;
}

// The bytes from `begin` to `end`.
std::string_view part_of(std::string_view bytes, uint64_t begin, uint64_t end) {
  take_bytes(bytes, begin);
  if (begin > end) throw text::StorageError("parts are out of order");
  return take_bytes(bytes, end - begin);
}

}  // namespace

void write_frequent_terms(const std::filesystem::path& segment) {
  const std::string bytes = guard("frequent terms of " + segment.string(), [&] {
    return encode(open_segment(segment));
  });
  write_side_file(segment, kKind, bytes);
}

FrequentTerms::FrequentTerms(const std::filesystem::path& segment) {
  const std::filesystem::path path = segment / kKind.name;
  if (!std::filesystem::exists(path)) return;
  file_ = std::make_unique<MappedFile>(path);
  try {
    std::string_view rest = content_of(file_->bytes(), kKind);
    const auto head_size = take_number<uint64_t>(rest);
    std::string_view head = check_content(take_bytes(rest, head_size));
    lists_ = rest;
    flat_length_ = take_number<uint32_t>(head);
    const uint64_t articles = take_number<uint32_t>(head);
    size_ = take_number<uint32_t>(head);
    const uint64_t numbers = articles * sizeof(uint32_t);
    lengths_ = NumberView<uint32_t>(take_bytes(head, numbers));
    newness_ = NumberView<uint32_t>(take_bytes(head, numbers));
    terms_at_ =
        NumberView<uint32_t>(take_bytes(head, (size_ + 1) * sizeof(uint32_t)));
    lists_at_ = NumberView<uint64_t>(
        take_bytes(head, (2 * size_ + 1) * sizeof(uint64_t)));
    terms_ = head;
  } catch (const text::StorageError& error) {
    throw text::StorageError(path.string(), error.what());
  }
}

std::string_view FrequentTerms::term(size_t index) const {
  return part_of(terms_, terms_at_[index], terms_at_[index + 1]);
}

PostingList FrequentTerms::list(size_t index) const {
  return PostingList(part_of(lists_, lists_at_[index], lists_at_[index + 1]));
}

std::optional<FrequentTerms::Lists> FrequentTerms::find(
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
  return Lists{.champions = list(2 * low), .all = list(2 * low + 1)};
}

}  // namespace search
