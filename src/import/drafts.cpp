#include "import/drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/dates.h"
#include "base/placeholder.h"
#include "base/text.h"
#include "import/billing_periods.h"
#include "import/cells/words.h"
#include "import/connections.h"
#include "import/limit_check.h"
#include "import/payments.h"
#include "import/period_columns.h"
#include "import/row_kinds.h"
#include "import/tool_names.h"
#include "import/unread_cells.h"

namespace martech_audit::import {
namespace {

struct NoticeDate {
  const ColumnPlan* plan = nullptr;
  const Cell* cell = nullptr;
  Date day;
};

class DraftMaker {
 public:
  DraftMaker(const RecordTable& table, const std::vector<ColumnPlan>& plans, const MoneyPlan& money,
             const Mapping& mapping, Diagnostics& diagnostics)
      : table_(table),
        plans_(plans),
        planner_(plans),
        money_(money),
        mapping_(mapping),
        diagnostics_(diagnostics) {}

  Drafts make() {
    const std::vector<RowReading> readings = read_rows(table_, plans_, mapping_.kind);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const RecordRow& row = table_.rows[i];
      switch (readings[i].kind) {
        case RowKind::total:
          leave_out(row, "is a total");
          break;
        case RowKind::section:
          leave_out(row, "is the heading of a section");
          break;
        case RowKind::headings:
          leave_out(row, "repeats the headings");
          break;
        case RowKind::entry:
          if (pays_for_no_software(row)) break;
          add(row, planner_.plan(row), readings[i].section);
      }
    }
    if (mapping_.kind == EntityKind::tool) give_ids(drafts_.list);
    link_tools();
    name_payers();
    unread_.report(table_, diagnostics_);
    return std::move(drafts_);
  }

 private:
  std::string_view name_of(const PlannedRow& row) const {
    const std::string_view path = mapping_.kind == EntityKind::tool ? "name" : "vendor";
    for (const auto& [plan, cell] : row) {
      const bool names = plan->use == ColumnUse::field && plan->rule.target.path == path;
      if (names && !is_placeholder(cell->text) && !is_spreadsheet_error(cell->text)) return cell->text;
    }
    return {};
  }

  void leave_out(const RecordRow& row, std::string_view why) {
    LeftOut left{fmt::format("row {} {}", row.number, why)};
    for (const Cell& cell : row.cells) left.cells.emplace_back(table_.columns[cell.column].name, cell.text);
    drafts_.left_out.push_back(std::move(left));
  }

  bool pays_for_no_software(const RecordRow& row) {
    if (mapping_.kind != EntityKind::ledger) return false;
    const std::string_view category = foreign_category(table_, row);
    if (!category.empty()) leave_out(row, fmt::format("pays for '{}', no software", shorten(category, 40)));
    return !category.empty();
  }

  void add(const RecordRow& row, const PlannedRow& planned, std::string_view section) {
    if (mapping_.kind == EntityKind::tool && name_of(planned).empty()) {
      diagnostics_.warning(row.where, "this row has no name and is skipped",
                           "write the name in each row; merged cells keep it only in the first row");
      return leave_out(row, "has no name");
    }
    Draft draft{.fields = {}, .kept = {}, .where = row.where, .row = row.number};
    const auto currency = row_currency(planned);
    for (const auto& [plan, cell] : planned) {
      if (plan->use == ColumnUse::kept) {
        keep(draft, *plan, *cell);
      } else if (plan->use == ColumnUse::field) {
        fill(draft, *plan, *cell, currency);
      }
    }
    if (!section.empty() && mapping_.kind == EntityKind::tool && !draft.has("category"))
      set(draft, "category", std::string(section), {});
    finish(draft);
    drafts_.list.push_back(std::move(draft));
  }

  void keep(Draft& draft, const ColumnPlan& plan, const Cell& cell) {
    if (cell.text.empty() || cell.repeated) return;
    if (!draft.kept.try_emplace(plan.index, plan.key, Scalar{cell.text, cell.plain}).second) return;
    ++drafts_.columns[plan.index].kept;
  }

  void fill(Draft& draft, const ColumnPlan& plan, const Cell& cell, std::optional<Currency> currency) {
    const ColumnRule& rule = plan.rule;
    if (cell.repeated && stands_once(rule.target)) return;
    const auto [text, listed] = translate(rule, cell.text);
    if (cell.text.empty() && (!text || text->empty())) return;
    if (rule.keep) keep(draft, plan, cell);
    if (!text || text->empty()) return count_unknown(draft, plan, cell);
    if (rule.keep_others && !listed && !is_placeholder(*text)) return keep(draft, plan, cell);
    if (rule.target.field->kind == FieldKind::currency) return fill_currency(draft, plan, cell, *text);
    if (fill_cycle(draft, plan, cell, *text)) return;
    const auto last_day = rule.target.is_notice() ? day_in(*text, plan.order) : std::nullopt;
    if (last_day) return notice_.push_back({&plan, &cell, *last_day});
    const CellReading reading = read(plan, cell, *text, currency);
    if (!reading.problem.empty()) {
      report(draft, plan, cell, reading);
    } else if (reading.values.empty()) {
      count_unknown(draft, plan, cell);
    } else if (rule.target.names_tools()) {
      links_.push_back({drafts_.list.size(), &plan, &cell, reading.values.front()});
    } else {
      assign(draft, plan, cell, reading);
      if (reading.approximate && rule.target.is_notice()) keep(draft, plan, cell);  // what the contract says
    }
  }

  // The rows of one record share its words; its sums, counts and connections stand in the first alone.
  static bool stands_once(const Target& target) {
    return target.is_money() || target.names_tools() || counts_things(*target.field);
  }

  CellReading read(const ColumnPlan& plan, const Cell& cell, const std::string& text,
                   std::optional<Currency> currency) const {
    const Target& target = plan.rule.target;
    const bool plain = cell.plain && text == cell.text;
    if (target.is_money()) return read_amount(text, plain, plan, currency, money_);
    if (target.field->in_place && !cell.records.empty()) return read_connections(cell, target, plan.order);
    CellReading reading = read_cell(text, target, plan.order, plain);
    if (plan.rule.day_before) take_day_before(reading);
    return reading;
  }

  static void take_day_before(CellReading& reading) {
    for (FieldValue& value : reading.values) {
      for (Scalar& item : value.items)
        item.text = to_string(from_days(days_since_epoch(*parse_date(item.text)) - 1));
    }
  }

  // Tools may be named before their own rows come. Where one is not there, the whole cell is kept as text.
  void link_tools() {
    const ToolNames names(drafts_.list);
    for (Link& link : links_) {
      Draft& draft = drafts_.list[link.draft];
      std::vector<std::string> missing;
      FieldValue found = names.ids_of(link.value, draft.text("id"), missing);
      if (!missing.empty()) {
        report(draft, *link.plan, *link.cell,
               {{},
                fmt::format("no other tool is called {}", fmt::join(missing, " or ")),
                "use the names of those tools, separated by commas"});
      }
      if (missing.empty()) ++drafts_.columns[link.plan->index].filled;
      if (!found.items.empty()) add_links(draft, std::move(found));
    }
  }

  // Several columns may name connections.
  static void add_links(Draft& draft, FieldValue found) {
    const auto [at, is_new] = draft.fields.try_emplace(found.path, found);
    if (is_new) return;
    FieldValue& all = at->second;
    for (std::size_t i = 0; i < found.items.size(); ++i) {
      if (found.details[i].empty() && has_item(all, found.items[i].text)) continue;
      all.items.push_back(std::move(found.items[i]));
      all.details.push_back(std::move(found.details[i]));
    }
  }

  // The amounts of the row take the currency over: see finish().
  void fill_currency(Draft& draft, const ColumnPlan& plan, const Cell& cell, const std::string& text) {
    const CellReading reading = read_cell(text, plan.rule.target, {});
    if (!reading.problem.empty()) return report(draft, plan, cell, reading);
    if (reading.values.empty()) return count_unknown(draft, plan, cell);
    ++drafts_.columns[plan.index].filled;
    currency_ = {&plan, &cell, reading.values.front().items.front().text};
  }

  void count_unknown(const Draft& draft, const ColumnPlan& plan, const Cell& cell) {
    ++drafts_.columns[plan.index].unknown;
    drafts_.unknown[{plan.index, cell.text}].push_back(draft.row);
  }

  void report(Draft& draft, const ColumnPlan& plan, const Cell& cell, const CellReading& reading) {
    unread_.add(plan, cell, reading);
    ++drafts_.columns[plan.index].unread;
    draft.kept.try_emplace(plan.index, plan.key, Scalar{cell.text, cell.plain});
  }

  // Where another column has filled the field already, this one's cell is kept beside it.
  void assign(Draft& draft, const ColumnPlan& plan, const Cell& cell, const CellReading& reading) {
    ColumnCount& count = drafts_.columns[plan.index];
    if (plan.rule.target.is_money()) add_up(count, plan, reading);
    if (plan.part) return assign_part(draft, plan, cell, reading);
    if (draft.has(reading.values.front().path)) return keep(draft, plan, cell);
    if (const std::string problem = contradiction(draft, plan, reading); !problem.empty()) {
      return report(draft, plan, cell, {{}, problem, "give the period in only one of the two places"});
    }
    ++count.filled;
    if (reading.approximate) ++count.approximate;
    if (reading.day_count && count.day_counts++ == 0) {
      count.day_count = fmt::format("{} is {}", cell.text, reading.values.front().items.front().text);
    }
    for (const FieldValue& value : reading.values) draft.fields.try_emplace(value.path, value);
    for (const auto& [path, text] : plan.rule.with) set(draft, path, text, plan.order);
    origin_.insert_or_assign(reading.values.front().path, std::pair(&plan, &cell));
  }

  void assign_part(Draft& draft, const ColumnPlan& plan, const Cell& cell, const CellReading& reading) {
    const std::size_t before = drafts_.payments.size();
    const std::string problem = add_part(draft, plan, reading, drafts_.payments);
    if (!problem.empty()) return report(draft, plan, cell, {{}, problem, {}});
    if (drafts_.payments.size() > before) payer_.push_back(drafts_.list.size());
    ++drafts_.columns[plan.index].filled;
    for (const auto& [path, text] : plan.rule.with) set(draft, path, text, plan.order);
    origin_.insert_or_assign(reading.values.front().path, std::pair(&plan, &cell));
  }

  void drop_cost(Draft& draft) {
    const auto [plan, cell] = origin_.at("cost.amount");
    for (const char* path : {"cost.amount", "cost.currency", "cost.per"}) draft.fields.erase(path);
    report(draft, *plan, *cell, {{}, "with this the payments of the year are less than nothing", {}});
  }

  void name_payers() {
    for (std::size_t i = 0; i < payer_.size(); ++i) {
      const std::string id(drafts_.list[payer_[i]].text("id"));
      drafts_.payments[i].set("tool", id);
    }
    explain_refunds(drafts_.payments);
  }

  // "€99/mo" beside a column that says "year".
  static std::string contradiction(const Draft& draft, const ColumnPlan& plan, const CellReading& reading) {
    for (const FieldValue& value : reading.values) {
      if (value.path != plan.rule.target.per || !draft.has(value.path)) continue;
      const std::string_view said = draft.text(value.path);
      if (said != value.items.front().text)
        return fmt::format("this is for a {}, but {} is {}", value.items.front().text, value.path, said);
    }
    return {};
  }

  void add_up(ColumnCount& count, const ColumnPlan& plan, const CellReading& reading) {
    const Target& target = plan.rule.target;
    std::string code(money_.organisation.code());
    for (const FieldValue& value : reading.values) {
      if (value.path == target.currency) code = value.items[0].text;
    }
    const auto amount = Money::from(*Decimal::parse(reading.values[0].items[0].text), *Currency::parse(code));
    if (amount) count.sums[code] += amount->minor;
  }

  void set(Draft& draft, const std::string& path, const std::string& text,
           std::optional<DateOrder> order) const {
    const auto target =
        path.starts_with("x-") ? extra_target(path, "text") : find_target(mapping_.kind, path);
    CellReading reading = read_cell(text, *target, order);
    for (FieldValue& value : reading.values) draft.fields.try_emplace(value.path, std::move(value));
  }

  // The last day for notice is contract.ends less the days of notice.
  void count_notice(Draft& draft, const NoticeDate& notice) {
    const auto ends = parse_date(draft.text("contract.ends"));
    const auto days = ends ? days_since_epoch(*ends) - days_since_epoch(notice.day) : 0;
    if (!ends || days < 0) {
      const std::string problem = ends ? "this date is after contract.ends" : "the contract has no end date";
      return report(draft, *notice.plan, *notice.cell,
                    {{}, problem, "write the notice period in days, such as 60"});
    }
    const std::string& path = notice.plan->rule.target.path;
    assign(draft, *notice.plan, *notice.cell, {{{path, {{fmt::format("{}", days), true}}}}});
    keep(draft, *notice.plan, *notice.cell);
    ++drafts_.columns[notice.plan->index].notice_dates;
  }

  void finish(Draft& draft) {
    for (const NoticeDate& notice : std::exchange(notice_, {})) count_notice(draft, notice);
    if (draft.text("cost.amount").starts_with('-')) drop_cost(draft);
    for (const BrokenLimit& broken : broken_limits(draft, mapping_.kind)) {
      const auto [plan, cell] = origin_.at(broken.path);
      draft.fields.erase(broken.path);
      report(draft, *plan, *cell, {{}, broken.problem, {}});
      --drafts_.columns[plan->index].filled;
    }
    apply_defaults(draft, mapping_, mapping_.order);
    take_period_from_billing(draft);
    if (currency_.plan != nullptr && !has_amount_in(currency_.code, draft)) {
      --drafts_.columns[currency_.plan->index].filled;
      keep(draft, *currency_.plan, *currency_.cell);
    }
    currency_ = {};
    origin_.clear();
    cycle_ = {};
  }

  // Amounts in the organisation's currency do not name it.
  bool has_amount_in(std::string_view code, const Draft& draft) const {
    const bool own = code == money_.organisation.code();
    return std::any_of(draft.fields.begin(), draft.fields.end(), [&](const auto& field) {
      const std::string_view path = field.first;
      if (own) return path == "amount" || path.ends_with(".amount");
      return (path == "currency" || path.ends_with("currency")) && field.second.items.front().text == code;
    });
  }

  // The column of cycles may say more than contract.billing can.
  void take_period_from_billing(Draft& draft) {
    const auto said = cycle_ ? cycle_ : read_cycle(draft.text("contract.billing"));
    if (!said || !draft.has("cost.amount") || draft.has("cost.per") || draft.text("cost.amount") == "0")
      return;
    const auto grown = take_period(draft, *said, money_.organisation);
    if (!grown) return void(drafts_.periods_from_billing += draft.has("cost.per") ? 1 : 0);
    drafts_.added_by_cycles["cost.amount"][std::string(grown->currency.code())] += grown->minor;
    ++drafts_.taken_to_a_year;
    const auto [plan, cell] = origin_.at("cost.amount");
    keep(draft, *plan, *cell);
  }

  // A cycle such as "weekly" has no word among those of contract.billing and is kept.
  bool fill_cycle(Draft& draft, const ColumnPlan& plan, const Cell& cell, const std::string& text) {
    if (plan.rule.target.path != "contract.billing" || cycle_) return false;
    cycle_ = read_cycle(text);
    if (!cycle_ || !read_word(text, *plan.rule.target.field).empty()) return false;
    keep(draft, plan, cell);
    return true;
  }

  const RecordTable& table_;
  const std::vector<ColumnPlan>& plans_;
  RowPlanner planner_;
  const MoneyPlan& money_;
  const Mapping& mapping_;
  Diagnostics& diagnostics_;
  struct Link {
    std::size_t draft = 0;
    const ColumnPlan* plan = nullptr;
    const Cell* cell = nullptr;
    FieldValue value;
  };

  Drafts drafts_;
  std::vector<Link> links_;
  UnreadCells unread_;
  std::vector<std::size_t> payer_;  // the draft of each payment
  std::map<std::string, std::pair<const ColumnPlan*, const Cell*>>
      origin_;  // of the fields of the row at hand
  struct RowCurrency {
    const ColumnPlan* plan = nullptr;
    const Cell* cell = nullptr;
    std::string code = {};
  };
  std::vector<NoticeDate> notice_;     // of the row at hand
  std::optional<BillingCycle> cycle_;  // that the row at hand is paid in
  RowCurrency currency_;               // that the row at hand names
};

}  // namespace

Drafts make_drafts(const RecordTable& table, const std::vector<ColumnPlan>& plans, const MoneyPlan& money,
                   const Mapping& mapping, Diagnostics& diagnostics) {
  Drafts drafts = DraftMaker(table, plans, money, mapping, diagnostics).make();
  if (mapping.kind != EntityKind::ledger) return drafts;
  drafts.turned_signs = settle_signs(drafts.list);
  explain_refunds(drafts.list);
  return drafts;
}

}  // namespace martech_audit::import
