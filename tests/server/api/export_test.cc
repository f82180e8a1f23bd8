#include "server/api/export.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/error.h"
#include "tests/server/http_client.h"
#include "tests/server/running_server.h"
#include "tests/server/sample_archive.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace server {

namespace {

std::shared_ptr<const generation::Generation> borrowed(
    const SampleArchive& archive) {
  return {&archive.generation(), [](const generation::Generation*) {}};
}

std::string whole(const api::Download& download) {
  std::string all;
  for (std::string part = download.next_part(); !part.empty();
       part = download.next_part()) {
    all += part;
  }
  return all;
}

// Everything that the server sends before it closes the connection.
std::string exchange_bytes(int port, const std::string& method,
                           const std::string& target) {
  const Connection connection(port);
  connection.send(method + " " + target +
                  " HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
  std::string received;
  while (connection.receive(received)) continue;
  return received;
}

}  // namespace

TEST_CASE("a download comes in chunks, named and typed") {
  const TemporaryDirectory data;
  publish_sample(data.path());
  const RunningServer server(data.path());
  const std::string target = "/v1/export/graph?format=nt";
  const std::string answer = exchange_bytes(server.port(), "GET", target);
  CHECK(answer.starts_with("HTTP/1.1 200 "));
  CHECK(answer.find("Transfer-Encoding: chunked\r\n") != std::string::npos);
  CHECK(answer.find("Content-Type: application/n-triples\r\n") !=
        std::string::npos);
  CHECK(answer.find("filename=\"lode-000001.nt\"\r\n") != std::string::npos);
  CHECK(answer.find("ETag: ") != std::string::npos);
  CHECK(answer.find("#Statement>") != std::string::npos);
  CHECK(answer.ends_with("\r\n0\r\n\r\n"));

  const std::string head = exchange_bytes(server.port(), "HEAD", target);
  CHECK(head.starts_with("HTTP/1.1 200 "));
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(head.find("#Statement>") == std::string::npos);
}

TEST_CASE("a download that can't begin is a problem in JSON") {
  const TemporaryDirectory data;
  publish_sample(data.path());
  const RunningServer server(data.path());
  const auto answer = get(server.port(), "/v1/export/graph?format=xlsx");
  CHECK(answer.status == 400);
  CHECK(answer.headers.at("content-type") == "application/problem+json");
}

TEST_CASE("the graph is downloaded in the form that is asked for") {
  const SampleArchive archive;
  const auto download = api::export_graph(
      {{"format", "graphml"}, {"entity", "company:korea-zinc"}},
      borrowed(archive));
  CHECK(download.content_type == "application/graphml+xml");
  CHECK(download.file_name == "lode-000001.graphml");
  const std::string text = whole(download);
  CHECK(text.find("<edge id=\"company:korea-zinc|acquires|") !=
        std::string::npos);
  CHECK(text.ends_with("</graphml>\n"));
}

TEST_CASE("what can't be exported is a bad request before anything is sent") {
  const SampleArchive archive;
  const auto ask = [&](const char* name, const char* value) {
    return api::export_graph({{name, value}}, borrowed(archive));
  };
  CHECK_THROWS_AS(ask("format", "xlsx"), text::BadRequest);
  CHECK_THROWS_AS(ask("table", "sheets"), text::BadRequest);
  CHECK_THROWS_AS(ask("hops", "99"), text::BadRequest);
  CHECK_THROWS_AS(ask("relation", "likes"), text::BadRequest);
  CHECK_THROWS_AS(ask("entity", "company:nobody"), NotFound);
  CHECK_THROWS_AS(
      api::export_graph({{"from", "2026"}, {"to", "2025"}}, borrowed(archive)),
      text::BadRequest);
  CHECK_THROWS_AS(api::export_search({{"format", "gexf"}}, borrowed(archive)),
                  text::BadRequest);
}

TEST_CASE("what is downloaded is what the search finds, names and all") {
  const SampleArchive archive;
  for (const char* query :
       {"고려아연", "Koera Zinc", "entity:\"Korea Zinc\""}) {
    CAPTURE(query);
    const std::string lines =
        whole(api::export_search({{"q", query}}, borrowed(archive)));
    CHECK(std::ranges::count(lines, '\n') == 2);
    CHECK(lines.find(kDealId) != std::string::npos);
    CHECK(lines.find(kKoreanId) != std::string::npos);
  }
}

TEST_CASE("the articles of a search are downloaded without their bodies") {
  const SampleArchive archive;
  const std::string lines =
      whole(api::export_search({{"q", "copper"}}, borrowed(archive)));
  CHECK(lines.find(kCopperId) != std::string::npos);
  CHECK(lines.find("\"body\"") == std::string::npos);
  const std::string table =
      whole(api::export_search({{"format", "csv"}}, borrowed(archive)));
  CHECK(table.starts_with("id,title,url,source,"));
  CHECK(std::ranges::count(table, '\n') == 4);
}

}  // namespace server
