// How rows of the field table are written: one call a field, its name first, its summary last.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>

#include "martech_audit/inventory.h"

namespace martech_audit::model {

using Words = std::span<const std::string_view>;

// Bounds keep out slips of the keyboard and words of other systems for "never", such as the year 9999. Nobody
// who tells the truth meets them.
inline constexpr Range any_number{};
inline constexpr Range how_many{.least = 0, .most = 1'000'000'000};
inline constexpr Range how_many_people{.least = 0, .most = 10'000'000};  // more work for nobody
inline constexpr Range how_many_features{.least = 0, .most = 100'000};
inline constexpr Range how_much{.least = 0, .most = 1'000'000'000'000'000};
inline constexpr Range paid_or_refunded{.least = -how_much.most, .most = how_much.most};
inline constexpr Range days_before{.least = 0, .most = 3660};
inline constexpr Range days_apart{.least = 1, .most = 3660};
inline constexpr Range years{.least = 1990, .most = 2100};
// Beyond it a date is a slip more often than the truth, which a warning leaves to whoever wrote it.
inline constexpr Reach usual_reach{.before = 30, .after = 20};

consteval Field text(std::string_view name, std::string_view summary) {
  return {.name = name, .kind = FieldKind::text, .summary = summary};
}
consteval Field id(std::string_view summary) {
  return {.name = "id", .kind = FieldKind::id, .presence = Presence::required, .summary = summary};
}
consteval Field word(std::string_view name, Words words, std::string_view summary) {
  return {.name = name, .kind = FieldKind::word, .words = words, .summary = summary};
}
consteval Field currency(std::string_view name, std::string_view summary) {
  return {.name = name, .kind = FieldKind::currency, .summary = summary};
}
consteval Field boolean(std::string_view name, std::string_view summary) {
  return {.name = name, .kind = FieldKind::boolean, .summary = summary};
}
consteval Field integer(std::string_view name, Range range, std::string_view summary) {
  return {.name = name, .kind = FieldKind::integer, .range = range, .summary = summary};
}
consteval Field count(std::string_view name, std::string_view summary) {
  return integer(name, how_many, summary);
}
consteval Field people(std::string_view name, std::string_view summary) {
  return integer(name, how_many_people, summary);
}
consteval Field decimal(std::string_view name, Range range, std::string_view summary) {
  return {.name = name, .kind = FieldKind::decimal, .range = range, .summary = summary};
}
consteval Field date(std::string_view name, std::string_view summary) {
  return {.name = name, .kind = FieldKind::date, .range = years, .reach = usual_reach, .summary = summary};
}
// The day of something that is over.
consteval Field past_date(std::string_view name, std::string_view summary) {
  Field field = date(name, summary);
  field.happened = true;
  return field;
}
consteval Field reference(std::string_view name, EntityKind target, std::string_view summary) {
  return {.name = name, .kind = FieldKind::reference, .target = target, .summary = summary};
}
consteval Field block(std::string_view name, const Shape& shape, std::string_view summary) {
  return {.name = name, .kind = FieldKind::block, .block = &shape, .summary = summary};
}
// name → integer
consteval Field map(std::string_view name, Range range, std::string_view summary) {
  return {.name = name, .kind = FieldKind::map, .range = range, .summary = summary};
}

// What a row may be beside its kind.
consteval Field required(Field field) {
  field.presence = Presence::required;
  return field;
}
consteval Field statement(Field field) {
  field.presence = Presence::statement;
  return field;
}
consteval Field list_of(Field field) {
  field.list = true;
  return field;
}
consteval Field link(Field field) {
  field.list = true;
  field.presence = Presence::link;
  return field;
}
consteval Field links(std::string_view name, EntityKind target, std::string_view summary) {
  return link(reference(name, target, summary));
}
// Links of which an entry may be a block as well: its id, and what is said of the link.
consteval Field or_block(Field field, const Shape& shape) {
  field.block = &shape;
  return field;
}
consteval Field derived(Field field) {
  field.derived = true;
  return field;
}
consteval Field completed(Field field) {
  field.completed = true;
  return field;
}
consteval Field within(Field field, Reach reach) {
  field.reach = reach;
  return field;
}
consteval Field limited(Field field, std::span<const Limit> limits) {
  field.limits = limits;
  return field;
}
consteval Field otherwise(Field field, std::string_view fallback) {
  field.fallback = fallback;
  return field;
}
// A text for which another field, the id, stands where it is not given.
consteval Field named(std::string_view name, std::string_view summary) {
  return {.name = name, .kind = FieldKind::text, .fallback = "id", .summary = summary};
}
// A reference in whose place one of these words may stand.
consteval Field or_word(Field field, Words words) {
  field.words = words;
  return field;
}
consteval Field evidence(Field field) {
  field.evidence = true;
  return field;
}
// A word that every entity has, whether anybody wrote it or not: it cannot be marked not_applicable.
consteval Field always(Field field) {
  field.always = true;
  return field;
}
consteval Field by_default(Field field) {
  field.by_default = true;
  return field;
}

template <std::size_t A, std::size_t B>
consteval std::array<Field, A + B> operator+(const std::array<Field, A>& a, const std::array<Field, B>& b) {
  std::array<Field, A + B> both{};
  for (std::size_t i = 0; i < A; ++i) both[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) both[A + i] = b[i];
  return both;
}

// Shape::index; a name met twice does not compile.
template <std::size_t N>
consteval auto index_names(const std::array<Field, N>& fields) {
  std::array<std::uint8_t, std::bit_ceil(4 * N)> index{};
  for (std::size_t i = 0; i < N; ++i) {
    std::size_t at = field_hash(fields[i].name);
    for (; index[at % index.size()] != 0; ++at) {
      if (fields[index[at % index.size()] - 1U].name == fields[i].name) throw "two fields of one name";
    }
    index[at % index.size()] = static_cast<std::uint8_t>(i + 1);
  }
  return index;
}

// The rows of a shape with the index of their names.
template <std::size_t N>
struct Table {
  std::array<Field, N> fields;
  std::array<std::uint8_t, std::bit_ceil(4 * N)> index;
  consteval explicit Table(const std::array<Field, N>& rows) : fields(rows), index(index_names(rows)) {}
};

// Numbers of the shapes that are blocks; those of entities are their EntityKind.
enum class BlockId : std::uint16_t {
  money = entity_kind_count,
  period,
  exchange_rate,
  kpi_value,
  kpi_worth,
  strategy,
  feasibility,
  waiver,
  tool_waiver,
  tool_capability,
  scope,
  lower_plan,
  pricing,
  seats,
  usage_count,
  usage,
  consumption,
  one_time,
  relation,
  tool_objective,
  because,
  contract,
  data,
  security,
  ai,
  organisation_block,
  defaults,
  file,
  end,
};

template <std::size_t N>
consteval Shape block_shape(std::string_view name, BlockId id, const Table<N>& table,
                            std::string_view bare = {}) {
  return {.name = name,
          .id = static_cast<std::uint16_t>(id),
          .fields = table.fields,
          .index = table.index,
          .open = false,
          .bare = bare};
}

template <std::size_t N>
consteval Shape entity_shape(std::string_view name, EntityKind kind, const Table<N>& table) {
  return {.name = name,
          .id = static_cast<std::uint16_t>(kind),
          .fields = table.fields,
          .index = table.index,
          .open = true,
          .bare = {}};
}

}  // namespace martech_audit::model
