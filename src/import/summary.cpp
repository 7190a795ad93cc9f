#include "import/summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimals.h"
#include "base/text.h"

namespace martech_audit::import {
namespace {

// "6, 9-11": ascending numbers in short.
std::string ranges(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (std::size_t first = 0, next = 0; first < numbers.size(); first = next) {
    for (next = first + 1; next < numbers.size() && numbers[next] == numbers[next - 1] + 1;) ++next;
    text += fmt::format("{}{}", text.empty() ? "" : ", ", numbers[first]);
    if (next - first > 1) text += fmt::format("-{}", numbers[next - 1]);
  }
  return text;
}

std::string shown(std::string_view text) { return shorten(escape_controls(text), 40); }

// What a column's cells have become, in the words of the summary.
std::string fate(const ColumnPlan& plan, const ColumnCount& count) {
  switch (plan.use) {
    case ColumnUse::empty:
      return "empty";
    case ColumnUse::ignored:
      return "skipped by the mapping";
    case ColumnUse::person:
      return "skipped: personal data";
    case ColumnUse::holder:
      return "skipped: about the licence holders, who are only counted";
    case ColumnUse::summed:
      return "skipped: differs among rows that are one payment";
    case ColumnUse::secret:
      return "skipped: licence keys and secrets";
    case ColumnUse::kept:
      return fmt::format("kept as {}", plan.key);
    case ColumnUse::field:
      break;
  }
  std::string text = fmt::format("{}: {}", plan.rule.target.path, counted(count.filled, "cell"));
  if (count.approximate > 0) text += fmt::format(", {} approximate", count.approximate);
  if (count.unknown > 0) text += fmt::format(", {} unknown", count.unknown);
  if (count.kept > 0) text += fmt::format(", {} kept as {}", count.kept, plan.key);
  if (count.unread > 0) text += fmt::format(", {} not understood and kept as {}", count.unread, plan.key);
  return text;
}

class Summary {
 public:
  Summary(const ImportFacts& facts, const RecordTable& table, const std::vector<ColumnPlan>& plans,
          const Drafts& drafts, const Inventory& written)
      : facts_(facts), table_(table), plans_(plans), drafts_(drafts), written_(written) {}

  std::string text() {
    head();
    facts_.people ? people_columns() : columns();
    declared();
    not_known();
    assumptions();
    suggestions();
    totals();
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }

  void head() {
    std::string place;
    if (table_.header_row > 0) place = fmt::format(", headings in row {}", table_.header_row);
    std::string read = counted(records(), "record");
    if (records() != table_.rows.size() + facts_.joined)
      read += fmt::format(", {},", counted(table_.rows.size(), "row"));
    line(fmt::format("read {} from {}{}", read, shown(facts_.source), place));
    for (const std::string& remark : table_.remarks) line("  " + remark);
    const std::string_view beside = table_.header_row > 0 ? "above the headings" : "next to the list";
    for (const std::string& text : table_.banner)
      line(fmt::format("  left out {}: {}", beside, escape_controls(text)));
    if (facts_.profile != nullptr)
      line(fmt::format("profile {}: {}", facts_.profile->name, facts_.profile->summary));
    const bool ledger = facts_.kind == EntityKind::ledger;
    line(fmt::format(
        "wrote {}", ledger ? counted(drafts_.list.size(), "payment") : counted(drafts_.list.size(), "tool")));
    if (!drafts_.payments.empty()) line(fmt::format("wrote {}", counted(drafts_.payments.size(), "payment")));
    if (facts_.joined > 0)
      line(fmt::format("  {} joined others that agree in all but the amount: summed, and rounded once",
                       counted(facts_.joined, "row")));
    if (drafts_.grouped > 0)
      line(fmt::format("  {} of further licence holders: they are counted, and prices of their seats added",
                       counted(drafts_.grouped, "row")));
    for (const LeftOut& left : drafts_.left_out) {
      line("  left out: " + left.what);
      for (const auto& [heading, text] : left.cells)
        line(fmt::format("    {}: {}", shown(heading), escape_controls(text)));
    }
    same_names();
  }

  // A record of a list may have become several rows.
  std::size_t records() const {
    const bool one_a_row = table_.header_row > 0 || table_.rows.empty() || facts_.joined > 0;
    return one_a_row ? table_.rows.size() + facts_.joined : table_.rows.back().number;
  }

  static constexpr std::size_t most_ids = 10;  // of one name

  // Two lines of one product are two contracts, or one entered twice; people must see it.
  void same_names() {
    std::map<std::string, std::vector<std::string_view>> ids;
    for (const Draft& draft : drafts_.list) {
      if (draft.has("id")) ids[std::string(draft.text("name"))].push_back(draft.text("id"));
    }
    for (const auto& [name, list] : ids) {
      if (list.size() < 2) continue;
      const std::span<const std::string_view> first = std::span(list).first(std::min(list.size(), most_ids));
      line(fmt::format("  {} rows are called '{}': {}{}", list.size(), shown(name), fmt::join(first, ", "),
                       list.size() > most_ids ? ", …" : ""));
    }
  }

  void columns() {
    line("columns:");
    std::vector<const ColumnPlan*> in_order;
    for (const ColumnPlan& plan : plans_) in_order.push_back(&plan);
    std::sort(in_order.begin(), in_order.end(),
              [](const auto* a, const auto* b) { return a->index < b->index; });
    for (const ColumnPlan* plan : in_order) {
      const auto count = drafts_.columns.find(plan->index);
      line(fmt::format("  {} → {}{}", shown(table_.columns[plan->index].name),
                       fate(*plan, count == drafts_.columns.end() ? ColumnCount{} : count->second),
                       advice(*plan)));
    }
  }

  // Several contracts in one record are several entries, but only people know that they are that.
  std::string advice(const ColumnPlan& plan) const {
    std::size_t most = 0;
    for (const Cell* cell : cells_[plan.index]) most = std::max(most, cell->records.size());
    if (plan.use != ColumnUse::kept || most == 0 || table_.rows.size() != records()) return {};
    return fmt::format(", up to {} in a row; 'rows: {}' in a mapping makes each an entry",
                       counted(most, "record"), shown(table_.columns[plan.index].name));
  }

  void people_columns() {
    std::vector<std::string> names;
    for (const Column& column : table_.columns) names.push_back(shown(column.name));
    line(fmt::format("columns with personal data, only counts and dates kept: {}", fmt::join(names, ", ")));
  }

  void declared() {
    for (const Declaration& declaration : facts_.declared) {
      line(fmt::format("declared {} {}: '{}'", name(declaration.kind), declaration.id,
                       shown(declaration.title)));
    }
  }

  void not_known() {
    if (!drafts_.unknown.empty()) line("read as unknown:");
    for (const auto& [cell, rows] : drafts_.unknown) {
      line(fmt::format("  '{}' in {}: {} {}", shown(cell.second), shown(table_.columns[cell.first].name),
                       rows.size() == 1 ? "row" : "rows", ranges(rows)));
    }
  }

  void assumptions() {
    std::vector<std::string> texts = facts_.assumptions;
    for (const ColumnPlan& plan : plans_) {
      if (plan.order_reason.empty()) continue;
      std::string shows = fmt::format("'{}'", shown(plan.order_reason));
      if (plan.order_column) shows += fmt::format(" of '{}'", shown(table_.columns[*plan.order_column].name));
      texts.push_back(fmt::format("dates of '{}' are {}, as {} shows", shown(table_.columns[plan.index].name),
                                  name(*plan.order), shows));
    }
    for (const auto& [column, count] : drafts_.columns) {
      if (count.notice_dates > 0) {
        texts.push_back(fmt::format("{} of notice calculated from '{}' to contract.ends",
                                    counted(count.notice_dates, "period"),
                                    shown(table_.columns[column].name)));
      }
      if (count.day_counts == 0) continue;
      texts.push_back(fmt::format("{} of '{}' {}, in spreadsheet format: {}",
                                  counted(count.day_counts, "date"), shown(table_.columns[column].name),
                                  count.day_counts == 1 ? "is a number of days" : "are numbers of days",
                                  shown(count.day_count)));
    }
    if (drafts_.turned_signs) texts.push_back(*drafts_.turned_signs);
    if (drafts_.taken_to_a_year > 0)
      texts.push_back(fmt::format("{} taken from the billing cycle to a year of 52 weeks or 12 months",
                                  counted(drafts_.taken_to_a_year, "cost is", "costs are")));
    if (drafts_.periods_from_billing > 0) {
      texts.push_back(fmt::format("{} per billing period, because the cost columns have no period",
                                  counted(drafts_.periods_from_billing, "cost") +
                                      (drafts_.periods_from_billing == 1 ? " is" : " are")));
    }
    if (!texts.empty()) line("assumed:");
    for (const std::string& text : texts) line("  " + text);
    if (drafts_.without_period > 0) {
      line(fmt::format("{} without a period: set it in a mapping, such as defaults: {{cost.per: year}}",
                       counted(drafts_.without_period, "cost")));
    }
    if (drafts_.without_metric > 0) {
      line(
          fmt::format("{} no pricing metric: if the price is per seat, set it in a mapping, "
                      "such as defaults: {{pricing.metrics: seat}}",
                      counted(drafts_.without_metric, "seat count has", "seat counts have")));
    }
    if (drafts_.without_day > 0) {
      line(fmt::format("{} no measurement date: use --measured-on 2026-01-31",
                       counted(drafts_.without_day, "active-user count has", "active-user counts have")));
    }
  }

  void suggestions() {
    const auto& [known, ambiguous] = facts_.suggested;
    if (known > 0) {
      line(fmt::format("suggested as comments: category, vendor or pricing of {} from the catalogue",
                       counted(known, "product")));
    }
    if (ambiguous > 0) {
      line(fmt::format("to clarify (see comments): which product {} {}", counted(ambiguous, "tool"),
                       ambiguous == 1 ? "is" : "are"));
    }
  }

  void totals() {
    std::map<std::string, Sums> source;
    std::map<std::string, Target>
        targets;  // by where the amounts go, as are the sums: "cost" and "cost.amount
    for (const ColumnPlan& plan : plans_) {
      const auto count = drafts_.columns.find(plan.index);
      if (plan.use != ColumnUse::field || !plan.rule.target.is_money() || count == drafts_.columns.end())
        continue;
      for (const auto& [code, minor] : count->second.sums) source[plan.rule.target.amount][code] += minor;
      targets.try_emplace(plan.rule.target.amount, plan.rule.target);
    }
    if (!source.empty()) line("totals read and written:");
    for (const auto& [amount, sums] : source) {
      const Target& target = targets.at(amount);
      const Sums read_back = written(target);
      const auto again = drafts_.repeated.find(amount);
      std::string text = fmt::format("  {}: {} read, ", target.path, in_words(sums));
      Sums once = sums;
      if (drafts_.turned_signs) {
        for (auto& [code, minor] : once) minor = -minor;
      }
      if (again != drafts_.repeated.end()) {
        for (const auto& [code, minor] : again->second) once[code] -= minor;
        text += fmt::format("{} of them by further holders of the same licences, ", in_words(again->second));
      }
      if (const auto added = drafts_.added_by_cycles.find(amount); added != drafts_.added_by_cycles.end()) {
        for (const auto& [code, minor] : added->second) once[code] += minor;
        text += fmt::format("{} more by cycles taken to a year, ", in_words(added->second));
      }
      line(text + (read_back == once
                       ? again == drafts_.repeated.end() ? "same total written" : "the rest written"
                       : in_words(read_back) + " written; the rest is kept as x-…"));
    }
  }

  Sums written(const Target& target) const {
    Sums sums;
    for (const Record& record : written_.entities(facts_.kind)) {
      const Value amount = read(record, target.amount);
      const Value currency = read(record, target.currency);
      if (!amount.is(ValueKind::decimal) || !currency.is(ValueKind::string)) continue;
      const Decimal decimal = decimal_of(amount);
      const auto money = Money::from(decimal, *Currency::parse(currency.as_text()));
      if (money) sums[std::string(currency.as_text())] += money->minor;
    }
    return sums;
  }

  static std::string in_words(const Sums& sums) {
    std::string text;
    for (const auto& [code, minor] : sums) {
      text += fmt::format("{}{} {}", text.empty() ? "" : " + ",
                          Money{minor, *Currency::parse(code)}.to_string(), code);
    }
    return text.empty() ? "nothing" : text;
  }

  const ImportFacts& facts_;
  const RecordTable& table_;
  ColumnCells cells_ = cells_by_column(table_);
  const std::vector<ColumnPlan>& plans_;
  const Drafts& drafts_;
  const Inventory& written_;
  std::string out_;
};

}  // namespace

std::string summarise(const ImportFacts& facts, const RecordTable& table,
                      const std::vector<ColumnPlan>& plans, const Drafts& drafts, const Inventory& written) {
  return Summary(facts, table, plans, drafts, written).text();
}

}  // namespace martech_audit::import
