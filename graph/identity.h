// Who is who, by the judgements of curators.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/judgements.h"

namespace graph {

// A judgement that contradicts an earlier one, and therefore has no effect.
struct JudgementConflict {
  std::string judgement;
  std::string with;

  bool operator==(const JudgementConflict&) const = default;
};

// What curators put in place of what was read.
struct JudgedEntity {
  std::optional<std::string> name;
  std::optional<text::EntityType> type;
  bool hidden = false;
  std::vector<std::string> aliases;  // names given to ids that it took in
};

// A pure function of judgements and their order; knows nothing of a graph.
// Safe for any number of threads.
class Identity {
 public:
  Identity() = default;
  // In the order of the ledger; none of them undone.
  explicit Identity(std::span<const Judgement> judgements);

  bool empty() const { return empty_; }

  // The id under which `id` stands: itself unless it was said to be another.
  // In a chain (a is b, b is c) the last one stands; what is said of two that
  // are one already (a is b, b is a) changes nothing, so that the target of
  // the first judgement stands.
  std::string_view canonical(std::string_view id) const;

  // All ids that stand under canonical(id), that one first.
  std::vector<std::string> ids_of(std::string_view id) const;

  // What is said of canonical(id); null if nothing.
  const JudgedEntity* judged(std::string_view id) const;

  bool is_hidden(std::string_view id) const;

  // The id under which `id` stands where `article` names it among `named`.
  std::string read_as(std::string_view id, text::ArticleId article,
                      std::span<const std::string> named) const;

  // True where a curator said that the two are not one.
  bool are_different(std::string_view one, std::string_view other) const;

  bool has_rejections() const { return !rejected_.empty(); }
  // The judgement that rejects the relation read in `evidence`; null if none.
  const std::string* rejection(const RejectedEvidence& evidence) const;

  // In the order of the ledger.
  const std::vector<JudgementConflict>& conflicts() const { return conflicts_; }

  // Every id that a judgement names as one of its entities, ascending.
  const std::set<std::string, std::less<>>& judged_ids() const { return ids_; }

 private:
  struct Split {
    std::string other;
    std::set<text::ArticleId> articles;
    std::set<std::string, std::less<>> beside;
  };
  template <typename Value>
  using ById = std::map<std::string, Value, std::less<>>;

  void apply(const Judgement& judgement);
  void unite(const Judgement& judgement);
  void part(const Judgement& judgement);
  void finish();
  uint64_t key_of(const RejectedEvidence& evidence) const;

  bool empty_ = true;
  ById<std::string> parents_;  // of ids that were said to be another
  ById<std::string> united_;   // the judgement that did it, by child
  ById<std::vector<std::string>> members_;          // by canonical id
  ById<JudgedEntity> entities_;                     // by canonical id
  ById<std::map<std::string, std::string>> apart_;  // id -> id -> judgement
  ById<std::vector<Split>> splits_;                 // by canonical id
  std::vector<Judgement> rejections_;
  std::map<uint64_t, std::string> rejected_;  // key -> judgement
  std::set<std::string, std::less<>> ids_;
  std::vector<JudgementConflict> conflicts_;
};

}  // namespace graph
