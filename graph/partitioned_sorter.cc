#include "graph/partitioned_sorter.h"

#include <algorithm>
#include <tuple>

#include "graph/encoding.h"

namespace graph {

SortedRecords::SortedRecords(std::vector<ExternalSorter*> sorters)
    : sorters_(std::move(sorters)) {
  choose();
}

void SortedRecords::next() {
  current_->next();
  choose();
}

void SortedRecords::choose() {
  current_ = nullptr;
  for (ExternalSorter* sorter : sorters_) {
    if (!sorter->valid()) continue;
    if (current_ == nullptr || std::tuple(sorter->key(), sorter->value()) <
                                   std::tuple(key(), value())) {
      current_ = sorter;
    }
  }
}

PartitionedSorter::PartitionedSorter(const std::filesystem::path& prefix,
                                     size_t lanes)
    : lanes_(lanes) {
  // Every lane may take a partition, which has a sorter of each lane.
  const size_t open_runs =
      std::clamp<size_t>(kOpenRuns / (lanes * lanes), 1, kOpenRuns / 8);
  for (size_t i = 0; i < lanes * kPartitions; ++i) {
    sorters_.push_back(std::make_unique<ExternalSorter>(
        prefix.string() + "-" + std::to_string(i),
        kBudget / lanes / kPartitions, open_runs));
  }
}

void PartitionedSorter::set_end(uint32_t end) {
  width_ =
      std::max<uint64_t>(1, (uint64_t{end} + kPartitions - 1) / kPartitions);
}

size_t PartitionedSorter::partition_of(uint32_t number) const {
  return std::min<size_t>(number / width_, kPartitions - 1);
}

void PartitionedSorter::add(size_t lane, std::string_view key,
                            std::string_view value) {
  sorter(lane, partition_of(Decoder(key).u32())).add(key, value);
}

SortedRecords PartitionedSorter::take(size_t partition) {
  std::vector<ExternalSorter*> sorted;
  for (size_t lane = 0; lane < lanes_; ++lane) {
    sorted.push_back(&sorter(lane, partition));
    sorted.back()->sort();
  }
  return SortedRecords(std::move(sorted));
}

void PartitionedSorter::drop(size_t partition) {
  for (size_t lane = 0; lane < lanes_; ++lane) sorter(lane, partition).clear();
}

}  // namespace graph
