#include "score/spend_claims.h"

#include <algorithm>
#include <tuple>

#include "score/cause_depths.h"

namespace martech_audit::score {
namespace {

struct Entry {
  std::uint32_t tool;
  std::uint32_t depth;
  std::uint32_t rule_rank;
  QueuedClaim queued;

  auto key() const {
    const SpendClaim& claim = queued.claim;
    return std::tuple(tool, claim.part, depth, -claim.possible, -claim.proven, rule_rank);
  }
};

// The first by rule id of those that may account for something.
struct First {
  std::uint32_t rule_rank = 0;
  std::optional<Holder> holder;

  void offer(std::uint32_t rank, Holder other) {
    if (holder && rule_rank <= rank) return;
    rule_rank = rank;
    holder = other;
  }
};

class Collector {
 public:
  Collector(std::span<const Rule> rules, std::size_t tools)
      : depths_(rules), ranks_(rule_ranks(rules)), of_unknown(tools) {}

  template <class Items>
  void add(Holder::List list, const Items& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].spend) add(items[i], {list, i});
    }
  }

 private:
  template <class Item>
  void add(const Item& item, Holder holder) {
    const std::uint32_t rank = ranks_[item.rule];
    const bool is_gap = holder.list != Holder::List::evidence;
    if (item.entity.kind == EntityKind::organisation && item.spend->part == SpendPart::off_strategy && is_gap)
      of_unlisted.offer(rank, holder);
    if (item.entity.kind != EntityKind::tool) return;
    if (item.spend->part == SpendPart::not_known) return of_unknown[item.entity_index].offer(rank, holder);
    entries.push_back({item.entity_index, depths_[item.rule], rank, {*item.spend, holder}});
  }

  CauseDepths depths_;
  std::vector<std::uint32_t> ranks_;

 public:
  std::vector<Entry> entries;
  std::vector<First> of_unknown;  // a tool each
  First of_unlisted;
};

}  // namespace

SpendClaims::SpendClaims(std::span<const Rule> rules, std::span<const Finding> findings,
                         std::span<const Finding> waived, std::span<const EvidenceGap> evidence,
                         std::size_t tools)
    : first_(tools + 1, 0) {
  Collector collector(rules, tools);
  collector.add(Holder::List::findings, findings);
  collector.add(Holder::List::waived, waived);
  collector.add(Holder::List::evidence, evidence);
  std::ranges::sort(collector.entries, {}, &Entry::key);
  claims_.reserve(collector.entries.size());
  for (const Entry& entry : collector.entries) {
    claims_.push_back(entry.queued);
    ++first_[entry.tool + 1];
  }
  for (std::size_t tool = 0; tool < tools; ++tool) first_[tool + 1] += first_[tool];
  for (const First& first : collector.of_unknown) of_unknown_.push_back(first.holder);
  of_unlisted_ = collector.of_unlisted.holder;
}

}  // namespace martech_audit::score
