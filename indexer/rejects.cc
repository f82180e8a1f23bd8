#include "indexer/rejects.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

using Json = nlohmann::json;
using Bytes = std::vector<unsigned char>;

// The name of a file that is no UTF-8, beside its legible form.
constexpr const char* kExactArchive = "archive_bytes";

std::string archive_of(const Json& line) {
  const auto exact = line.find(kExactArchive);
  if (exact == line.end()) return line.at("archive").get<std::string>();
  const auto bytes = exact->get<Bytes>();
  return {bytes.begin(), bytes.end()};
}

Reject parse_reject_line(const std::string& line) {
  Reject reject;
  try {
    const Json json = Json::parse(line);
    reject.archive = archive_of(json);
    reject.record = json.value("record", uint64_t{0});
    reject.to_end = json.value("to_end", false);
  } catch (const Json::exception&) {
    throw text::InputError("not a line of a rejects file");
  }
  return reject;
}

// The file on disk that `archive` is in, `a.zip` of `a.zip/b.txt`; `archive`
// if there is none.
std::string file_of(const std::string& archive) {
  std::error_code error;
  for (size_t end = archive.find('/', 1); end != std::string::npos;
       end = archive.find('/', end + 1)) {
    const std::string outer = archive.substr(0, end);
    if (std::filesystem::is_regular_file(outer, error)) return outer;
  }
  return archive;
}

}  // namespace

std::string to_string(const Reject& reject) {
  std::string line = reject.archive + ": ";
  if (reject.record > 0) {
    line += "record " + std::to_string(reject.record) + ": ";
  }
  return line + reject.reason;
}

std::string to_reject_line(const Reject& reject) {
  nlohmann::ordered_json json;
  json["archive"] = reject.archive;
  if (!text::is_valid_utf8(reject.archive)) {
    json[kExactArchive] = Bytes(reject.archive.begin(), reject.archive.end());
  }
  if (reject.record > 0) json["record"] = reject.record;
  if (!reject.url.empty()) json["url"] = reject.url;
  if (reject.to_end) json["to_end"] = true;
  json["reason"] = reject.reason;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view kind_of_reason(std::string_view reason) {
  return reason.substr(0, reason.find_first_of(":;"));
}

RejectedPlaces::RejectedPlaces(const std::filesystem::path& file) {
  std::ifstream lines(file);
  if (!lines) throw text::InputError(file.string() + ": can't be opened");
  uint64_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty()) continue;
    try {
      const Reject reject = parse_reject_line(line);
      Places& places = archives_[reject.archive];
      places.records.push_back(reject.record);
      if (reject.to_end || reject.record == 0) {
        places.all_from = std::min(places.all_from, reject.record);
      }
    } catch (const text::InputError& error) {
      throw text::InputError(file.string() + ": line " +
                             std::to_string(number) + ": " + error.what());
    }
  }
  for (auto& [archive, places] : archives_) std::ranges::sort(places.records);
}

std::vector<std::string> RejectedPlaces::files() const {
  std::vector<std::string> files;
  for (const auto& [archive, places] : archives_) {
    files.push_back(file_of(archive));
  }
  std::ranges::sort(files);
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

bool RejectedPlaces::contains(std::string_view archive, uint64_t number) const {
  const auto found = archives_.find(archive);
  if (found != archives_.end()) {
    const Places& places = found->second;
    if (number == 0 || number >= places.all_from) return true;
    if (std::ranges::binary_search(places.records, number)) return true;
  }
  return contains_whole(archive);
}

// A container is named as a whole where it was damaged.
bool RejectedPlaces::contains_whole(std::string_view archive) const {
  for (size_t end = archive.rfind('/');
       end != std::string_view::npos && end > 0;
       end = archive.rfind('/', end - 1)) {
    const auto outer = archives_.find(archive.substr(0, end));
    if (outer != archives_.end() && outer->second.all_from == 0) return true;
  }
  return false;
}

}  // namespace indexer
