#include "import/payments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "import/cells/is_among.h"
#include "import/header_names.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

// Headings of what an expense is for, as keys.
constexpr std::array expense_headings{"accountingcategory"sv, "budgetcategory"sv,  "category"sv,
                                      "categoryname"sv,       "expensecategory"sv, "expensetype"sv,
                                      "kategorie"sv,          "mcccategory"sv,     "merchantcategory"sv,
                                      "merchanttype"sv,       "skcategoryname"sv,  "spendcategory"sv,
                                      "transactioncategory"sv};

// Words of what is no software, whatever stands beside them.
constexpr std::array foreign_words{
    "accommodation"sv, "airfare"sv,   "airline"sv,     "airlines"sv, "bewirtung"sv,  "cab"sv,
    "car"sv,           "catering"sv,  "courier"sv,     "dining"sv,   "donations"sv,  "entertainment"sv,
    "flight"sv,        "flights"sv,   "food"sv,        "fuel"sv,     "furniture"sv,  "gas"sv,
    "gifts"sv,         "groceries"sv, "hospitality"sv, "hotel"sv,    "hotels"sv,     "insurance"sv,
    "lodging"sv,       "lunch"sv,     "meals"sv,       "mileage"sv,  "parking"sv,    "payroll"sv,
    "postage"sv,       "rail"sv,      "reisekosten"sv, "rent"sv,     "restaurant"sv, "restaurants"sv,
    "rideshare"sv,     "salaries"sv,  "shipping"sv,    "taxi"sv,     "train"sv,      "transportation"sv,
    "travel"sv,        "utilities"sv, "verpflegung"sv};

// "Travel software" is software all the same.
constexpr std::array software_words{"app"sv,      "apps"sv,         "cloud"sv,        "hosting"sv,
                                    "licences"sv, "licenses"sv,     "online"sv,       "saas"sv,
                                    "software"sv, "subscription"sv, "subscriptions"sv};

bool has_word(const std::vector<std::string>& words, std::span<const std::string_view> list) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return is_among(list, word); });
}

bool is_foreign(std::string_view category) {
  const std::vector<std::string> words = slug_words(category);
  return has_word(words, foreign_words) && !has_word(words, software_words);
}

bool is_zero(std::string_view amount) { return amount.find_first_of("123456789") == amount.npos; }

}  // namespace

std::optional<std::string> settle_signs(std::vector<Draft>& payments) {
  std::size_t negative = 0;
  std::size_t positive = 0;
  for (const Draft& payment : payments) {
    const std::string_view amount = payment.text("amount");
    if (!is_zero(amount)) ++(amount.starts_with('-') ? negative : positive);
  }
  if (negative <= positive) return std::nullopt;
  for (Draft& payment : payments) {
    const auto found = payment.fields.find("amount");
    if (found == payment.fields.end() || is_zero(payment.text("amount"))) continue;
    std::string& text = found->second.items.front().text;
    if (text.starts_with('-')) {
      text.erase(0, 1);
    } else {
      text.insert(0, 1, '-');
    }
  }
  return fmt::format("negative amounts are charges and positive ones refunds, as {} of {} are negative",
                     negative, counted(negative + positive, "amount"));
}

std::string_view foreign_category(const RecordTable& table, const RecordRow& row) {
  for (const Cell& cell : row.cells) {
    const bool is_category = is_among(expense_headings, header_key(table.columns[cell.column].name));
    if (is_category && is_foreign(cell.text)) return cell.text;
  }
  return {};
}

}  // namespace martech_audit::import
