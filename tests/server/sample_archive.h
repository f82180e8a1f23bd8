// A tiny archive for tests: two articles about Korea Zinc and one about copper.

#pragma once

#include <filesystem>
#include <memory>

#include "generation/generation.h"
#include "tests/temporary_directory.h"

namespace server {

inline constexpr char kDealId[] = "00000000000000a1";
inline constexpr char kKoreanId[] = "00000000000000a2";
inline constexpr char kCopperId[] = "00000000000000a3";

// Publishes the sample as the next generation of `data`.
generation::GenerationId publish_sample(const std::filesystem::path& data);

// The sample, opened; its files go with it.
class SampleArchive {
 public:
  SampleArchive();

  const generation::Generation& generation() const { return *generation_; }

 private:
  TemporaryDirectory data_;
  std::shared_ptr<const generation::Generation> generation_;
};

}  // namespace server
