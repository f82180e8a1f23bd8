// /v1/judgements, asked of the whole server.

#include "server/api/judgements.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/http_client.h"
#include "tests/server/running_server.h"
#include "tests/server/sample_archive.h"

namespace server {
namespace {

using Json = nlohmann::json;

struct Served {
  TemporaryDirectory data;
  generation::GenerationId published = publish_sample(data.path());
  RunningServer server{data.path()};
  int port = server.port();

  Received send(const std::string& method, const std::string& target,
                const std::string& body = "",
                const std::string& headers = "") const {
    return send_request(
        port, method + " " + target +
                  " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                  "application/json\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\n" + headers + "\r\n" +
                  body);
  }
  Json post(const Json& judgement, int status,
            const std::string& query = "") const {
    const Received answer =
        send("POST", "/v1/judgements" + query, judgement.dump());
    CHECK(answer.status == status);
    return Json::parse(answer.body);
  }
  Json read(const std::string& target) const {
    return Json::parse(get(port, target).body);
  }
};

const Json kHide = {{"by", "Ada"},
                    {"action", "hide"},
                    {"entity", "company:korea-zinc"},
                    {"note", "for the test"}};

}  // namespace

TEST_CASE("a judgement shows in the very next answer, and its undo too") {
  const Served served;
  const Json made = served.post(kHide, 201);
  CHECK(made["judgement"]["id"] == "j1");
  CHECK(made["judgement"]["status"] == "applied");
  CHECK(get(served.port, "/v1/entities/company:korea-zinc").status == 404);

  const Received undone = served.send("DELETE", "/v1/judgements/j1?by=Bo");
  CHECK(undone.status == 200);
  CHECK(Json::parse(undone.body)["judgement"]["undone"]["by"] == "Bo");
  CHECK(get(served.port, "/v1/entities/company:korea-zinc").status == 200);

  const Json list = served.read("/v1/judgements");
  REQUIRE(list["judgements"].size() == 1);
  CHECK(list["judgements"][0]["note"] == "for the test");
  CHECK(list["judgements"][0]["status"] == "undone");
  CHECK(list["needs_build"] == false);
}

TEST_CASE("a client's copy is stale after a judgement") {
  const Served served;
  const std::string target = "/v1/entities/facility:clarksville-smelter";
  const std::string etag = get(served.port, target).headers.at("etag");
  served.post({{"by", "Ada"},
               {"action", "rename"},
               {"entity", "facility:clarksville-smelter"},
               {"name", "Clarksville works"}},
              201);
  const Received again =
      get(served.port, target, "If-None-Match: " + etag + "\r\n");
  CHECK(again.status == 200);
  CHECK(Json::parse(again.body)["entity"]["name"] == "Clarksville works");
}

TEST_CASE("a preview tells what would change and changes nothing") {
  const Served served;
  const Json preview = served.post({{"by", "Ada"},
                                    {"action", "rename"},
                                    {"entity", "company:korea-zinc"},
                                    {"name", "KZ"}},
                                   200, "?preview=true");
  CHECK(preview["before"][0]["name"] == "Korea Zinc");
  CHECK(preview["after"][0]["name"] == "KZ");
  CHECK(served.read("/v1/judgements")["total"] == 0);
  CHECK(served.read("/v1/entities/company:korea-zinc")["entity"]["name"] ==
        "Korea Zinc");
}

TEST_CASE("articles are found by every id that an entity has") {
  const Served served;
  const Json before =
      served.read("/v1/search?entity=facility:clarksville-smelter");
  served.post({{"by", "Ada"},
               {"action", "same"},
               {"entity", "company:korea-zinc"},
               {"other", "facility:clarksville-smelter"}},
              201);
  const Json after =
      served.read("/v1/search?entity=facility:clarksville-smelter");
  CHECK(after["total"] > before["total"]);
  CHECK(after["total"] ==
        served.read("/v1/search?entity=company:korea-zinc")["total"]);
}

TEST_CASE("a rejected sentence takes its relation away") {
  const Served served;
  const Json relations =
      served.read("/v1/entities/company:korea-zinc/relations");
  const Json edge = relations["relations"][0];
  Json reject = {{"by", "Ada"}, {"action", "reject"}};
  reject["evidence"] = {{"relation", edge["type"]},
                        {"source", edge["source"]["id"]},
                        {"target", edge["target"]["id"]},
                        {"article", edge["evidence"][0]["article"]},
                        {"sentence", edge["evidence"][0]["sentence"]}};
  const Json preview = served.post(reject, 200, "?preview=true");
  CHECK(preview["edge_before"]["stories"] == edge["stories"]);
  CHECK_FALSE(preview.contains("edge_after"));
  served.post(reject, 201);
  CHECK(served.read("/v1/entities/company:korea-zinc/relations")["total"]
            .get<int>() == relations["total"].get<int>() - 1);
}

TEST_CASE("what contradicts a judgement that stands is 409 and names it") {
  const Served served;
  Json judgement = {{"by", "Ada"},
                    {"action", "different"},
                    {"entity", "company:a"},
                    {"other", "company:b"}};
  served.post(judgement, 201);
  judgement["action"] = "same";
  const Json preview = served.post(judgement, 200, "?preview=true");
  CHECK(preview["judgement"]["status"] == "conflict");
  CHECK(preview["judgement"]["conflicts_with"] == "j1");
  const Json problem = served.post(judgement, 409);
  CHECK(problem["code"] == "conflict");
  CHECK(problem["detail"] ==
        "this contradicts judgement j1: undo that one first");
}

TEST_CASE("a judgement on what is not there is kept as dormant") {
  const Served served;
  Json hide = kHide;
  hide["entity"] = "company:nobody";
  CHECK(served.post(hide, 201)["judgement"]["status"] == "dormant");
}

TEST_CASE("what cannot be read as a judgement is 400 and says why") {
  const Served served;
  const auto detail = [&](const std::string& body) {
    const Received answer = served.send("POST", "/v1/judgements", body);
    CHECK(answer.status == 400);
    return Json::parse(answer.body)["detail"].get<std::string>();
  };
  CHECK(detail("") == "body: is not a JSON object");
  CHECK(detail("[]") == "body: is not a JSON object");
  CHECK(detail("{}") == "action: is missing");
  CHECK(detail(R"({"action":"eat"})") == "action: there is no `eat`");
  CHECK(detail(R"({"action":"hide","by":1})") == "by: is not a string");
  CHECK(detail(R"({"action":"hide","by":"A","entity":"x"})") ==
        "entity: `x` is not an entity id");
  CHECK(detail(R"({"action":"reject","by":"A","evidence":{}})") ==
        "evidence.relation: is missing");
}

TEST_CASE("strangers' pages cannot write, nor forms") {
  const Served served;
  const auto status = [&](const std::string& headers) {
    return served.send("POST", "/v1/judgements", kHide.dump(), headers).status;
  };
  CHECK(status("Origin: http://evil.example\r\n") == 403);
  CHECK(status("Sec-Fetch-Site: cross-site\r\n") == 403);
  CHECK(send_request(served.port,
                     "POST /v1/judgements HTTP/1.1\r\nHost: localhost\r\n"
                     "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}")
            .status == 415);
  CHECK(send_request(served.port,
                     "DELETE /v1/judgements/j1?by=A HTTP/1.1\r\n"
                     "Host: evil.example\r\n\r\n")
            .status == 403);
  CHECK(served.read("/v1/judgements")["total"] == 0);
}

TEST_CASE("undoing what is not there is 404, twice 409") {
  const Served served;
  CHECK(served.send("DELETE", "/v1/judgements/j1?by=Bo").status == 404);
  served.post(kHide, 201);
  CHECK(served.send("DELETE", "/v1/judgements/j1").status == 400);
  CHECK(served.send("DELETE", "/v1/judgements/j1?by=Bo&preview=true").status ==
        200);
  CHECK(served.send("DELETE", "/v1/judgements/j1?by=Bo").status == 200);
  CHECK(served.send("DELETE", "/v1/judgements/j1?by=Bo").status == 409);
}

TEST_CASE("a judgement made beside the server is noticed") {
  Served served;
  graph::Judgement hide;
  hide.by = "Ada";
  hide.action = graph::JudgementAction::kHide;
  hide.entity = "company:korea-zinc";
  generation::Ledger(served.data.path()).append(hide);
  served.server.application().refresh();
  CHECK(get(served.port, "/v1/entities/company:korea-zinc").status == 404);
}

TEST_CASE("a split gets a new id for the other one") {
  const Served served;
  const Json made = served.post({{"by", "Ada"},
                                 {"action", "different"},
                                 {"entity", "company:korea-zinc"},
                                 {"articles", {kDealId}}},
                                201);
  CHECK(made["judgement"]["other"]["id"] == "company:korea-zinc~2");
  CHECK_FALSE(made["judgement"].contains("waits_for_build"));
  const Json other = served.read("/v1/entities/company:korea-zinc~2");
  CHECK(other["entity"]["article_count"] == 1);
}

TEST_CASE("candidates come with a score and a reason") {
  const Served served;
  const Json candidates = served.read("/v1/judgements/candidates");
  CHECK(candidates["merges"].is_array());
  CHECK(candidates["splits"].is_array());
  CHECK(candidates["entities_read"] > 0);
}

TEST_CASE("a body nested however deeply is refused in one line") {
  const Served served;
  const std::string deep = std::string(240000, '[') + std::string(240000, ']');
  const Received answer = served.send(
      "POST", "/v1/judgements?preview=true",
      R"({"by":"x","action":"reject","evidence":{"a":)" + deep + "}}");
  CHECK(answer.status == 400);
  CHECK(Json::parse(answer.body)["detail"] == "body: is nested too deeply");
}

}  // namespace server
