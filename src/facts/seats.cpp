#include "facts/seats.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "base/text.h"
#include "facts/adoption.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/renewals.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

// Sums over the rows of one contract; what one of them lacks, all do.
struct SeatRow {
  std::int64_t purchased = 0, users = 0, planned = 0, minimum = 0;
  Value lacking = Value::null();  // unknown where users are
  bool has_seats = true;

  std::int64_t idle() const { return std::max<std::int64_t>(purchased - users, 0); }
};

std::int64_t planned_seats(const Record& tool, std::int64_t today) {
  const Value& by = at(tool, tool_field::seats_planned_by);
  if (by.is(ValueKind::date) && by.as_integer() < today) return 0;
  return integer_of(tool, tool_field::seats_planned).value_or(0);
}

SeatRow row_of(const Context& context, const Record& tool) {
  SeatRow row;
  Given given(tool);
  row.users = given.integer(tool_field::usage_active);
  const Value seasonal = given.fact(tool_seasonal(context, tool));
  if (given && seasonal.as_boolean()) row.users = season_peak(tool, context.today).value_or(row.users);
  if (!given) row.lacking = given.unknown(context.memory);
  row.has_seats = is_given(tool, tool_field::seats_purchased);
  row.purchased = integer_of(tool, tool_field::seats_purchased).value_or(0);
  row.planned = planned_seats(tool, context.today);
  // Nobody has bought fewer seats than the contract allows: such a minimum is an error, and binds nobody.
  const std::int64_t minimum = integer_of(tool, tool_field::seats_contract_minimum).value_or(0);
  row.minimum = !row.has_seats || minimum <= row.purchased ? minimum : 0;
  return row;
}

SeatPool sum_of(const Context& context, const std::vector<const Record*>& tools,
                const std::vector<SeatRow>& rows) {
  SeatRow sum;
  Given users(*tools.front()), seats(*tools.front());
  std::int64_t kept = 0, kept_now = 0;
  for (const Record* tool : tools) {
    const SeatRow& row = rows[tool->index];
    users.fact(row.lacking);
    if (!row.has_seats) seats.lacks(*tool, tool_field::seats_purchased);
    add(sum.purchased, row.purchased);
    add(sum.users, row.users);
    add(kept, std::max(row.users + row.planned, row.minimum));
    add(kept_now, std::max(row.users, row.minimum));
  }
  const auto known = [&](const Given& given, std::int64_t number) {
    return given ? Value::integer(number) : given.unknown(context.memory);
  };
  return {known(seats, sum.purchased), known(users, sum.users), known(users, kept), known(users, kept_now)};
}

// Tools with the same one have one contract; each tool that is not active, or names no vendor, has its own.
using ContractKey = std::tuple<std::string, std::string, std::int64_t, std::uint32_t>;
ContractKey contract_key(const Context& context, const Renewals& renewals, const Record& tool) {
  const std::string_view vendor = text_of(tool, tool_field::vendor);
  const std::string_view category = text_of(tool, tool_field::category);
  if (vendor.empty() || category.empty() || !is_active(context, tool)) return {"", "", 0, tool.index + 1};
  const auto& ends = renewals.contracts[tool.index].ends;
  return {lower_ascii(vendor), std::string(category), ends.value_or(-1), 0};
}

double share_of_idle(const SeatRow& row, const std::vector<const Record*>& tools,
                     const std::vector<SeatRow>& rows) {
  std::int64_t idle = 0;
  for (const Record* tool : tools) add(idle, rows[tool->index].idle());
  return idle == 0 || tools.size() == 1 ? 1.0 : ratio(row.idle(), idle);
}

}  // namespace

Seats derive_seats(const Context& context, const Renewals& renewals) {
  std::vector<SeatRow> rows;
  std::map<ContractKey, std::vector<const Record*>> contracts;
  for (const Record& tool : context.tools()) {
    rows.push_back(row_of(context, tool));
    contracts[contract_key(context, renewals, tool)].push_back(&tool);
  }
  Seats seats;
  seats.pool.resize(rows.size());
  seats.idle_share.resize(rows.size());
  for (const auto& [key, tools] : contracts) {
    for (const Record* tool : tools) {
      seats.pool[tool->index] = static_cast<std::uint32_t>(seats.pools.size());
      seats.idle_share[tool->index] = share_of_idle(rows[tool->index], tools, rows);
    }
    seats.pools.push_back(sum_of(context, tools, rows));
  }
  return seats;
}

Value tool_idle_share(const Context&, const Seats& seats, const Record& tool) {
  return Value::real(seats.idle_share[tool.index]);
}

Value tool_seat_floor(const Context&, const Seats& seats, const Record& tool) {
  return seats.pools[seats.pool[tool.index]].floor;
}

Value tool_seat_floor_now(const Context&, const Seats& seats, const Record& tool) {
  return seats.pools[seats.pool[tool.index]].floor_now;
}

Value tool_seat_plans_shown(const Context& context, const Record& tool) {
  const std::int64_t planned = planned_seats(tool, context.today);
  if (planned == 0) return Value::boolean(true);
  const Value& by = at(tool, tool_field::seats_planned_by);
  const bool is_soon =
      by.is(ValueKind::date) && !by.is_before() && by.as_integer() <= context.today + planning_days;
  Given given(tool);
  if (!is_soon) given.lacks(tool_field::seats_planned_by);
  if (is_soon && planned > given.integer(tool_field::usage_active)) given.lacks(tool_field::seats_planned);
  return given ? Value::boolean(true) : given.unknown(context.memory);
}

Value tool_seat_users(const Context&, const Seats& seats, const Record& tool) {
  return seats.pools[seats.pool[tool.index]].users;
}

Value tool_seats_of_contract(const Context&, const Seats& seats, const Record& tool) {
  return seats.pools[seats.pool[tool.index]].purchased;
}

}  // namespace martech_audit::facts
