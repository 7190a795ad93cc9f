#include "tables/marketing5.h"

#include <algorithm>
#include <array>

#include "base/arena.h"
#include "model/fields_tool.h"
#include "tables/row_values.h"

namespace martech_audit {
namespace {

enum class Answer : std::uint8_t { no, maybe, yes };

Answer is_true(const Value& value) {
  if (!value.is(ValueKind::boolean)) return Answer::maybe;
  return value.as_boolean() ? Answer::yes : Answer::no;
}

Answer has_items(const Value& value) {
  if (!value.is(ValueKind::list)) return Answer::maybe;
  return value.as_list().empty() ? Answer::no : Answer::yes;
}

Answer opposite(Answer answer) {
  return static_cast<Answer>(static_cast<int>(Answer::yes) - static_cast<int>(answer));
}

Answer contributes(const Value& components, std::string_view component) {
  if (!components.is(ValueKind::list)) return Answer::maybe;
  const auto same = [&](const Value& item) { return item.as_text() == component; };
  return std::ranges::any_of(components.as_list(), same) ? Answer::yes : Answer::no;
}

// What a level asks for beyond the one before: to have it, a use and people for it, a proof.
struct Steps {
  Answer active;
  Answer used;
  Answer measured;
};

int levels(Answer contributes, const Steps& steps, Answer enough) {
  int level = 0;
  for (const Answer step : {std::min(contributes, steps.active), steps.used, steps.measured}) {
    if (step < enough) break;
    ++level;
  }
  return level;
}

// A rule has claimed all that is paid for it as waste.
bool is_on_the_shelf(const ToolRow& row) {
  return row.spend.total() > 0 && row.spend[SpendPart::waste] == row.spend.total();
}

class Components {
 public:
  Components(const Inventory& inventory, const Facts& facts, const AuditReport& report)
      : inventory_(inventory), facts_(facts), report_(report) {}

  std::vector<ComponentRow> make() {
    std::vector<ComponentRow> rows;
    rows.reserve(std::size(model::marketing5_components));
    for (const std::string_view component : model::marketing5_components)
      rows.push_back({component, 0, 0, {}});
    for (const Record& tool : inventory_.entities(EntityKind::tool)) {
      add(tool, rows);
      scratch_.reset();
    }
    for (ComponentRow& row : rows) std::ranges::sort(row.tools);
    return rows;
  }

 private:
  Value fact(const Record& tool, std::string_view name) { return facts_.of(tool, name, scratch_); }

  void add(const Record& tool, std::vector<ComponentRow>& rows) {
    const Value components = fact(tool, "marketing5_components");
    if (has_items(components) == Answer::no) return;
    const Steps steps = steps_of(tool);
    for (ComponentRow& row : rows) {
      const Answer answer = contributes(components, row.component);
      row.level = std::max(row.level, levels(answer, steps, Answer::yes));
      row.possible_level = std::max(row.possible_level, levels(answer, steps, Answer::maybe));
      if (std::min(answer, steps.active) == Answer::yes) row.tools.push_back(row_of(tool));
    }
  }

  Steps steps_of(const Record& tool) {
    const bool is_owned = !read(tool, "owner").is_unknown();
    const Answer owner = is_owned ? opposite(is_true(fact(tool, "owner_left"))) : Answer::no;
    return {is_on_the_shelf(report_.tools[row_of(tool)]) ? Answer::no : is_true(fact(tool, "active")),
            std::min({has_items(fact(tool, "active_objectives")), owner,
                      opposite(has_items(fact(tool, "skill_gaps")))}),
            has_items(fact(tool, "measured_kpis"))};
  }

  std::uint32_t row_of(const Record& tool) const {
    return static_cast<std::uint32_t>(report_.tool(text_or_empty(read(tool, "id"))) - report_.tools.data());
  }

  const Inventory& inventory_;
  const Facts& facts_;
  const AuditReport& report_;
  Arena scratch_;  // for what nobody keeps
};

}  // namespace

void fill_marketing5(const Inventory& inventory, const Facts& facts, AuditReport& report) {
  report.marketing5 = Components(inventory, facts, report).make();
}

}  // namespace martech_audit
