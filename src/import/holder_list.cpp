#include "import/holder_list.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/placeholder.h"
#include "base/text.h"
#include "import/row_kinds.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr char end_of_part = '\x1F';  // of a key

constexpr std::array not_active{"blocked"sv,  "deactivated"sv, "deaktiviert"sv, "deleted"sv,  "disabled"sv,
                                "gesperrt"sv, "inactive"sv,    "inaktiv"sv,     "suspended"sv};

bool is_several(std::string_view seats) { return !is_placeholder(seats) && seats != "1"; }

class HolderFinder {
 public:
  HolderFinder(const RecordTable& table, std::vector<ColumnPlan>& plans, const Mapping& mapping)
      : table_(table), plans_(plans), mapping_(mapping) {}

  std::optional<HolderList> find() {
    if (mapping_.kind != EntityKind::tool || !mapping_.rows.empty() || !find_columns()) return std::nullopt;
    name_licences();
    if (!are_holders()) return std::nullopt;
    for (ColumnPlan& plan : plans_) settle(plan);
    return std::move(list_);
  }

 private:
  bool find_columns() {
    for (const ColumnPlan& plan : plans_) {
      if (plan.use == ColumnUse::person && plan.identifies) persons_.push_back(plan.index);
      if (plan.fills("name") && !tool_) tool_ = plan.index;
      if (plan.fills("vendor") || plan.fills("contract.ends")) telling_.push_back(plan.index);
      if (plan.fills("seats.purchased")) seats_ = plan.index;
      if (plan.use == ColumnUse::secret || (plan.use == ColumnUse::field && plan.rule.target.is_money()))
        telling_of_several_.push_back(plan.index);
      if (plan.fills("usage.last_activity_on")) list_.rule.last_used.push_back(heading(plan.index));
      if (plan.fills("status"))
        list_.rule.inactive.push_back({heading(plan.index), {not_active.begin(), not_active.end()}});
    }
    for (const std::size_t person : persons_) list_.rule.person.push_back(heading(person));
    if (tool_) list_.rule.tool = heading(*tool_);
    return tool_ && !persons_.empty();
  }

  const std::string& heading(std::size_t column) const { return table_.columns[column].name; }

  // Two licences of one product have different vendors, ends or, where a row is about all seats, prices.
  void name_licences() {
    const std::vector<RowReading> readings = read_rows(table_, plans_, mapping_.kind);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const RecordRow& row = table_.rows[i];
      std::string key;
      if (readings[i].kind == RowKind::entry && !is_placeholder(row.text(*tool_))) {
        key = lower_ascii(row.text(*tool_));
        for (const std::size_t column : telling_) key += end_of_part + row.text(column);
        if (seats_ && is_several(row.text(*seats_))) {
          has_several_ = true;
          key += end_of_part + row.text(*seats_);
          for (const std::size_t column : telling_of_several_) key += end_of_part + row.text(column);
        }
      }
      list_.licences.push_back(std::move(key));
    }
  }

  std::string person_of(const RecordRow& row) const {
    for (const std::size_t column : persons_) {
      if (const Cell* cell = row.find(column)) return lower_ascii(cell->text);
    }
    return {};
  }

  bool are_holders() {
    std::set<std::pair<std::string, std::string>> holders;
    std::size_t named = 0;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const std::string& licence = list_.licences[i];
      if (licence.empty()) continue;
      ++named;
      ++rows_of_[licence];
      holders.emplace(licence, person_of(table_.rows[i]));
    }
    std::size_t shared = 0;
    for (const auto& [licence, rows] : rows_of_) shared += rows > 1 ? rows : 0;
    return 2 * shared > named && 10 * holders.size() >= 9 * named;
  }

  void settle(ColumnPlan& plan) const {
    if (plan.use != ColumnUse::field && plan.use != ColumnUse::kept) return;
    const bool adds_up = plan.use == ColumnUse::field && is_added_up(plan);
    if (!adds_up && (is_of_holders(plan) || !says_one_thing(plan.index))) plan.use = ColumnUse::holder;
    if (adds_up && plan.rule.target.path == "pricing.unit_price" && !has_several_) price_rows(plan);
  }

  bool is_added_up(const ColumnPlan& plan) const {
    const Target& target = plan.rule.target;
    return plan.index == *tool_ || target.is_money() || target.field->kind == FieldKind::currency ||
           target.path == "user_teams";
  }

  static bool is_of_holders(const ColumnPlan& plan) {
    return plan.fills("status") || plan.fills("usage.last_activity_on") ||
           (plan.use == ColumnUse::field && plan.rule.target.names_tools());
  }

  // What a seat costs is what the row costs.
  static void price_rows(ColumnPlan& plan) {
    plan.per_seat = true;
    const Target unit = std::exchange(plan.rule.target, *find_target(EntityKind::tool, "cost"));
    for (auto& [path, text] : plan.rule.with) {
      if (path == unit.per) path = plan.rule.target.per;
    }
  }

  // Whether all rows of each licence that say something say the same.
  bool says_one_thing(std::size_t column) const {
    std::unordered_map<std::string_view, std::string_view> said;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const std::string_view text = table_.rows[i].text(column);
      if (list_.licences[i].empty() || text.empty()) continue;
      if (said.try_emplace(list_.licences[i], text).first->second != text) return false;
    }
    return true;
  }

  const RecordTable& table_;
  std::vector<ColumnPlan>& plans_;
  const Mapping& mapping_;
  HolderList list_;
  std::vector<std::size_t> persons_;
  std::optional<std::size_t> tool_;
  std::optional<std::size_t> seats_;
  bool has_several_ = false;  // rows that are about more than their holder's seat
  std::vector<std::size_t> telling_;
  std::vector<std::size_t> telling_of_several_;
  std::unordered_map<std::string, std::size_t> rows_of_;
};

}  // namespace

std::optional<HolderList> find_holders(const RecordTable& table, std::vector<ColumnPlan>& plans,
                                       const Mapping& mapping) {
  return HolderFinder(table, plans, mapping).find();
}

}  // namespace martech_audit::import
