#include "import/row_kinds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/placeholder.h"
#include "base/text.h"
#include "catalogue/categories.h"
#include "catalogue/products.h"
#include "import/cells/is_among.h"
#include "import/cells/money.h"
#include "import/cells/words.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

// As slug() spells them.
constexpr std::array total_words{"total"sv,  "totals"sv, "grandtotal"sv, "overalltotal"sv, "sum"sv,
                                 "summe"sv,  "gesamt"sv, "insgesamt"sv,  "gesamtsumme"sv,  "gesamtkosten"sv,
                                 "totale"sv, "totaal"sv, "tong"sv,       "suma"sv};
constexpr std::array subtotal_words{"subtotal"sv,  "subtotals"sv, "zwischensumme"sv, "soustotal"sv,
                                    "subtotale"sv, "subtotaal"sv, "teilsumme"sv};
// What a total may add without naming anything.
constexpr std::array padding_words{
    "all"sv,      "amount"sv,  "annual"sv, "budget"sv, "cong"sv,     "cost"sv,     "costs"sv,
    "general"sv,  "geral"sv,   "grand"sv,  "kosten"sv, "licences"sv, "licenses"sv, "monthly"sv,
    "of"sv,       "overall"sv, "per"sv,    "price"sv,  "seats"sv,    "software"sv, "spend"sv,
    "spending"sv, "the"sv,     "tools"sv,  "users"sv,  "year"sv,     "yearly"sv};

// "Sub-total" is one word.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (std::string& word : slug_words(name)) {
    const bool goes_on = !words.empty() && (words.back() == "sub" || words.back() == "sous");
    goes_on ? void(words.back() += word) : words.push_back(std::move(word));
  }
  return words;
}

enum class Named : std::uint8_t { otherwise, partly, subtotal, total };

bool is_padding(const std::string& word) {
  const bool is_number = word.find_first_not_of("0123456789") == word.npos;
  return is_number || is_among(padding_words, word) || read_currency(word);
}

// How much of a name says that it is a total.
Named named(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  const auto is_total = [](const std::string& word) { return is_among(total_words, word); };
  const auto is_subtotal = [](const std::string& word) { return is_among(subtotal_words, word); };
  const auto says = [&](const std::string& word) { return is_total(word) || is_subtotal(word); };
  if (std::none_of(words.begin(), words.end(), says)) return Named::otherwise;
  const auto adds = [&](const std::string& word) { return !says(word) && !is_padding(word); };
  if (std::none_of(words.begin(), words.end(), adds)) return Named::total;
  if (is_subtotal(words.front()) || is_subtotal(words.back())) return Named::subtotal;
  return is_total(words.front()) || is_total(words.back()) ? Named::partly : Named::otherwise;
}

// Sums of the numbers of a table's columns.
class ColumnSums {
 public:
  void add(std::size_t column, Decimal value) {
    auto& [sum, count] = sums_[column];
    sum += value.to_double();
    if (value.mantissa != 0) ++count;
  }
  // Of at least `entries` numbers.
  bool is(std::size_t column, Decimal value, std::size_t entries) const {
    const auto found = sums_.find(column);
    if (found == sums_.end() || found->second.second < entries) return false;
    constexpr double smallest = 0.005;  // half of a hundredth: sums of so many cells are that exact
    return std::abs(found->second.first - value.to_double()) < smallest;
  }
  void clear() { sums_.clear(); }

 private:
  std::map<std::size_t, std::pair<double, std::size_t>> sums_;
};

class RowReader {
 public:
  RowReader(const RecordTable& table, const std::vector<ColumnPlan>& plans, EntityKind kind)
      : table_(table), plan_of_(plans.size()), names_(kind == EntityKind::tool ? "name" : "vendor") {
    for (const ColumnPlan& plan : plans) plan_of_[plan.index] = &plan;
    for (const ColumnPlan& plan : plans) {
      if (names(plan)) name_columns_.push_back(plan.index);
    }
  }

  std::vector<RowReading> read() {
    const bool has_sections = table_.header_row > 0 && are_sections();
    std::string_view section;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      RowReading reading{kind_of(i, has_sections)};
      if (reading.kind == RowKind::section) section = name_of(table_.rows[i]);
      if (reading.kind == RowKind::entry) {
        reading.section = section;
        add_up(table_.rows[i]);
      } else {
        block_.clear();
      }
      readings_.push_back(reading);
    }
    return std::move(readings_);
  }

 private:
  bool names(const ColumnPlan& plan) const {
    return plan.use == ColumnUse::field && plan.rule.target.path == names_;
  }

  std::string_view name_of(const RecordRow& row) const {
    for (const std::size_t column : name_columns_) {
      const std::string_view text = row.text(column);
      if (!is_placeholder(text) && !is_spreadsheet_error(text)) return text;
    }
    return {};
  }

  RowKind kind_of(std::size_t i, bool has_sections) const {
    const RecordRow& row = table_.rows[i];
    if (repeats_headings(row)) return RowKind::headings;
    if (is_total(i)) return RowKind::total;
    return has_sections && is_name_alone(i) ? RowKind::section : RowKind::entry;
  }

  // As in a sheet that was printed page by page. A second "Notes" is the column "Notes (2)".
  bool repeats_headings(const RecordRow& row) const {
    return table_.header_row > 0 && row.cells.size() > 1 &&
           std::all_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
             return table_.columns[cell.column].name.starts_with(cell.text);
           });
  }

  bool is_total(std::size_t i) const {
    const RecordRow& row = table_.rows[i];
    const std::string_view name = name_of(row);
    const Named how = named(name.substr(0, name.find('(')));
    if (how == Named::total || (name.empty() && says_total(row))) return true;
    if (table_.header_row == 0 || has_words(row)) return false;
    if (how == Named::subtotal) return true;
    if (how == Named::partly) return is_sum(row, 1, 1);
    return is_sum(row, least_summed, is_last_of_block(i) ? 1 : 2) && !is_product(name);
  }

  // Without a name, another cell may call the row a total.
  static bool says_total(const RecordRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return named(cell.text) == Named::total; });
  }

  static bool is_product(std::string_view name) {
    return catalogue::find_product({.names = {name}, .vendor = {}, .url = {}}).sure;
  }

  static constexpr std::size_t least_summed = 3;  // two amounts may well add up to a third by chance

  // Whether it says anything in words beside its name.
  bool has_words(const RecordRow& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      if (std::find(name_columns_.begin(), name_columns_.end(), cell.column) != name_columns_.end())
        return false;
      return !is_placeholder(cell.text) && !number_in(cell);
    });
  }

  bool is_last_of_block(std::size_t i) const {
    return i + 1 == table_.rows.size() || table_.rows[i + 1].number > table_.rows[i].number + 1;
  }

  // Whether at least `columns` numbers of the row, and all of its amounts, are sums of so many entries: of
  // all above it, or of those since the last row that is none.
  bool is_sum(const RecordRow& row, std::size_t entries, std::size_t columns) const {
    std::size_t sums = 0;
    for (const Cell& cell : row.cells) {
      const auto value = number_in(cell);
      if (!value || value->mantissa == 0) continue;
      const bool fits = all_.is(cell.column, *value, entries) || block_.is(cell.column, *value, entries);
      if (!fits && is_money(cell)) return false;
      if (fits) ++sums;
    }
    return sums >= columns;
  }

  void add_up(const RecordRow& row) {
    for (const Cell& cell : row.cells) {
      const auto value = number_in(cell);
      if (!value) continue;
      all_.add(cell.column, *value);
      block_.add(cell.column, *value);
    }
  }

  bool is_money(const Cell& cell) const {
    const ColumnPlan* plan = cell.column < plan_of_.size() ? plan_of_[cell.column] : nullptr;
    return plan != nullptr && plan->use == ColumnUse::field && plan->rule.target.is_money();
  }

  std::optional<Decimal> number_in(const Cell& cell) const {
    constexpr std::size_t longest = 40;
    const bool may_be =
        cell.text.size() <= longest && cell.text.find_first_of("0123456789") != cell.text.npos;
    const ColumnPlan* plan = cell.column < plan_of_.size() ? plan_of_[cell.column] : nullptr;
    const char mark = plan == nullptr ? char() : plan->decimal_mark;
    return may_be ? read_money(cell.text, Currency(), mark).amount : std::nullopt;
  }

  bool is_name_alone(std::size_t i) const {
    const RecordRow& row = table_.rows[i];
    return row.cells.size() == 1 && !name_of(row).empty() && i + 1 < table_.rows.size() &&
           table_.rows[i + 1].cells.size() > 1;
  }

  // Whether rows that are a name alone are sections: see the header.
  bool are_sections() const {
    bool is_shown = false;
    bool is_first = true;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (repeats_headings(table_.rows[i])) continue;
      const bool alone = is_name_alone(i);
      if (std::exchange(is_first, false) && !alone) return false;
      if (!alone) continue;
      const std::string_view name = name_of(table_.rows[i]);
      if (is_product(name)) return false;
      const bool has_gap = i > 0 && table_.rows[i].number > table_.rows[i - 1].number + 1;
      is_shown = is_shown || has_gap || catalogue::category_named(name) != nullptr || has_subtotal(i);
    }
    return is_shown;
  }

  bool has_subtotal(std::size_t section) const {
    const std::string_view name = name_of(table_.rows[section]);
    for (std::size_t i = section + 1; i < table_.rows.size() && !is_name_alone(i); ++i) {
      const std::string_view other = name_of(table_.rows[i]);
      if (named(other) != Named::otherwise && other.find(name) != other.npos) return true;
    }
    return false;
  }

  const RecordTable& table_;
  std::vector<const ColumnPlan*> plan_of_;
  std::string_view names_;  // path of the field that names an entry
  std::vector<std::size_t> name_columns_;
  std::vector<RowReading> readings_;
  ColumnSums all_;
  ColumnSums block_;  // since the last row that is no entry
};

}  // namespace

std::vector<RowReading> read_rows(const RecordTable& table, const std::vector<ColumnPlan>& plans,
                                  EntityKind kind) {
  return RowReader(table, plans, kind).read();
}

}  // namespace martech_audit::import
