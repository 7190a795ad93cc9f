// Seats, by contract.
//
// Active tools of one vendor and category whose contracts end on the same day are rows of one contract: what
// is spare of it is the same in one row or in two. Users of seasonal use are those of the season. Planned
// seats are kept for whoever is announced, up to their day; one that is over, excuses nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Renewals;

// House default: the day by which planned seats are needed lies within.
inline constexpr std::int64_t planning_days = 183;

struct SeatPool {
  Value purchased, users, floor, floor_now;  // integers, or unknown
};

struct Seats {
  std::vector<SeatPool> pools;
  std::vector<std::uint32_t> pool;  // of each tool
  std::vector<double> idle_share;   // a tool each; 1 where the pool is not known
};

Seats derive_seats(const Context& context, const Renewals& renewals);

Value tool_idle_share(const Context& context, const Seats& seats, const Record& tool);
Value tool_seat_floor(const Context& context, const Seats& seats, const Record& tool);
Value tool_seat_floor_now(const Context& context, const Seats& seats, const Record& tool);
Value tool_seat_plans_shown(const Context& context, const Record& tool);
Value tool_seat_users(const Context& context, const Seats& seats, const Record& tool);
Value tool_seats_of_contract(const Context& context, const Seats& seats, const Record& tool);

}  // namespace martech_audit::facts
