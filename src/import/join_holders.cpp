#include "import/join_holders.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "import/cells/cycles.h"
#include "import/cells/numbers.h"
#include "import/people.h"

namespace martech_audit::import {
namespace {

struct Price {
  std::string amount;
  std::string per;
};

// The rows of one licence.
struct Licence {
  Draft tool;
  std::vector<Price> prices;  // of seats
  std::size_t seats = 0;      // that have a price, or are said to be one
};

// Of month, quarter or year; 0 of what is paid once, or nobody knows how often.
std::int64_t times_a_year(std::string_view per) { return read_cycle(per).value_or(BillingCycle{}).payments; }

bool is_about_all_seats(const Draft& row) {
  return row.has("seats.purchased") && row.text("seats.purchased") != "1";
}

class HolderJoiner {
 public:
  HolderJoiner(Drafts rows, const HolderList& list, const RecordTable& table, const Mapping& mapping,
               const MoneyPlan& money, Diagnostics& diagnostics)
      : drafts_(std::move(rows)),
        list_(list),
        table_(table),
        mapping_(mapping),
        money_(money),
        diagnostics_(diagnostics) {}

  Drafts join() {
    std::vector<Draft> rows = std::exchange(drafts_.list, {});
    const std::size_t count = rows.size();
    index_rows();
    for (Draft& row : rows) add(std::move(row));
    for (Licence& licence : licences_) {
      add_prices(licence);
      drafts_.list.push_back(std::move(licence.tool));
    }
    count_holders();
    give_ids(drafts_.list);
    drafts_.grouped = count - drafts_.list.size();
    return std::move(drafts_);
  }

 private:
  void index_rows() {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) at_.emplace(table_.rows[i].number, i);
    keys_.resize(table_.rows.size());
  }

  // Prices in other currencies, or paid once, cannot be added to those of a month or a year.
  static std::string kind_of_price(const Draft& row) {
    const std::string_view per = row.text("cost.per");
    return fmt::format("|{}|{}", row.text("cost.currency"), times_a_year(per) > 0 ? "" : per);
  }

  void add(Draft row) {
    if (row.text("id").starts_with(id_from(row.text("name"), EntityKind::tool))) row.fields.erase("id");
    const std::size_t i = at_.at(row.row);
    keys_[i] = list_.licences[i] + kind_of_price(row);
    const auto [at, is_new] = licence_of_.try_emplace(keys_[i], licences_.size());
    if (is_new) licences_.emplace_back();
    Licence& licence = licences_[at->second];
    if (!is_about_all_seats(row)) {
      take_price(licence, row);
    } else if (!is_new) {
      note_repeated(row);
    }
    if (!is_new) return unite(licence.tool, row);
    licence.tool = std::move(row);
  }

  static void take_price(Licence& licence, Draft& row) {
    const bool priced = row.has("cost.amount");
    if (priced || row.has("seats.purchased")) ++licence.seats;
    if (!priced) return;
    licence.prices.push_back({std::string(row.text("cost.amount")), std::string(row.text("cost.per"))});
  }

  // What the rows before have said already.
  void note_repeated(const Draft& row) {
    for (const std::string_view path : {"cost", "pricing.unit_price"}) {
      const std::string amount = fmt::format("{}.amount", path);
      const std::string currency = fmt::format("{}.currency", path);
      if (!row.has(amount)) continue;
      const std::string_view code = row.has(currency) ? row.text(currency) : money_.organisation.code();
      const auto money = Money::from(*Decimal::parse(row.text(amount)), *Currency::parse(code));
      if (money) drafts_.repeated[amount][std::string(code)] += money->minor;
    }
  }

  static void unite(Draft& tool, Draft& row) {
    for (auto& [path, value] : row.fields) {
      const auto [known, is_first] = tool.fields.try_emplace(path, value);
      if (is_first || !value.list) continue;
      for (const Scalar& item : value.items) {
        if (!has_item(known->second, item.text)) known->second.items.push_back(item);
      }
    }
    tool.kept.insert(row.kept.begin(), row.kept.end());
  }

  template <class Member>
  static bool is_same(const Licence& licence, Member member) {
    return std::all_of(licence.prices.begin(), licence.prices.end(),
                       [&](const Price& price) { return price.*member == licence.prices.front().*member; });
  }

  // As they are where all are for one period, else by the year.
  void add_prices(Licence& licence) {
    Draft& tool = licence.tool;
    if (licence.seats > 0) tool.set("seats.purchased", fmt::format("{}", licence.seats), true);
    if (licence.prices.empty()) return;
    const bool by_year = !is_same(licence, &Price::per);
    if (!by_year && is_same(licence, &Price::amount)) keep_unit_price(tool, licence.prices.front());
    tool.fields.try_emplace("pricing.metrics", FieldValue{"pricing.metrics", {{"seat", false}}, true});
    std::optional<Decimal> sum = Decimal{};
    for (const Price& price : licence.prices) {
      for (std::int64_t i = by_year ? times_a_year(price.per) : 1; i > 0 && sum; --i)
        sum = sum_of(*sum, *Decimal::parse(price.amount));
    }
    if (!sum) return diagnostics_.error(tool.where, "the prices of its holders are too large to be added");
    tool.set("cost.amount", sum->to_string(), true);
    if (by_year) tool.set("cost.per", "year");
  }

  static void keep_unit_price(Draft& tool, const Price& price) {
    tool.set("pricing.unit_price.amount", price.amount, true);
    for (const std::string part : {"currency", "per"}) {
      if (tool.has("cost." + part))
        tool.set("pricing.unit_price." + part, std::string(tool.text("cost." + part)));
    }
  }

  void count_holders() {
    const Drafts counts = count_people(table_, list_.rule, mapping_, diagnostics_, keys_);
    std::unordered_map<std::size_t, Draft*> tools;
    for (Draft& tool : drafts_.list) tools.emplace(tool.row, &tool);
    for (const Draft& count : counts.list) {
      for (const auto& [path, value] : count.fields) {
        if (path.starts_with("usage.") || path == "seats.assigned")
          tools.at(count.row)->fields.insert_or_assign(path, value);
      }
    }
  }

  Drafts drafts_;
  const HolderList& list_;
  const RecordTable& table_;
  const Mapping& mapping_;
  const MoneyPlan& money_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::size_t, std::size_t> at_;  // rows of the table, by their numbers
  std::vector<std::string> keys_;                    // for each row; empty where it is none of a licence
  std::unordered_map<std::string, std::size_t> licence_of_;
  std::vector<Licence> licences_;
};

}  // namespace

Drafts join_holders(Drafts rows, const HolderList& list, const RecordTable& table, const Mapping& mapping,
                    const MoneyPlan& money, Diagnostics& diagnostics) {
  return HolderJoiner(std::move(rows), list, table, mapping, money, diagnostics).join();
}

}  // namespace martech_audit::import
