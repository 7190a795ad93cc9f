#include "import/name_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/placeholder.h"
#include "base/text.h"
#include "import/cells/dates.h"
#include "import/cells/is_among.h"
#include "import/cells/money.h"
#include "import/cells/private_text.h"
#include "import/cells/words.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

// Last words of headings of names, as keys.
constexpr std::array naming_words{"name"sv, "names"sv,  "title"sv, "bezeichnung"sv,
                                  "nom"sv,  "nombre"sv, "nome"sv,  "naam"sv};

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || byte >= 0x80;
  });
}

// A short text that is no sentence, code, number, day, address or link. "INV-12" is a code.
bool may_be_a_name(std::string_view text) {
  constexpr std::size_t longest = 60;
  const bool has_digit = text.find_first_of("0123456789") != text.npos;
  if (text.size() > longest || text.find('\n') != text.npos || text.ends_with('.')) return false;
  if (text.find("://") != text.npos || has_email(text) || is_spreadsheet_error(text)) return false;
  if (!has_digit) return true;
  return has_letter(text) && !read_money(text, Currency()).amount && !read_date(text).date;
}

class NameChooser {
 public:
  NameChooser(const RecordTable& table, std::vector<ColumnPlan>& plans, const Mapping& mapping)
      : table_(table), plans_(plans), mapping_(mapping) {}

  NameColumn choose() {
    if (is_mapped()) return {true};
    const auto first = std::find_if(plans_.begin(), plans_.end(), is_name);
    if (first == plans_.end()) return without_name();
    const auto fullest = std::max_element(first, plans_.end(), [&](const ColumnPlan& a, const ColumnPlan& b) {
      return name_fill(a) < name_fill(b);
    });
    if (2 * filled(*fullest) < table_.rows.size()) {
      if (ColumnPlan* better = best_unexplained(); better != nullptr && is_full(*better))
        return take(*better);
    }
    if (2 * filled(*first) < filled(*fullest)) std::rotate(first, fullest, std::next(fullest));
    return {true};
  }

 private:
  static bool is_name(const ColumnPlan& plan) { return plan.fills("name"); }

  bool is_mapped() const {
    return std::any_of(mapping_.columns.begin(), mapping_.columns.end(), [&](const ColumnRule& rule) {
      return rule.target.path == "name" && find_column(table_, rule.heading).has_value();
    });
  }

  std::size_t name_fill(const ColumnPlan& plan) const { return is_name(plan) ? filled(plan) : 0; }

  std::size_t filled(const ColumnPlan& plan) const {
    const auto& cells = cells_[plan.index];
    return static_cast<std::size_t>(std::count_if(
        cells.begin(), cells.end(), [](const Cell* cell) { return !is_placeholder(cell->text); }));
  }

  std::size_t distinct(const ColumnPlan& plan) const {
    std::unordered_set<std::string> keys;
    for (const Cell* cell : cells_[plan.index]) {
      if (!is_placeholder(cell->text)) keys.insert(header_key(cell->text));
    }
    return keys.size();
  }

  bool is_full(const ColumnPlan& plan) const { return 10 * distinct(plan) >= 9 * table_.rows.size(); }

  NameColumn without_name() {
    const auto keys = std::find_if(plans_.begin(), plans_.end(),
                                   [&](const ColumnPlan& plan) { return table_.keyed && plan.index == 0; });
    if (keys != plans_.end()) return call_name(*keys), NameColumn{true};
    const auto vendor = std::find_if(plans_.begin(), plans_.end(),
                                     [](const ColumnPlan& plan) { return plan.fills("vendor"); });
    ColumnPlan* other = best_unexplained();
    if (other != nullptr && vendor == plans_.end() && !is_called_name(*other)) other = nullptr;
    if (other != nullptr && (vendor == plans_.end() || goes_before(*other, *vendor))) return take(*other);
    if (vendor == plans_.end()) return {};
    call_name(*vendor);
    return {true};
  }

  // A vendor goes before a text that is no better, unless that is called a name.
  bool goes_before(const ColumnPlan& plan, const ColumnPlan& vendor) const {
    const std::size_t texts = distinct(plan);
    const std::size_t vendors = distinct(vendor);
    return texts > vendors || (texts == vendors && is_called_name(plan));
  }

  ColumnPlan* best_unexplained() {
    ColumnPlan* best = nullptr;
    std::pair<bool, std::size_t> most{};
    for (ColumnPlan& plan : plans_) {
      if (plan.use != ColumnUse::kept || !has_names(plan)) continue;
      const std::pair worth(is_called_name(plan), distinct(plan));
      const bool is_better = best == nullptr || worth > most || (worth == most && plan.index < best->index);
      if (!is_better) continue;
      best = &plan;
      most = worth;
    }
    return best;
  }

  bool has_names(const ColumnPlan& plan) const {
    const auto& cells = cells_[plan.index];
    const auto names =
        std::count_if(cells.begin(), cells.end(), [](const Cell* cell) { return may_be_a_name(cell->text); });
    return 10 * static_cast<std::size_t>(names) >= 9 * cells.size() && distinct(plan) > 0;
  }

  bool is_called_name(const ColumnPlan& plan) const {
    const std::vector<std::string> words = slug_words(table_.columns[plan.index].name);
    return !words.empty() && is_among(naming_words, words.back());
  }

  static void call_name(ColumnPlan& plan) {
    plan.use = ColumnUse::field;
    plan.rule.target = *find_target(EntityKind::tool, "name");
  }

  NameColumn take(ColumnPlan& plan) {
    for (ColumnPlan& other : plans_) {
      if (is_name(other)) other.use = ColumnUse::kept;
    }
    call_name(plan);
    const std::string_view heading = table_.columns[plan.index].name;
    return {true,
            fmt::format("the names of the tools are those of '{}', the fullest column of different texts; to "
                        "take another, name it in a mapping: columns: {{Your heading: name}}",
                        shorten(escape_controls(heading), 40))};
  }

  const RecordTable& table_;
  std::vector<ColumnPlan>& plans_;
  const Mapping& mapping_;
  ColumnCells cells_ = cells_by_column(table_);
};

}  // namespace

NameColumn settle_name_column(const RecordTable& table, std::vector<ColumnPlan>& plans,
                              const Mapping& mapping) {
  return NameChooser(table, plans, mapping).choose();
}

}  // namespace martech_audit::import
