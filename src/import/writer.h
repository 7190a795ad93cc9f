// Drafts as an inventory in YAML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/declarations.h"

namespace martech_audit::import {

struct Head {
  std::string comment;  // at the top of the file
  std::string organisation;
  Currency currency;
  std::vector<ExchangeRate> rates;
};

// Block style, fields in the order of the field table, x-… last. Rates that no amount needs are left out.
// `payments` of tools follow in the ledger.
std::string write_inventory(const Head& head, const std::vector<Draft>& drafts,
                            const std::vector<Declaration>& declarations, EntityKind kind,
                            const std::vector<Draft>& payments = {});

}  // namespace martech_audit::import
