#include "import/headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/dates.h"
#include "import/cells/calendar_parts.h"
#include "import/cells/dates.h"
#include "import/cells/money.h"
#include "import/cells/private_text.h"
#include "import/header_names.h"

namespace martech_audit::import {
namespace {

// A number, a day, an address: what headings are not, but for years and months.
bool is_data(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (has_email(text)) return true;
  if (text.size() > longest || text.find_first_of("0123456789") == text.npos) return false;
  if (!parse_date(text) && read_calendar_part(text)) return false;
  return read_money(text, Currency()).amount || read_date(text).date.has_value();
}

bool has_data(const RecordRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return is_data(cell.text); });
}

bool are_distinct(const RecordRow& row) {
  std::set<std::string> keys;
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [&](const Cell& cell) { return keys.insert(header_key(cell.text)).second; });
}

bool is_same(const RecordRow& a, const RecordRow& b) {
  return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                    [](const Cell& x, const Cell& y) { return x.column == y.column && x.text == y.text; });
}

class HeadingFinder {
 public:
  HeadingFinder(const std::vector<RecordRow>& rows, const TableOptions& options)
      : rows_(rows), options_(options), searched_(std::min(rows.size(), rows_searched)) {}

  std::optional<HeadingRows> find() const {
    const auto best = most_known();
    if (!best) return std::nullopt;
    const std::size_t row = earlier_than(*best);
    if (joins(row, row + 1)) return HeadingRows{row, row + 1};
    if (row > 0 && joins(row - 1, row)) return HeadingRows{row - 1, row};
    return HeadingRows{row, row};
  }

 private:
  // One known word alone may be a title ("Software"), or a cell below headings that are not known.
  std::optional<std::size_t> most_known() const {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    bool below_others = false;
    for (std::size_t i = 0; i < searched_; ++i) {
      const std::size_t known = known_in(i);
      const bool title = rows_[i].width == 1 && i + 1 < rows_.size() && rows_[i + 1].width != 1;
      const bool single = known == 1 && (title || below_others);
      below_others = below_others || rows_[i].used() > 2;
      if (known > most && !single) {
        best = i;
        most = known;
      }
    }
    return best;
  }

  // Known words that a column has several times are its data, unless the whole row comes again.
  std::size_t known_in(std::size_t i) const {
    const RecordRow& row = rows_[i];
    std::vector<const RecordRow*> others;
    for (std::size_t below = i + 1; below < searched_; ++below) {
      if (!is_same(row, rows_[below])) others.push_back(&rows_[below]);
    }
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      return options_.is_known_heading(cell.text) && !comes_again(cell, others);
    }));
  }

  static bool comes_again(const Cell& cell, const std::vector<const RecordRow*>& rows) {
    const std::string key = header_key(cell.text);
    return std::any_of(rows.begin(), rows.end(), [&](const RecordRow* row) {
      const Cell* other = row->find(cell.column);
      return other != nullptr && header_key(other->text) == key;
    });
  }

  std::size_t earlier_than(std::size_t best) const {
    constexpr std::size_t hardly_by_chance = 3;
    if (!has_data(rows_[best]) && (has_other_type_below(best) || known_in(best) >= hardly_by_chance))
      return best;
    for (std::size_t i = 0; i < best; ++i) {
      const RecordRow& row = rows_[i];
      const bool is_full = row.cells.size() > 1 && row.cells.size() >= rows_[best].cells.size();
      if (is_full && !has_data(row) && are_distinct(row)) return i;
    }
    return best;
  }

  // A text above numbers or days is a heading.
  bool has_other_type_below(std::size_t heading) const {
    const RecordRow& row = rows_[heading];
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      std::size_t data = 0;
      std::size_t filled = 0;
      for (std::size_t i = heading + 1; i < searched_; ++i) {
        const Cell* below = rows_[i].find(cell.column);
        if (below == nullptr) continue;
        ++filled;
        data += is_data(below->text) ? 1 : 0;
      }
      return !is_data(cell.text) && 2 * data > filled;
    });
  }

  bool joins(std::size_t upper, std::size_t lower) const {
    if (lower >= rows_.size() || rows_[lower].number != rows_[upper].number + 1) return false;
    if (has_data(rows_[upper]) || has_data(rows_[lower]) || rows_[upper].cells.size() < 2) return false;
    if (rows_[upper].cells.size() >= rows_[lower].cells.size() && !fills_gaps(upper, lower)) return false;
    const auto known = [&](std::size_t first, std::size_t last) {
      return known_headings(headings_of(rows_, {first, last}, 0, options_), options_);
    };
    return known(upper, lower) > std::max(known(upper, upper), known(lower, lower));
  }

  // The lower row has texts where the upper one goes on without: "Cost", "" over "2025", "2026".
  bool fills_gaps(std::size_t upper, std::size_t lower) const {
    const auto& cells = rows_[lower].cells;
    return std::any_of(cells.begin(), cells.end(),
                       [&](const Cell& cell) { return rows_[upper].find(cell.column) == nullptr; });
  }

  const std::vector<RecordRow>& rows_;
  const TableOptions& options_;
  std::size_t searched_;
};

// "Used" below "Licences" are those that somebody uses; "licences used" may be those that are given out.
std::string meaning_of(std::string_view group, std::string_view own) {
  const std::string key = header_key(own);
  const bool uses = key == "used" || key == "inuse" || key == "genutzt";
  return uses ? fmt::format("active {}", group) : std::string();
}

Column below_group(const Cell* group, const Cell& own, const TableOptions& options) {
  if (group == nullptr) return {own.text, own.where};
  std::string both = fmt::format("{} {}", group->text, own.text);
  const bool better = options.is_known_heading(both) || !options.is_known_heading(own.text);
  if (!better) return {own.text, own.where};
  return {std::move(both), own.where, meaning_of(group->text, own.text)};
}

}  // namespace

std::size_t known_headings(const std::vector<Column>& columns, const TableOptions& options) {
  return static_cast<std::size_t>(std::count_if(columns.begin(), columns.end(), [&](const Column& column) {
    return options.is_known_heading(column.name);
  }));
}

std::optional<HeadingRows> find_headings(const std::vector<RecordRow>& rows, const TableOptions& options) {
  return HeadingFinder(rows, options).find();
}

std::vector<Column> headings_of(const std::vector<RecordRow>& rows, const HeadingRows& at, std::size_t count,
                                const TableOptions& options) {
  const RecordRow& upper = rows[at.first];
  const RecordRow& lower = rows[at.last];
  std::vector<Column> columns;
  const Cell* group = nullptr;
  for (std::size_t i = 0; i < std::max({count, upper.used(), lower.used()}); ++i) {
    const Cell* above = at.first == at.last ? nullptr : upper.find(i);
    const Cell* own = lower.find(i);
    if (above != nullptr) group = above;
    if (own != nullptr) {
      columns.push_back(below_group(group, *own, options));
    } else if (above != nullptr) {
      columns.push_back({above->text, above->where});
    } else {
      columns.push_back({fmt::format("column {}", i + 1), lower.where});
    }
  }
  return columns;
}

}  // namespace martech_audit::import
