#include "import/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/dates.h"
#include "base/placeholder.h"
#include "base/text.h"
#include "import/cells/words.h"

namespace martech_audit::import {
namespace {

std::string default_of(const Mapping& mapping, std::string_view path) {
  for (const auto& [key, text] : mapping.defaults) {
    if (key == path) return text;
  }
  return {};
}

bool means(const Column& column, std::string_view field) {
  const Heading heading = read_heading(column.name);
  return heading.meaning != nullptr && heading.meaning->field == field;
}

// "Name" and "Title" are the person's in a list of people.
bool names_a_tool(const Column& column) {
  const std::string key = header_key(column.name);
  return means(column, "name") && key != "name" && key != "title";
}

struct DateColumn {
  std::size_t index;
  std::optional<DateOrder> order;
};

struct Person {
  std::optional<Date> last_used;
  bool assigned = false;
  bool inactive = false;
};

struct Tool {
  std::string name;
  std::map<std::string, Person> persons;
  Location where;
  std::size_t row = 0;
};

class PeopleCounter {
 public:
  PeopleCounter(const RecordTable& table, const PeopleRule& rule, const Mapping& mapping,
                Diagnostics& diagnostics, std::span<const std::string> keys)
      : table_(table), rule_(rule), mapping_(mapping), diagnostics_(diagnostics), keys_(keys) {}

  Drafts count() {
    find_columns();
    if (diagnostics_.has_errors()) return {};
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      keys_.empty() ? add(table_.rows[i]) : add(table_.rows[i], keys_[i]);
    }
    for (const Tool& tool : tools_) drafts_.list.push_back(draft_of(tool));
    for (Draft& draft : drafts_.list) apply_defaults(draft, mapping_, mapping_.order);
    give_ids(drafts_.list);
    leave_out(table_.rows.size() - excluded_ - unclear_, "with personal data, only counted");
    leave_out(excluded_, fmt::format("not counted: {}", conditions()));
    leave_out(unclear_, "not counted: no person or tool given");
    return std::move(drafts_);
  }

 private:
  void leave_out(std::size_t rows, const std::string& why) {
    if (rows > 0) drafts_.left_out.push_back({fmt::format("{} {}", counted(rows, "row"), why)});
  }

  // "Status is not Active"
  std::string conditions() const {
    std::vector<std::string> texts;
    for (const auto& [index, wanted] : only_)
      texts.push_back(fmt::format("{} is not {}", table_.columns[index].name, fmt::join(wanted, " or ")));
    return fmt::format("{}", fmt::join(texts, ", or "));
  }

  std::optional<std::size_t> column(const std::string& heading) {
    if (heading.empty()) return std::nullopt;
    const auto found = find_column(table_, heading);
    if (!found) {
      diagnostics_.error(table_.columns.front().where,
                         fmt::format("there is no column '{}' to count people by", heading));
    }
    return found;
  }

  void find_columns() {
    const ColumnCells cells = cells_by_column(table_);
    for (const std::string& heading : rule_.person) {
      if (const auto found = column(heading)) persons_.push_back(*found);
    }
    for (const std::string& heading : rule_.last_used) {
      const auto found = column(heading);
      std::string example;
      if (found)
        dates_.push_back({*found, mapping_.order ? mapping_.order : proven_order(cells[*found], example)});
    }
    only_ = conditions_of(rule_.only);
    inactive_ = conditions_of(rule_.inactive);
    tool_ = column(rule_.tool);
    removed_ = column(rule_.removed);
  }

  // A column and the texts that rows have there.
  using Condition = std::pair<std::size_t, std::vector<std::string>>;

  std::vector<Condition> conditions_of(const std::vector<RowsWith>& rows) {
    std::vector<Condition> conditions;
    for (const auto& [heading, texts] : rows) {
      if (const auto index = column(heading)) conditions.emplace_back(*index, texts);
    }
    return conditions;
  }

  static bool holds(const Condition& condition, const RecordRow& row) {
    const std::string key = header_key(row.text(condition.first));
    return std::any_of(condition.second.begin(), condition.second.end(),
                       [&](const std::string& text) { return header_key(text) == key; });
  }

  bool counts(const RecordRow& row) const {
    return std::all_of(only_.begin(), only_.end(), [&](const Condition& one) { return holds(one, row); });
  }

  bool is_inactive(const RecordRow& row) const {
    return std::any_of(inactive_.begin(), inactive_.end(),
                       [&](const Condition& one) { return holds(one, row); });
  }

  std::string person_of(const RecordRow& row) const {
    for (const std::size_t index : persons_) {
      if (const Cell* cell = row.find(index)) return lower_ascii(cell->text);
    }
    return {};
  }

  void add(const RecordRow& row) {
    const std::string name = tool_ ? row.text(*tool_) : default_of(mapping_, "name");
    const std::string person = person_of(row);
    if (!counts(row)) {
      ++excluded_;
      return;
    }
    if (is_placeholder(name) || person.empty()) {
      ++unclear_;
      diagnostics_.warning(row.where,
                           fmt::format("this row does not say {}, and is not counted",
                                       person.empty() ? "who it is about" : "which tool it is about"));
      return;
    }
    count(tool_named(lower_ascii(name), name, row), person, row);
  }

  void add(const RecordRow& row, const std::string& key) {
    const std::string person = person_of(row);
    if (!key.empty() && !is_placeholder(person)) count(tool_named(key, row.text(*tool_), row), person, row);
  }

  void count(Tool& tool, const std::string& person, const RecordRow& row) {
    Person& known = tool.persons[person];
    known.assigned = known.assigned || !removed_ || is_placeholder(row.text(*removed_));
    known.inactive = known.inactive || is_inactive(row);
    for (const DateColumn& date : dates_) {
      if (const Cell* cell = row.find(date.index)) read_date_of(*cell, date, known);
    }
  }

  Tool& tool_named(const std::string& key, const std::string& name, const RecordRow& row) {
    const auto [at, is_new] = index_.try_emplace(key, tools_.size());
    if (is_new) tools_.push_back({name, {}, row.where, row.number});
    return tools_[at->second];
  }

  void read_date_of(const Cell& cell, const DateColumn& column, Person& person) {
    CellReading reading =
        read_cell(cell.text, *find_target(EntityKind::tool, "usage.last_activity_on"), column.order);
    if (reading.day_count) reading = {{}, "this may be a spreadsheet date number", "write 2026-01-31"};
    if (!reading.problem.empty()) {
      diagnostics_.warning(
          cell.where,
          fmt::format("'{}' is not counted: {}", table_.columns[column.index].name, reading.problem),
          reading.hint);
    }
    if (reading.values.empty()) return;
    const Date day = *parse_date(reading.values[0].items[0].text);
    if (!person.last_used || *person.last_used < day) person.last_used = day;
    if (!newest_ || *newest_ < day) newest_ = day;
  }

  // The day of the count: the one that people say, unless the source knows a later one.
  std::optional<Date> counted_on() const {
    const auto said = parse_date(default_of(mapping_, "usage.measured_on"));
    return said && newest_ ? std::max(said, newest_) : newest_;
  }

  static bool is_active(const Person& person, Date day) {
    return person.assigned && !person.inactive && person.last_used &&
           days_since_epoch(*person.last_used) > days_since_epoch(day) - activity_window_days;
  }

  Draft draft_of(const Tool& tool) const {
    Draft draft{.fields = {}, .kept = {}, .where = tool.where, .row = tool.row};
    draft.set("name", tool.name);
    const auto day = counted_on();
    std::size_t assigned = 0;
    std::size_t active = 0;
    std::optional<Date> last;
    for (const auto& [key, person] : tool.persons) {
      assigned += person.assigned ? 1 : 0;
      active += day && is_active(person, *day) ? 1 : 0;
      if (person.last_used && (!last || *last < *person.last_used)) last = person.last_used;
    }
    if (!rule_.sign_ins) draft.set("seats.assigned", fmt::format("{}", assigned), true);
    if (!day) return draft;
    draft.set("usage.active", fmt::format("{}", active), true);
    if (last) draft.set("usage.last_activity_on", to_string(*last), true);
    draft.set("usage.evidence", rule_.evidence);
    draft.set("usage.measured_on", to_string(*day), true);
    draft.set("usage.window_days", fmt::format("{}", activity_window_days), true);
    return draft;
  }

  const RecordTable& table_;
  const PeopleRule& rule_;
  const Mapping& mapping_;
  Diagnostics& diagnostics_;
  std::span<const std::string> keys_;
  Drafts drafts_;
  std::vector<std::size_t> persons_;
  std::vector<DateColumn> dates_;
  std::vector<Condition> only_;
  std::vector<Condition> inactive_;
  std::size_t excluded_ = 0;  // rows that the rule does not want
  std::size_t unclear_ = 0;
  std::optional<std::size_t> tool_;
  std::optional<std::size_t> removed_;
  std::vector<Tool> tools_;
  std::map<std::string, std::size_t> index_;
  std::optional<Date> newest_;
};

}  // namespace

std::optional<PeopleRule> usual_people_rule(const RecordTable& table, const Mapping& mapping,
                                            const SourcePtr& source, Diagnostics& diagnostics) {
  PeopleRule rule;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (identifies_persons(table, i)) rule.person.push_back(column.name);
    if (rule.tool.empty() && names_a_tool(column)) rule.tool = column.name;
    if (means(column, "usage.last_activity_on")) rule.last_used.push_back(column.name);
  }
  if (!rule.tool.empty() || !default_of(mapping, "name").empty()) return rule;
  const Location where = table.columns.empty() ? Location{source, 0, 0} : table.columns.front().where;
  diagnostics.error(where, "this is a list of people, one per row, without a tool",
                    "name the tool in a mapping, such as defaults: {name: Slack}; people are only counted");
  return std::nullopt;
}

Drafts count_people(const RecordTable& table, const PeopleRule& rule, const Mapping& mapping,
                    Diagnostics& diagnostics) {
  return PeopleCounter(table, rule, mapping, diagnostics, {}).count();
}

Drafts count_people(const RecordTable& table, const PeopleRule& rule, const Mapping& mapping,
                    Diagnostics& diagnostics, std::span<const std::string> keys) {
  return PeopleCounter(table, rule, mapping, diagnostics, keys).count();
}

}  // namespace martech_audit::import
