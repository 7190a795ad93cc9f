// Workings: what facts are made from. Each theme computes a plain struct over the whole inventory once, in
// the order below; facts of single entities are then read from it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "facts/budgets.h"
#include "facts/capabilities.h"
#include "facts/channels.h"
#include "facts/coverage.h"
#include "facts/customer_record.h"
#include "facts/data_flows.h"
#include "facts/datasets.h"
#include "facts/lifecycle.h"
#include "facts/overlap.h"
#include "facts/ownership.h"
#include "facts/payments.h"
#include "facts/renewals.h"
#include "facts/roadmap.h"
#include "facts/skills.h"
#include "facts/spend.h"
#include "facts/strategy.h"
#include "martech_audit/inventory.h"

namespace martech_audit::facts {

struct Themes {
  Lifecycle lifecycle{};
  Spend spend{};
  Renewals renewals{};
  DataFlows data_flows{};
  CustomerRecord customer_record{};
  Channels channels{};
  DataSets data_sets{};
  Overlap overlap{};
  Ownership ownership{};
  Capabilities capabilities{};
  Undertakings undertakings{};
  Strategy strategy{};
  Roadmap roadmap{};
  Budgets budgets{};
  Skills skills{};
  std::vector<Value> trainings;
  Payments payments{};
  Coverage coverage{};
};

struct Workings {
  const Inventory& inventory;
  std::int64_t today;  // the day everything is judged at, counted from 1970
  Arena& memory;       // owns what is made up for the fact or theme under way
  const Themes& themes;

  std::span<const Record> tools() const { return inventory.entities(EntityKind::tool); }
  std::span<const Record> objectives() const { return inventory.entities(EntityKind::objective); }

  // Text that is made up for a fact.
  Value text(std::string_view made) const { return Value::string(memory.copy(made)); }
  // Each text once, in order.
  Value sorted_texts(std::vector<std::string_view> texts) const {
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    std::vector<Value> items;
    items.reserve(texts.size());
    for (const std::string_view text : texts) items.push_back(Value::string(text));
    return list(items);
  }
  Value list(const std::vector<Value>& items) const {
    return Value::list(memory.copy(std::span<const Value>(items)));
  }
  Value unknown(const std::vector<Missing>& missing) const {
    return Value::unknown(memory.copy(std::span<const Missing>(missing)));
  }
};

}  // namespace martech_audit::facts
