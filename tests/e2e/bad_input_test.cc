// What a user sees when something is wrong: one line, and the right status.

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/e2e/command.h"
#include "tests/temporary_directory.h"

namespace e2e {

namespace {

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// Eight article lines, the seventh of which is broken.
std::string lines_with_a_broken_one() {
  std::string lines;
  for (int i = 1; i <= 8; ++i) {
    const auto n = std::to_string(i);
    lines += i == 7 ? "{\"title\": \"cut off\n"
                    : "{\"title\": \"Story " + n + "\", \"body\": \"Text " + n +
                          " says little.\"}\n";
  }
  return lines;
}

// A loopback port that something else listens on.
class TakenPort {
 public:
  TakenPort() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket_, 1) == 0);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    number_ = ntohs(address.sin_port);
  }
  ~TakenPort() { ::close(socket_); }
  TakenPort(const TakenPort&) = delete;
  TakenPort& operator=(const TakenPort&) = delete;

  int number() const { return number_; }

 private:
  int socket_;
  int number_ = 0;
};

}  // namespace

TEST_CASE("an empty file is rejected by name, the rest is indexed") {
  const TemporaryDirectory temporary;
  write(temporary.path() / "a.txt", "");
  write(temporary.path() / "b.jsonl", "{\"title\": \"A\", \"body\": \"B.\"}\n");
  const auto result =
      lode({"index", "--quiet", "--data", temporary.path() / "data",
            temporary.path() / "a.txt", temporary.path() / "b.jsonl"});
  CHECK(result.status == 3);
  CHECK(count_lines(result.err) == 1);
  CHECK(result.err.find("a.txt: empty") != std::string::npos);
  CHECK(result.out.find("1 added") != std::string::npos);
}

TEST_CASE("a binary file is rejected by name") {
  const TemporaryDirectory temporary;
  write(temporary.path() / "photo.bin",
        std::string("\x7f\x00\x01\xfe\xff\x00", 6) + std::string(500, '\0'));
  const auto result = lode({"parse", temporary.path() / "photo.bin"});
  CHECK(result.status == 3);
  CHECK(result.out.empty());
  CHECK(count_lines(result.err) == 1);
  CHECK(result.err.find("photo.bin") != std::string::npos);
}

TEST_CASE("broken JSON is named by its line, the other lines are read") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "lines.jsonl";
  write(file, lines_with_a_broken_one());
  const auto result = lode({"parse", file});
  CHECK(result.status == 3);
  CHECK(count_lines(result.out) == 7);
  CHECK(count_lines(result.err) == 1);
  CHECK(result.err.find("lines.jsonl: record 7: ") != std::string::npos);
}

TEST_CASE("a rejects file lists what failed, and is read again after a fix") {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "lines.jsonl";
  const auto rejects = temporary.path() / "rejects.jsonl";
  write(file, lines_with_a_broken_one());
  const auto first = lode({"parse", "--rejects", rejects, file});
  CHECK(first.status == 3);
  CHECK(first.err.find("1 rejected, listed in ") == 0);
  CHECK(first.err.find(": 1 not JSON\n") != std::string::npos);
  std::string mended = lines_with_a_broken_one();
  mended.replace(mended.find("cut off"), 7, "whole\"}");
  write(file, mended);
  const auto second = lode({"parse", "--retry", rejects});
  CHECK(second.status == 0);
  CHECK(count_lines(second.out) == 1);
  CHECK(nlohmann::json::parse(second.out)["title"] == "whole");
}

TEST_CASE("a missing path fails before anything is written") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  const auto result =
      lode({"index", "--data", data, temporary.path() / "missing.txt"});
  CHECK(result.status == 1);
  CHECK(count_lines(result.err) == 1);
  CHECK(result.err.find("missing.txt") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(data));
}

TEST_CASE("a wrong command line is said to be wrong") {
  const std::vector<std::vector<std::string>> wrong = {
      {"indx"},
      {},
      {"index", "archive"},
      {"search", "--data", "d"},
      {"search", "--data", "d", "--limit", "none", "zinc"},
      {"related", "--data", "d", "--type", "planet", "Korea Zinc"},
      {"serve", "--data", "d", "--port", "70000"}};
  for (const auto& arguments : wrong) {
    const auto result = lode(arguments);
    CAPTURE(result.err);
    CHECK(result.status == 2);
    CHECK(count_lines(result.err) == 1);
  }
}

TEST_CASE("an empty data directory says that nothing is indexed") {
  const TemporaryDirectory temporary;
  const auto result = lode({"search", "--data", temporary.path(), "zinc"});
  CHECK(result.status == 1);
  CHECK(count_lines(result.err) == 1);
  CHECK(result.err.find("nothing indexed yet") != std::string::npos);
}

TEST_CASE("a data directory of a newer format is refused and left alone") {
  const TemporaryDirectory temporary;
  const auto data = temporary.path() / "data";
  std::filesystem::create_directories(data / "generations/000001");
  write(data / "CURRENT", "000001\n");
  write(data / "generations/000001/manifest.json", "{\"format_version\": 999}");
  write(temporary.path() / "a.jsonl", "{\"title\": \"A\", \"body\": \"B.\"}\n");
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"search", "--data", data, "zinc"},
           {"serve", "--data", data, "--port", "0"},
           {"index", "--quiet", "--data", data,
            temporary.path() / "a.jsonl"}}) {
    const auto result = lode(arguments);
    CAPTURE(result.err);
    CHECK(result.status == 1);
    CHECK(count_lines(result.err) == 1);
    CHECK(result.err.find("format 999") != std::string::npos);
  }
}

TEST_CASE("a port in use is said to be in use") {
  const TakenPort port;
  const auto result = lode({"serve", "--data", sample_data(), "--port",
                            std::to_string(port.number())});
  CHECK(result.status == 1);
  CHECK(count_lines(result.err) == 1);
  CHECK(result.err.find(std::to_string(port.number())) != std::string::npos);
}

TEST_CASE("a name that no entity has is said to be unknown") {
  const auto result =
      lode({"related", "--data", sample_data(), "Qwertyuiop Holdings"});
  CHECK(result.status == 1);
  CHECK(count_lines(result.err) == 1);
  CHECK(result.out.empty());
}

}  // namespace e2e
