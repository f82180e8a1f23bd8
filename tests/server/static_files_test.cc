#include "server/static_files.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>

#include "server/target.h"
#include "tests/server/http_client.h"
#include "tests/server/running_server.h"
#include "tests/temporary_directory.h"

namespace server {
namespace {

struct Page {
  TemporaryDirectory folder;
  std::filesystem::path web = folder.path() / "web";

  Page() {
    std::filesystem::create_directories(web / "vendor");
    write(folder.path() / "secret.txt", "secret");
    write(web / "index.html", "<title>Lode</title>");
    write(web / "app.js", "export {};");
    write(web / "vendor" / "x.css", "a{}");
    write(web / ".hidden", "secret");
  }

  static void write(const std::filesystem::path& file, const char* content) {
    std::ofstream(file) << content;
  }

  Response answer(const std::string& target, Request request = {}) const {
    request.target = target;
    return StaticFiles(web).answer(request, parse_target(target));
  }
};

std::string header(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace

TEST_CASE("files are served with their media type") {
  const Page page;
  CHECK(header(page.answer("/"), "Content-Type") == "text/html; charset=utf-8");
  CHECK(page.answer("/?entity=x").body == "<title>Lode</title>");
  CHECK(header(page.answer("/app.js"), "Content-Type") ==
        "text/javascript; charset=utf-8");
  CHECK(header(page.answer("/vendor/x.css"), "Content-Type") ==
        "text/css; charset=utf-8");
}

TEST_CASE("a client that has the file gets 304") {
  const Page page;
  const Response first = page.answer("/app.js");
  Request by_tag;
  by_tag.headers["if-none-match"] = header(first, "ETag");
  CHECK(page.answer("/app.js", by_tag).status == 304);
  Request by_date;
  by_date.headers["if-modified-since"] = header(first, "Last-Modified");
  CHECK(page.answer("/app.js", by_date).status == 304);
  Page::write(page.web / "app.js", "export default 1;");
  CHECK(page.answer("/app.js", by_tag).status == 200);
}

TEST_CASE("nothing outside the folder and nothing hidden is served") {
  const Page page;
  for (const char* target :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
        "/vendor/../../secret.txt", "/vendor/..%2f..%2fsecret.txt",
        "/..\\secret.txt", "/%2e%2e%5csecret.txt", "/.hidden", "/./app.js",
        "//etc/passwd", "/%2fetc%2fpasswd", "/vendor", "/app.js/",
        "/nothing.html"}) {
    CAPTURE(target);
    const Response answer = page.answer(target);
    CHECK(answer.status == 404);
    CHECK(answer.body.find("secret") == std::string::npos);
  }
}

TEST_CASE("traversal fails over the wire too") {
  const Page page;
  const TemporaryDirectory data;
  const RunningServer server(data.path(), page.web);
  CHECK(get(server.port(), "/").body == "<title>Lode</title>");
  CHECK(get(server.port(), "/../secret.txt").status == 404);
  CHECK(get(server.port(), "/%2e%2e/secret.txt").status == 404);
}

TEST_CASE("the folder's own 404 page is used") {
  const Page page;
  CHECK(header(page.answer("/x"), "Content-Type") ==
        "text/html; charset=utf-8");
  Page::write(page.web / "404.html", "lost");
  CHECK(page.answer("/x").body == "lost");
}

TEST_CASE("without a folder there is no file") {
  CHECK(StaticFiles({}).answer({}, parse_target("/")).status == 404);
}

}  // namespace server
