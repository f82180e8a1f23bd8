#include "server/static_files.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iterator>
#include <utility>

#include "server/etag.h"
#include "text/error.h"

namespace server {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 15>
    kMediaTypes{{
        {".css", "text/css; charset=utf-8"},
        {".gif", "image/gif"},
        {".html", "text/html; charset=utf-8"},
        {".ico", "image/x-icon"},
        {".jpg", "image/jpeg"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".png", "image/png"},
        {".svg", "image/svg+xml"},
        {".txt", "text/plain; charset=utf-8"},
        {".wasm", "application/wasm"},
        {".webmanifest", "application/manifest+json"},
        {".webp", "image/webp"},
        {".woff2", "font/woff2"},
    }};

constexpr std::string_view kNotFoundPage =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
    "<title>Not found</title>\n<h1>Not found</h1>\n"
    "<p><a href=\"/\">Search the archive</a></p>\n</html>\n";

std::string_view media_type(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto known =
      std::ranges::find(kMediaTypes, extension,
                        &std::pair<std::string_view, std::string_view>::first);
  return known == kMediaTypes.end() ? "application/octet-stream"
                                    : known->second;
}

// A name that can't lead anywhere but into the folder that it stands in.
bool is_plain_name(std::string_view segment) {
  return !segment.empty() && segment.front() != '.' &&
         segment.find_first_of("/\\") == std::string_view::npos;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw text::StorageError("can't read", file.string());
  return content;
}

// `Tue, 16 Dec 2025 00:24:00 GMT`
std::string http_date(fs::file_time_type time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(
      std::chrono::time_point_cast<std::chrono::system_clock::duration>(
          std::chrono::file_clock::to_sys(time)));
  std::tm civil{};
  gmtime_r(&seconds, &civil);
  char date[40];
  std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", &civil);
  return date;
}

// Clients send back the very date that they were given.
bool has_it(const Request& request, std::string_view etag,
            std::string_view date) {
  const std::string_view tags = request.header("if-none-match");
  if (!tags.empty()) return lists_etag(tags, etag);
  return request.header("if-modified-since") == date;
}

}  // namespace

StaticFiles::StaticFiles(fs::path folder) : folder_(std::move(folder)) {}

Response StaticFiles::answer(const Request& request,
                             const Target& target) const {
  const auto file = find(target.segments);
  if (!file) return not_found();
  Response response;
  response.body = read_file(*file);
  const std::string etag = make_etag(response.body);
  const std::string date = http_date(fs::last_write_time(*file));
  response.headers = {
      {"ETag", etag}, {"Last-Modified", date}, {"Cache-Control", "no-cache"}};
  if (has_it(request, etag, date)) {
    response.status = 304;
    response.body.clear();
    return response;
  }
  response.headers.push_back({"Content-Type", std::string(media_type(*file))});
  return response;
}

std::optional<fs::path> StaticFiles::find(
    const std::vector<std::string>& segments) const {
  if (folder_.empty()) return std::nullopt;
  fs::path file = folder_;
  for (size_t i = 0; i < segments.size(); ++i) {
    const bool trailing_slash = i + 1 == segments.size() && segments[i].empty();
    if (trailing_slash) break;
    if (!is_plain_name(segments[i])) return std::nullopt;
    file /= segments[i];
  }
  std::error_code error;
  if (segments.back().empty()) file /= "index.html";
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  return file;
}

Response StaticFiles::not_found() const {
  const auto page = find({"404.html"});
  Response response;
  response.status = 404;
  response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                      {"Cache-Control", "no-store"}};
  response.body = page ? read_file(*page) : std::string(kNotFoundPage);
  return response;
}

}  // namespace server
