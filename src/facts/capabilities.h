// Which active tools provide what objectives require.
#pragma once

#include <cstddef>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

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

Capabilities derive_capabilities(const Context& context);
Undertakings derive_undertakings(const Context& context, const Capabilities& capabilities);

Value capability_providers(const Context& context, const Capabilities& capabilities,
                           const Record& capability);
Value objective_capability_gaps(const Context& context, const Capabilities& capabilities,
                                const Record& objective);
Value objective_initiatives(const Context& context, const Undertakings& undertakings,
                            const Record& objective);
Value objective_planned_tools(const Context& context, const Undertakings& undertakings,
                              const Record& objective);
Value objective_providers(const Context& context, const Undertakings& undertakings, const Record& objective);
Value org_capability_gaps(const Context& context, const Capabilities& capabilities,
                          const Record& organisation);

}  // namespace martech_audit::facts
