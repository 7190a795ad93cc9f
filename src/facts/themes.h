// Themes: the plain structs over a whole inventory that facts of single entities are read from.
#pragma once

#include <tuple>

#include "facts/backlinks.h"
#include "facts/budgets.h"
#include "facts/capabilities.h"
#include "facts/channels.h"
#include "facts/context.h"
#include "facts/coverage.h"
#include "facts/customer_record.h"
#include "facts/data_flows.h"
#include "facts/datasets.h"
#include "facts/departures.h"
#include "facts/measurement.h"
#include "facts/overlap.h"
#include "facts/ownership.h"
#include "facts/payments.h"
#include "facts/renewals.h"
#include "facts/roadmap.h"
#include "facts/seats.h"
#include "facts/skills.h"
#include "facts/spend.h"
#include "facts/strategy.h"
#include "facts/year_of_spend.h"

namespace martech_audit::facts {

struct Themes {
  std::tuple<Spend, Renewals, Seats, Departures, DataFlows, CustomerRecord, Channels, DataSets, Overlap,
             Ownership, Capabilities, Undertakings, Strategy, Roadmap, Budgets, Skills, Trainings, Payments,
             YearOfSpend, Coverage, KpiNames, Backlinks>
      all{};

  template <class Theme>
  const Theme& of() const {
    return std::get<Theme>(all);
  }
};

// Stands for whatever theme a parameter asks for.
struct AnyTheme {
  const Themes& themes;

  template <class Theme>
  operator const Theme&() const {
    return themes.of<Theme>();
  }
};

// Calls a function of a context, of the themes that its parameters name, and of something else at its end.
template <class Function, class... Last>
auto call_with_themes(Function function, const Context& context, const Themes& themes, Last&... last) {
  const AnyTheme any{themes};
  if constexpr (requires { function(context, last...); }) {
    return function(context, last...);
  } else if constexpr (requires { function(context, any, last...); }) {
    return function(context, any, last...);
  } else if constexpr (requires { function(context, any, any, last...); }) {
    return function(context, any, any, last...);
  } else {
    return function(context, any, any, any, last...);
  }
}

}  // namespace martech_audit::facts
