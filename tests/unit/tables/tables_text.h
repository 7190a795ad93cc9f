// Tables of a stack in YAML, as text: a line a row, of which what is empty is left out.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "tables/marketing5.h"
#include "tables/strategy.h"
#include "tables/tables.h"
#include "tables/tool_money.h"
#include "unit/facts/support.h"

namespace martech_audit::test {

// What a rule is taken to have said of a tool.
struct Said {
  std::string_view tool;
  Severity severity = Severity::medium;
  std::int64_t waste = 0;  // minor units
  Points points = 0;
  enum class As : std::uint8_t { finding, waived, undecided } as = As::finding;
};

// The report as far as its tables go.
struct Stack {
  explicit Stack(std::string_view lists, const std::vector<Said>& all_said = {},
                 const std::optional<Waterfall>& waterfall = {})
      : inventory(std::make_shared<const Inventory>(inventory_of(lists))) {
    Diagnostics notes;
    const Facts facts = derive_facts(*inventory, monday, notes);
    report.inventory = inventory;
    report.as_of = monday;
    report.currency = inventory->currency();
    report.waterfall = waterfall;
    for (const Said& said : all_said) put(said);
    fill_tables(*inventory, facts, tool_money(*inventory, facts), report);
    fill_strategy(*inventory, facts, report);
    fill_marketing5(*inventory, facts, report);
    report.money.sunk = sunk_costs(*inventory, facts);
  }

  void put(const Said& said) {
    const Record& tool = *inventory->find(EntityKind::tool, said.tool);
    const EntityRef ref{EntityKind::tool, said.tool, said.tool};
    if (said.as == Said::As::undecided) {
      report.evidence_missing.push_back({0, ref, tool.index, said.points, {}});
      return;
    }
    Finding finding;
    finding.severity = said.severity;
    finding.points = said.points;
    finding.entity = ref;
    finding.entity_index = tool.index;
    const Money waste{said.waste, report.currency};
    finding.claims = {{MoneyClass::recoverable, waste, waste, {}},
                      {MoneyClass::exposed, {999, report.currency}, {999, report.currency}, {}}};
    (said.as == Said::As::waived ? report.waived : report.findings).push_back(finding);
  }

  std::shared_ptr<const Inventory> inventory;
  AuditReport report;
};

inline std::string joined(const std::vector<std::string_view>& names) {
  return fmt::format("{}", fmt::join(names, "+"));
}

// "crm plus mail"
inline std::string tools_at(const AuditReport& report, const std::vector<std::uint32_t>& rows) {
  std::vector<std::string_view> ids;
  for (const std::uint32_t row : rows) ids.push_back(report.tools.at(row).tool.id);
  return joined(ids);
}

// "id key=value key=value"
class Line {
 public:
  explicit Line(std::string_view head) : text_(head) {}

  Line& put(std::string_view key, std::string_view value) {
    if (!value.empty()) text_ += fmt::format(" {}={}", key, value);
    return *this;
  }
  Line& put(std::string_view key, const std::optional<Money>& money) {
    return put(key, money ? money->to_string() : std::string());
  }
  Line& put(std::string_view key, const std::optional<Date>& date) {
    return put(key, date ? to_string(*date) : std::string());
  }
  Line& put_number(std::string_view key, std::int64_t number) {
    return put(key, number == 0 ? std::string() : fmt::format("{}", number));
  }
  Line& put_mark(std::string_view word, bool is_so) {
    if (is_so) text_ += fmt::format(" {}", word);
    return *this;
  }
  std::string take() { return text_ + "\n"; }

 private:
  std::string text_;
};

}  // namespace martech_audit::test
