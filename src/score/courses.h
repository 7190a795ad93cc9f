// Courses: which parts the money of a tool ends in, and of an enabling one by the tools it supports.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "score/spend_claims.h"
#include "score/tool_money.h"
#include "score/wide.h"

namespace martech_audit::score {

// Of what is left of a tool's spend when waste is taken off, in billionths; all add up to whole_share.
struct Course {
  std::int64_t off_strategy = 0;
  std::int64_t unproven = 0;
  std::int64_t open = 0;  // a gap only with every open question answered against it
  std::int64_t rest() const { return whole_share - off_strategy - unproven - open; }
};

// part * share / whole_share, rounded down.
std::int64_t share_of(std::int64_t part, std::int64_t share);

// A claim on a supported tool, with what reaches it from those that support it.
struct Reached {
  SpendPart part;  // off_strategy or unproven; not_known of what is open
  std::uint32_t tool;
  const QueuedClaim* claim;
  Wide weight;
};

class Courses {
 public:
  Courses(std::span<const ToolMoney> tools, const SpendClaims& claims);

  // Of what a tool with targets passes on: the mean course of them.
  const Course& passed_on(std::uint32_t tool) const { return passed_on_[tool]; }

  // Shares out what each tool passes on, in minor units, over the claims that it meets.
  std::vector<Reached> reach(std::span<const std::int64_t> passed) const;

 private:
  // What each claim on the tool takes of a whole, without waste, in favour of it and against it:
  // visit(claim, taken, taken_against).
  template <class Visit>
  void for_each_share(std::uint32_t tool, Visit visit) const;
  Course own(std::uint32_t tool) const;
  Course mean_of_targets(std::uint32_t tool) const;
  void meet(std::uint32_t tool, Wide arrived, std::vector<Reached>& reached) const;

  std::span<const ToolMoney> tools_;
  const SpendClaims& claims_;
  std::vector<std::uint32_t> targets_first_;
  std::vector<Course> whole_;  // with what targets do
  std::vector<Course> passed_on_;
};

}  // namespace martech_audit::score
