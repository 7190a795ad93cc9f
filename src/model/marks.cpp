// Marks of not_applicable that the tool itself speaks against: where seats were bought there are users to
// count, and a price.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "model/field_path.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

struct Contradicted {
  std::string_view block, field;  // the field may be empty: the block itself
  std::string_view reason;        // the key of `because` that it stands by
};
constexpr std::array contradicted{
    Contradicted{"usage", "", "usage"},   Contradicted{"usage", "active", "usage"},
    Contradicted{"seats", "", "seats"},   Contradicted{"seats", "purchased", "seats"},
    Contradicted{"pricing", "", "seats"}, Contradicted{"pricing", "metrics", "pricing.metrics"},
};

constexpr auto bought = path_of(EntityKind::tool, "seats.purchased");
constexpr auto metrics = path_of(EntityKind::tool, "pricing.metrics");
constexpr auto teams = path_of(EntityKind::tool, "user_teams");

const Value& value_of(const Record& record, std::string_view field) {
  return values_of(record)[*shape_of(record).index_of(field)];
}

bool is_marked(const Value& value) { return value.is_unknown() && !value.missing().empty(); }

bool has_items(const Value& list) { return list.is(ValueKind::list) && !list.as_list().empty(); }

bool is_priced_by_seat(const Record& tool) {
  const Value& list = at(tool, metrics);
  return list.is(ValueKind::list) &&
         std::ranges::any_of(list.as_list(), [](const Value& metric) { return metric.as_text() == "seat"; });
}

// What of the tool says that the mark is wrong, in words; nothing where nothing does.
std::string_view against(const Record& tool, std::string_view block) {
  if (block != "seats" && at(tool, bought).is(ValueKind::integer)) return "seats";
  if (block != "pricing" && is_priced_by_seat(tool)) return "a price per seat";
  return block == "usage" && has_items(at(tool, teams)) ? "teams that use it" : "";
}

bool has_reason(const Record& tool, std::string_view key) {
  const Value& because = value_of(tool, "because");
  return because.is(ValueKind::record) && value_of(*because.as_record(), key).is(ValueKind::string);
}

class MarkCheck {
 public:
  explicit MarkCheck(Building& building) : building_(building) {}

  void run() {
    for (const Record& tool : building_.storage.list(EntityKind::tool).records) {
      for (const Contradicted& mark : contradicted) check(tool, mark);
    }
  }

 private:
  void check(const Record& tool, const Contradicted& mark) {
    const Value& block = value_of(tool, mark.block);
    if (mark.field.empty()) return is_marked(block) ? judge(tool, tool, mark.block, mark) : void();
    if (block.is(ValueKind::record) && is_marked(value_of(*block.as_record(), mark.field)))
      judge(tool, *block.as_record(), mark.field, mark);
  }

  void judge(const Record& tool, const Record& record, std::string_view field, const Contradicted& mark) {
    const std::string_view what = against(tool, mark.block);
    if (what.empty() || has_reason(tool, mark.reason)) return;
    const std::string path =
        mark.field.empty() ? std::string(mark.block) : fmt::format("{}.{}", mark.block, mark.field);
    building_.diagnostics.warning(
        location_of(building_.storage, tool, path),
        fmt::format("'{}' is marked not_applicable, but the tool has {}; treated as missing", path, what),
        fmt::format("correct one of the two, or say why: because: {{{}: …}}", mark.reason));
    change(building_, record,
           [&](OpenSlots& slots) { slots[*shape_of(record).index_of(field)] = Value::unknown(); });
  }

  Building& building_;
};

}  // namespace

void check_marks(Building& building) { MarkCheck(building).run(); }

}  // namespace martech_audit::model
