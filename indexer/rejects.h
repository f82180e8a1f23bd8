// What gave no article, and how to read it again.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// A record that gave no article.
struct Reject {
  std::string archive;   // the file, as it was named
  uint64_t record = 0;   // record or line in it, from 1; 0 if it is the file
  std::string reason;    // one line
  std::string url = {};  // empty if not known
  bool to_end = false;   // what follows in the archive may be lost as well

  bool operator==(const Reject&) const = default;
};

// `metals.jsonl: record 7: not JSON: ...`.
std::string to_string(const Reject& reject);

// `{"archive": "metals.jsonl", "record": 7, "reason": "not JSON: ..."}`,
// without a line break: a line of a rejects file. A name that is no UTF-8 is
// legible in `archive` and exact in `archive_bytes`, a list of numbers.
std::string to_reject_line(const Reject& reject);

// The kind of a reason, for counting: `not JSON` of `not JSON: at column 5`.
std::string_view kind_of_reason(std::string_view reason);

// The places that a rejects file names.
class RejectedPlaces {
 public:
  // Throws InputError if `file` can't be read or has a line that is no reject.
  explicit RejectedPlaces(const std::filesystem::path& file);

  // The files that they are in, sorted.
  std::vector<std::string> files() const;

  // True if record `number` of `archive`, or something around it, is named. A
  // file that is a record itself (0) is also named by what is in it.
  bool contains(std::string_view archive, uint64_t number) const;

 private:
  struct Places {
    std::vector<uint64_t> records;   // ascending
    uint64_t all_from = UINT64_MAX;  // these and all behind them
  };

  bool contains_whole(std::string_view archive) const;

  std::map<std::string, Places, std::less<>> archives_;
};

}  // namespace indexer
