// Waiver: a finding that somebody decided to live with, until a day.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "martech_audit/inventory.h"
#include "martech_audit/source.h"

namespace martech_audit {

using Date = std::chrono::year_month_day;

struct Waiver {
  std::string rule;
  EntityKind kind = EntityKind::tool;
  std::string entity;  // id; empty for the organisation
  std::string reason;
  std::string owner;
  std::optional<Date> expires;  // the last day it holds
  std::optional<Date> created;
  std::string approved_by;
  std::string ticket;
  Location where;
};

}  // namespace martech_audit
