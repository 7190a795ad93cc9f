#include "import/column_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/edit_distance.h"
#include "base/placeholder.h"
#include "base/text.h"
#include "import/cells/numbers.h"
#include "import/cells/private_text.h"
#include "import/cells/words.h"
#include "import/unique_names.h"

namespace martech_audit::import {
namespace {

constexpr std::size_t longest_key = 60;  // of a heading as x-…

using Keys = std::unordered_set<std::string>;

// As columns are told apart: by their keys.
template <class Headings, class HeadingOf>
Keys keys_of(const Headings& headings, HeadingOf heading_of) {
  Keys keys;
  for (const auto& each : headings) keys.insert(header_key(std::invoke(heading_of, each)));
  return keys;
}

// Different headings may have the same slug, or none at all.
std::string unique_key(std::string_view heading, std::size_t index, UniqueNames& taken) {
  std::string base = slug(heading);
  if (base == "unnamed" && lower_ascii(heading) != "unnamed") base = fmt::format("column-{}", index + 1);
  base = base.substr(0, longest_key);
  if (base.ends_with('-')) base.pop_back();
  return taken.add("x-" + base, [&](std::size_t copy) { return fmt::format("x-{}-{}", base, copy); });
}

class Planner {
 public:
  Planner(const RecordTable& table, const Mapping& mapping, Diagnostics& diagnostics)
      : table_(table), mapping_(mapping), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < mapping.columns.size(); ++i)
      rule_of_.emplace(header_key(mapping.columns[i].heading), i);
  }

  std::vector<ColumnPlan> plan() {
    check_headings();
    reserve_keys();
    for (std::size_t i = 0; i < table_.columns.size(); ++i) plans_.push_back(plan_of(i));
    settle_other_dates();
    std::stable_sort(plans_.begin(), plans_.end(),
                     [](const ColumnPlan& a, const ColumnPlan& b) { return a.rank < b.rank; });
    return std::move(plans_);
  }

 private:
  void check_headings() {
    std::vector<std::string_view> headings;
    for (const Column& column : table_.columns) headings.push_back(column.name);
    const Keys keys = keys_of(table_.columns, &Column::name);
    for (const ColumnRule& rule : mapping_.columns) {
      if (!rule.where || keys.contains(header_key(rule.heading))) continue;
      diagnostics_.error(rule.where, fmt::format("the source has no column '{}'", rule.heading),
                         [&] { return did_you_mean(rule.heading, headings); });
    }
  }

  // The x-… fields that people named are not for columns that are merely kept.
  void reserve_keys() {
    for (const ColumnRule& rule : mapping_.columns) {
      if (rule.target.is_extra()) keys_.take(rule.target.path);
    }
    for (const auto& [path, text] : mapping_.defaults) keys_.take(path);
  }

  ColumnPlan plan_of(std::size_t index) {
    const std::string& heading = table_.columns[index].name;
    ColumnPlan plan{.index = index, .key = unique_key(heading, index, keys_)};
    plan.rank = mapping_.columns.size() + header_names().size();
    if (cells_[index].empty()) {
      plan.use = ColumnUse::empty;
    } else if (ignored_.contains(header_key(heading))) {
      plan.use = ColumnUse::ignored;
    } else if (!merely_kept_.contains(header_key(heading))) {
      find_use(plan, heading);
    }
    if (plan.use == ColumnUse::field) {
      settle_dates(plan);
      plan.decimal_mark = shown_mark(index);
    }
    return plan;
  }

  void find_use(ColumnPlan& plan, const std::string& heading) {
    const std::string& meaning = table_.columns[plan.index].meaning;
    const std::string_view own = meaning.empty() ? own_heading(heading) : meaning;
    const Heading usual = read_heading(own);
    plan.currency = usual.currency;
    if (const auto rule = rule_of_.find(header_key(heading)); rule != rule_of_.end()) {
      plan.use = ColumnUse::field;
      plan.rule = mapping_.columns[rule->second];
      plan.rank = rule->second;
      return;
    }
    if (const PersonColumn person = person_column(own); person != PersonColumn::none) {
      plan.use = ColumnUse::person;
      plan.identifies = person == PersonColumn::identifies;
    } else if (is_secret(own)) {
      plan.use = ColumnUse::secret;
    } else if (usual.meaning != nullptr && mapping_.kind == EntityKind::tool) {
      use_usual_meaning(plan, usual);
    } else if (auto target = field_named(own)) {
      plan.use = ColumnUse::field;
      plan.rule.heading = heading;
      plan.rule.target = std::move(*target);
    } else {
      judge_by_cells(plan);
    }
  }

  // What no heading says: addresses of persons and keys of licences show in the cells.
  void judge_by_cells(ColumnPlan& plan) const {
    if (most_cells(plan.index, has_email) || identifies_persons(table_, plan.index)) {
      plan.use = ColumnUse::person;
      plan.identifies = true;
    } else if (most_cells(plan.index, is_licence_key)) {
      plan.use = ColumnUse::secret;
    }
  }

  // Numbers of a column are written in one way; nothing where its cells contradict each other.
  char shown_mark(std::size_t column) const {
    char shown = 0;
    for (const Cell* cell : cells_[column]) {
      const char mark = cell->plain ? char() : decimal_mark(cell->text);
      if (shown != 0 && mark != 0 && mark != shown) return 0;
      if (mark != 0) shown = mark;
    }
    return shown;
  }

  template <class Are>
  bool most_cells(std::size_t column, Are are) const {
    const auto count = std::count_if(cells_[column].begin(), cells_[column].end(),
                                     [&](const Cell* cell) { return are(cell->text); });
    return 2 * static_cast<std::size_t>(count) > cells_[column].size();
  }

  // "ends" among the rows of "contracts" is "contract.ends".
  std::optional<Target> field_named(std::string_view own) const {
    auto target = named_field(mapping_.kind, own);
    const std::string_view block = std::string_view(mapping_.rows).substr(mapping_.rows.rfind('.') + 1);
    if (target || !block.ends_with('s')) return target;
    return named_field(mapping_.kind, fmt::format("{}.{}", block.substr(0, block.size() - 1), own));
  }

  // Of what `rows` names, "contracts.endDate" is "endDate".
  std::string_view own_heading(std::string_view heading) const {
    const bool inside = !mapping_.rows.empty() && heading.starts_with(mapping_.rows + ".");
    return inside ? heading.substr(mapping_.rows.size() + 1) : heading;
  }

  // "Renewal" is a day, or says whether it is automatic.
  bool says_whether(std::size_t column, const Target& target) const {
    if (target.path != "contract.ends") return false;
    const Field& field = *find_target(EntityKind::tool, "contract.auto_renews")->field;
    return most_cells(column, [&](std::string_view text) { return read_yes_no(text, field).has_value(); });
  }

  void use_usual_meaning(ColumnPlan& plan, const Heading& usual) {
    const HeaderName& meaning = *usual.meaning;
    plan.use = ColumnUse::field;
    plan.rank = mapping_.columns.size() + static_cast<std::size_t>(&meaning - header_names().data());
    plan.rule.heading = table_.columns[plan.index].name;
    plan.rule.target = *find_target(EntityKind::tool, meaning.field);
    if (says_whether(plan.index, plan.rule.target))
      plan.rule.target = *find_target(EntityKind::tool, "contract.auto_renews");
    if (!meaning.with_field.empty()) plan.rule.with.emplace_back(meaning.with_field, meaning.with_value);
    if (meaning.with_field != plan.rule.target.per && !usual.per.empty() && !plan.rule.target.per.empty()) {
      plan.rule.with.emplace_back(plan.rule.target.per, usual.per);
    }
  }

  static bool has_dates(const Target& target) {
    return target.field->kind == FieldKind::date || target.is_notice();
  }

  // A column of dates is written in one way, so a cell that can be read only so speaks for the others.
  void settle_dates(ColumnPlan& plan) {
    if (!has_dates(plan.rule.target)) return;
    if (mapping_.order) {
      plan.order = mapping_.order;
      return;
    }
    std::string example;
    plan.order = proven_order(cells_[plan.index], example);
    if (plan.order) plan.order_reason = example;
  }

  // A sheet has one locale: columns that prove one order speak for those that prove none.
  void settle_other_dates() {
    const ColumnPlan* proven = nullptr;
    for (const ColumnPlan& plan : plans_) {
      if (!plan.order) continue;
      if (proven != nullptr && *proven->order != *plan.order) return;
      if (proven == nullptr) proven = &plan;
    }
    if (proven == nullptr) return;
    for (ColumnPlan& plan : plans_) {
      if (plan.use != ColumnUse::field || !has_dates(plan.rule.target) || plan.order ||
          !has_order(plan.index))
        continue;
      plan.order = proven->order;
      plan.order_reason = proven->order_reason;
      plan.order_column = proven->index;
    }
  }

  bool has_order(std::size_t column) const {
    return std::any_of(cells_[column].begin(), cells_[column].end(), [](const Cell* cell) {
      const DateReading reading = read_date(cell->text);
      return std::count_if(reading.by_order.begin(), reading.by_order.end(),
                           [](const auto& day) { return day.has_value(); }) > 1;
    });
  }

  const RecordTable& table_;
  const Mapping& mapping_;
  Diagnostics& diagnostics_;
  ColumnCells cells_ = cells_by_column(table_);
  std::vector<ColumnPlan> plans_;
  UniqueNames keys_;
  std::unordered_map<std::string, std::size_t> rule_of_;  // by the key of its heading, the first there is
  Keys ignored_ = keys_of(mapping_.ignore, std::identity());
  Keys merely_kept_ = keys_of(mapping_.keep, std::identity());
};

bool is_about_tools(std::string_view field) {
  return field != "name" && field != "status" && field != "user_teams" && field != "notes" &&
         field != "aliases" && field != "usage.last_activity_on" && field != "seats.purchased" &&
         field != "cost_centre" && field != "contract.starts";
}

}  // namespace

Translated translate(const ColumnRule& rule, const std::string& text) {
  if (text.empty()) return {rule.fallback.value_or(text), rule.fallback.has_value()};
  const std::string key = header_key(text);
  for (const auto& [from, to] : rule.values) {
    if (from == key) return {to, true};
  }
  return {text, false};
}

std::optional<Target> named_field(EntityKind kind, std::string_view heading) {
  return heading == "id" ? std::nullopt : find_target(kind, heading);
}

std::optional<std::size_t> find_column(const RecordTable& table, std::string_view heading) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name == heading) return i;
  }
  const std::string key = header_key(heading);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (header_key(table.columns[i].name) == key) return i;
  }
  return std::nullopt;
}

RowPlanner::RowPlanner(const std::vector<ColumnPlan>& plans) : plans_(plans), plan_of_(plans.size()) {
  for (std::size_t i = 0; i < plans.size(); ++i) {
    plan_of_[plans[i].index] = i;
    if (plans[i].rule.fallback) of_defaults_.push_back(i);
  }
}

PlannedRow RowPlanner::plan(const RecordRow& row) {
  PlannedRow planned;
  if (plans_.empty()) return planned;  // nothing is planned for people, who are only counted
  for (const Cell& cell : row.cells) planned.push_back({&plans_[plan_of_[cell.column]], &cell});
  for (const std::size_t i : of_defaults_) {
    if (row.find(plans_[i].index) == nullptr)
      planned.push_back({&plans_[i], &empty_.emplace_back(
                                         Cell{.text = {}, .where = row.where, .column = plans_[i].index})});
  }
  std::sort(planned.begin(), planned.end(),
            [](const PlannedCell& a, const PlannedCell& b) { return a.plan < b.plan; });
  return planned;
}

std::optional<DateOrder> proven_order(const std::vector<const Cell*>& cells, std::string& example) {
  std::optional<DateOrder> proven;
  for (const Cell* cell : cells) {
    const auto order = proven_order(read_date(cell->text));
    if (!order) continue;
    if (proven && *proven != *order) return std::nullopt;
    if (!proven) example = cell->text;
    proven = order;
  }
  return proven;
}

bool identifies_persons(const RecordTable& table, std::size_t column) {
  const std::string& heading = table.columns[column].name;
  if (!is_of_users(heading)) return person_column(heading) == PersonColumn::identifies;
  std::size_t filled = 0, names = 0;
  for (const RecordRow& row : table.rows) {
    const std::string& text = row.text(column);
    if (text.empty() || is_placeholder(text)) continue;
    ++filled;
    if (text.find_first_of("0123456789") == text.npos) ++names;
  }
  return 2 * names > filled;
}

namespace {

bool has_repeats(const RecordTable& table, std::size_t column) {
  std::set<std::string_view> texts;
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const RecordRow& row) { return !texts.insert(row.text(column)).second; });
}

}  // namespace

// Texts below "users" may be teams, unless a tool has several.
bool is_list_of_people(const RecordTable& table) {
  bool identified = false, perhaps = false, repeated = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& heading = table.columns[i].name;
    if (identifies_persons(table, i)) {
      (is_of_users(heading) ? perhaps : identified) = true;
    } else if (const HeaderName* const meaning = read_heading(heading).meaning; meaning != nullptr) {
      if (is_about_tools(meaning->field)) return false;
      if (meaning->field == "name") repeated = has_repeats(table, i);
    }
  }
  return identified || (perhaps && repeated);
}

std::vector<ColumnPlan> plan_columns(const RecordTable& table, const Mapping& mapping,
                                     Diagnostics& diagnostics) {
  return Planner(table, mapping, diagnostics).plan();
}

}  // namespace martech_audit::import
