// The claims on a year's spend, in the order in which they are served.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/rule.h"

namespace martech_audit::score {

// A finding or an undecided rule.
struct Holder {
  enum class List : std::uint8_t { findings, waived, evidence };
  List list = List::findings;
  std::size_t index = 0;
};

struct QueuedClaim {
  SpendClaim claim;
  Holder holder;

  bool is_gap() const { return holder.list != Holder::List::evidence; }
  // What it claims in a placing: minor units of waste, billionths of what is left of the other parts.
  std::int64_t claimed(bool against) const { return against ? claim.possible : is_gap() ? claim.proven : 0; }
};

class SpendClaims {
 public:
  SpendClaims(std::span<const Rule> rules, std::span<const Finding> findings, std::span<const Finding> waived,
              std::span<const EvidenceGap> evidence, std::size_t tools);

  // On the tool, as they are served; those of part not_known are apart.
  std::span<const QueuedClaim> of(std::uint32_t tool) const {
    return std::span(claims_).subspan(first_[tool], first_[tool + 1] - first_[tool]);
  }
  // Who accounts for what is not known of the tool anyway.
  const std::optional<Holder>& of_unknown(std::uint32_t tool) const { return of_unknown_[tool]; }
  // Who claims what is paid to vendors on no list.
  const std::optional<Holder>& of_unlisted() const { return of_unlisted_; }

 private:
  std::vector<QueuedClaim> claims_;
  std::vector<std::size_t> first_;  // a tool each, and the end
  std::vector<std::optional<Holder>> of_unknown_;
  std::optional<Holder> of_unlisted_;
};

}  // namespace martech_audit::score
