#include "facts/given.h"

#include <algorithm>

#include "base/sort_by_key.h"

namespace martech_audit::facts {
namespace {

// Reads as false, 0, and 1970-01-01.
constexpr Value harmless = Value::null();

}  // namespace

const Value& Given::need(const FieldPath& path) {
  const Value& value = at(entity_, path);
  if (!value.is_unknown()) return value;
  lacks(path);
  return harmless;
}

std::string_view Given::text(const FieldPath& path) {
  const Value& value = need(path);
  return value.is(ValueKind::string) ? value.as_text() : std::string_view();
}

const Record* Given::reference(const FieldPath& path) {
  const Value& value = need(path);
  return value.is(ValueKind::record) ? value.as_record() : nullptr;
}

std::int64_t Given::exact_day(const FieldPath& path) {
  const Value& value = need(path);
  if (value.is(ValueKind::date) && value.is_before()) add({&entity_, path.text, {}});
  return value.as_integer();
}

std::span<const Value> Given::links(const FieldPath& path) {
  const Value& value = need(path);
  return value.is(ValueKind::list) ? value.as_list() : std::span<const Value>();
}

const Value& Given::fact(const Value& value) {
  if (!value.is_unknown()) return value;
  for (const Missing& missing : value.missing()) add(missing);
  return harmless;
}

void Given::lacks(const FieldPath& path) { lacks(entity_, path); }

void Given::lacks(const Record& other, const FieldPath& path) {
  const Value& value = at(other, path);
  if (!value.is_unknown() || value.missing().empty()) return add({&other, path.text, {}});
  for (const Missing& mark : value.missing()) add(mark);
}

// Naming a field twice does no harm where there are many.
void Given::add(const Missing& missing) {
  constexpr std::ptrdiff_t compared = 32;
  const auto end = missing_.size() > compared ? missing_.begin() + compared : missing_.end();
  if (std::find(missing_.begin(), end, missing) == end) missing_.push_back(missing);
}

Between days_since(const Value& date, std::int64_t today, std::string_view of) {
  if (!date.is(ValueKind::date)) return {.of = of};
  const std::int64_t days = today - date.as_integer();
  return date.is_before() ? Between{.least = days, .of = of} : Between{days, days, of};
}

std::optional<std::int64_t> days_since(const Value& date, std::int64_t today) {
  const Between days = days_since(date, today, {});
  return is_exact(days) ? std::optional(days.least) : std::nullopt;
}

void note_missing(std::vector<Missing>& to, std::span<const Missing> from) {
  for (const Missing& missing : from) {
    if (to.size() >= most_noted) return;
    if (std::find(to.begin(), to.end(), missing) == to.end()) to.push_back(missing);
  }
}

void note_missing(std::vector<Missing>& to, const Record& record, const FieldPath& path) {
  const Missing missing{&record, path.text, {}};
  if (!is_given(record, path)) note_missing(to, {&missing, 1});
}

void sort_by_id(std::vector<const Record*>& records, const FieldPath& id) {
  sort_by_key(records, [&](const Record* record) { return text_of(*record, id); });
}

std::vector<const Record*> sorted_by_id(std::span<const Record> records, const FieldPath& id) {
  std::vector<const Record*> sorted;
  sorted.reserve(records.size());
  for (const Record& record : records) sorted.push_back(&record);
  sort_by_id(sorted, id);
  return sorted;
}

Value Given::unknown(Arena& memory) const {
  return Value::unknown(memory.copy(std::span<const Missing>(missing_)));
}

Value Given::within(const Between& between, Arena& memory) const {
  if (is_exact(between)) return Value::integer(between.least);
  std::vector<Missing> missing = missing_;
  if (!missing.empty()) missing.front().between = between;
  return Value::unknown(memory.copy(std::span<const Missing>(missing)));
}

}  // namespace martech_audit::facts
