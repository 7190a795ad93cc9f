// Which active tools provide what objectives require.
#pragma once

#include <cstddef>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Workings;

// Lists of tools and initiatives that are joined from several sources stop here.
inline constexpr std::size_t listed_providers = 100;

struct Capabilities {                                  // a capability each, those in free text too
  std::vector<const Record*> records;                  // by index
  std::vector<Value> providers;                        // active tools, sorted by id
  std::vector<std::vector<const Record*>> objectives;  // that need it and may be pursued, sorted by id
};

struct Undertakings {  // an objective each
  std::vector<Value> initiatives;
  std::vector<Value> planned_tools;
  std::vector<Value> providers;
};

Capabilities derive_capabilities(const Workings& workings);
Undertakings derive_undertakings(const Workings& workings);

Value capability_providers(const Workings& workings, const Record& capability);
Value objective_capability_gaps(const Workings& workings, const Record& objective);
Value objective_initiatives(const Workings& workings, const Record& objective);
Value objective_planned_tools(const Workings& workings, const Record& objective);
Value objective_providers(const Workings& workings, const Record& objective);
Value org_capability_gaps(const Workings& workings, const Record& organisation);

}  // namespace martech_audit::facts
