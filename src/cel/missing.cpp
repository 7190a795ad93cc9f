#include "cel/missing.h"

#include <algorithm>
#include <functional>

namespace martech_audit::cel {

namespace {

// Up to this many, looking at all of them is quicker than a table.
constexpr std::size_t few = 16;

std::size_t hash(const Missing& missing) {
  return std::hash<const void*>{}(missing.entity) * 31 + std::hash<std::string_view>{}(missing.path);
}

// The first of equal ones stays, in the order they came.
std::size_t remove_repeated_few(std::span<Missing> all) {
  std::size_t kept = 0;
  for (const Missing& candidate : all) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(kept);
    if (std::find(all.begin(), end, candidate) == end) all[kept++] = candidate;
  }
  return kept;
}

std::size_t remove_repeated(std::span<Missing> all, Arena& arena) {
  if (all.size() <= few) return remove_repeated_few(all);
  std::size_t room = 1;
  while (room < all.size() * 2) room *= 2;
  const std::span<std::size_t> table = arena.make<std::size_t>(room);
  std::fill(table.begin(), table.end(), all.size());
  std::size_t kept = 0;
  for (const Missing& candidate : all) {
    std::size_t at = hash(candidate) & (room - 1);
    while (table[at] < all.size() && !(all[table[at]] == candidate)) at = (at + 1) & (room - 1);
    if (table[at] < all.size()) continue;
    table[at] = kept;
    all[kept++] = candidate;
  }
  return kept;
}

}  // namespace

Value trouble(Arena& arena, const Value& a, const Value& b) {
  const bool both_unknown = a.is_unknown() && b.is_unknown();
  if (!both_unknown) {
    if (a.is_unknown()) return a;
    if (b.is_unknown()) return b;
    return a.is_error() ? a : b;
  }
  Troubles all(arena);
  all.note(a);
  all.note(b);
  return all.result();
}

void Troubles::add(const Value& value) {
  if (value.is_unknown()) {
    unknown_ = true;
    append(value.missing());
  } else if (!error_.is_error()) {
    error_ = value;
  }
  seen_ = true;
}

void Troubles::append(std::span<const Missing> more) {
  if (count_ + more.size() > found_.size()) {
    const std::span<Missing> larger =
        arena_.make<Missing>(std::max<std::size_t>(2 * (count_ + more.size()), 4));
    std::copy_n(found_.begin(), count_, larger.begin());
    found_ = larger;
  }
  std::copy(more.begin(), more.end(), found_.begin() + static_cast<std::ptrdiff_t>(count_));
  count_ += more.size();
}

Value Troubles::result() const {
  if (!unknown_) return error_;
  const std::span<Missing> all = found_.first(count_);
  return Value::unknown(all.first(remove_repeated(all, arena_)));
}

}  // namespace martech_audit::cel
