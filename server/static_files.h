// The page: files of one folder, as they are.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/http_server.h"
#include "server/target.h"

namespace server {

// Files are read anew for each request. Hidden files and whatever lies outside
// the folder are not there. Safe for any number of threads.
class StaticFiles {
 public:
  // An empty `folder` has no file.
  explicit StaticFiles(std::filesystem::path folder);

  // The file that the path names (`index.html` for a folder), 304 where the
  // client has it already, or a page that says 404.
  Response answer(const Request& request, const Target& target) const;

 private:
  std::optional<std::filesystem::path> find(
      const std::vector<std::string>& segments) const;
  Response not_found() const;

  std::filesystem::path folder_;
};

}  // namespace server
