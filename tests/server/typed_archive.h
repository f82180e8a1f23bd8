// An archive in four scripts, to type queries for.

#pragma once

#include <memory>

#include "generation/generation.h"
#include "tests/temporary_directory.h"

namespace server {

class TypedArchive {
 public:
  TypedArchive();

  const generation::Generation& generation() const { return *generation_; }

 private:
  TemporaryDirectory data_;
  std::shared_ptr<const generation::Generation> generation_;
};

}  // namespace server
