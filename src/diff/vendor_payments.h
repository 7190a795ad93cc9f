// Payments to vendors. Those that say no tool belong to the tool of that vendor, whichever it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "martech_audit/date.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

class VendorPayments {
 public:
  explicit VendorPayments(const Inventory& inventory);

  // "2 payments to Vend belong"; empty where there is none.
  std::string in_words(std::string_view vendor) const;

 private:
  std::unordered_map<std::string, std::size_t> count_;  // by vendor, as facts/payments.h tells them apart
};

// What was paid in a year, for tools or to vendors.
class YearOfPayments {
 public:
  YearOfPayments(const Inventory& inventory, Date today);

  // Whether what was paid for the tool, or to its vendor for whatever, is at least `amount`.
  bool come_near(const Record& tool, double amount) const;

 private:
  std::unordered_map<const Record*, double> tools_;
  std::unordered_map<std::string, double> vendors_;
};

bool is_same_vendor(std::string_view one, std::string_view other);

}  // namespace martech_audit
