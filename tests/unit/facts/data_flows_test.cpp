#include "support.h"

using namespace martech_audit::test;

TEST_CASE("how tools are connected") {
  static constexpr Case cases[] = {
      {"three islands; what is planned, broken, retired or leads to itself connects nothing", R"(
tools: [{id: f, name: F}, {id: e, name: E}, {id: d, name: D}, {id: c, name: C}, {id: b, name: B}, {id: a, name: A}]
integrations:
  - {from: b, to: a, status: active}
  - {from: a, to: b, status: active}
  - {from: b, to: c, status: active}
  - {from: d, to: e, status: active}
  - {from: e, to: f, status: broken}
  - {from: f, to: a, status: planned}
  - {from: f, to: f, status: active}
)",
       "tool.integrated_with tool.live_integrations tool.island tool.island_size org.islands "
       "org.connected_share",
       R"(
organisation connected_share = 0.8333
organisation islands = 3
tool f integrated_with = []
tool e integrated_with = [d]
tool d integrated_with = [e]
tool c integrated_with = [b]
tool b integrated_with = [a, c]
tool a integrated_with = [b]
tool f island = 3
tool e island = 2
tool d island = 2
tool c island = 1
tool b island = 1
tool a island = 1
tool f island_size = 1
tool e island_size = 2
tool d island_size = 2
tool c island_size = 3
tool b island_size = 3
tool a island_size = 3
tool f live_integrations = 0
tool e live_integrations = 1
tool d live_integrations = 1
tool c live_integrations = 1
tool b live_integrations = 3
tool a live_integrations = 2
)"},
      {"a connection without a status leaves open what it could change, and nothing else", R"(
tools: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}, {id: e, name: E}]
integrations:
  - {from: a, to: b, status: active}
  - {from: b, to: a}
  - {from: b, to: c}
)",
       "tool.integrated_with tool.live_integrations tool.island tool.island_size org.islands "
       "org.connected_share",
       R"(
organisation connected_share = unknown (integration b-to-c.status)
organisation islands = unknown (integration b-to-c.status)
tool a integrated_with = [b]
tool b integrated_with = [a]
tool c integrated_with = unknown (integration b-to-c.status)
tool d integrated_with = []
tool e integrated_with = []
tool a island = unknown (integration b-to-c.status)
tool b island = unknown (integration b-to-c.status)
tool c island = unknown (integration b-to-c.status)
tool d island = 3
tool e island = 4
tool a island_size = unknown (integration b-to-c.status)
tool b island_size = unknown (integration b-to-c.status)
tool c island_size = unknown (integration b-to-c.status)
tool d island_size = 1
tool e island_size = 1
tool a live_integrations = 1
tool b live_integrations = 1
tool c live_integrations = unknown (integration b-to-c.status)
tool d live_integrations = 0
tool e live_integrations = 0
)"},
      {"retired tools connect nothing; what is meant to stand alone is left out", R"(
tools:
  - {id: a, name: A}
  - {id: b, name: B, status: retired}
  - {id: c, name: C, integrations: {not_applicable: a design tool}}
integrations: [{from: a, to: b, status: active}]
)",
       "tool.integrated_with tool.live_integrations tool.island org.islands org.connected_share", R"(
organisation connected_share = 0.0000
organisation islands = 2
tool a integrated_with = []
tool b integrated_with = []
tool c integrated_with = unknown (integrations: a design tool)
tool a island = 1
tool b island = 0
tool c island = 2
tool a live_integrations = 0
tool b live_integrations = 0
tool c live_integrations = unknown (integrations: a design tool)
)"},
      {"no tools at all", "teams: []", "org.islands org.connected_share", R"(
organisation connected_share = unknown (tools)
organisation islands = unknown (tools)
)"},
  };
  check(cases);
}

TEST_CASE("which tools hold data about customers, and serve channels") {
  static constexpr Case cases[] = {
      {"the tool's word, or its data sets", R"(
tools:
  - {id: a, name: A, data: {personal: true}}
  - {id: b, name: B, data: {personal: false}}
  - {id: c, name: C}
  - {id: d, name: D, data: {personal: false}}
  - {id: e, name: E}
  - {id: f, name: F, data: {personal: false}}
  - {id: g, name: G, data: {not_applicable: no data at all}}
datasets:
  - {id: profile, subject: Customers, tool: d}
  - {id: orders, subject: order, personal: true, tool: e}
  - {id: prices, subject: product, tool: f}
  - {id: maybe, tool: c}
)",
       "tool.holds_customer_data", R"(
tool a holds_customer_data = true
tool b holds_customer_data = false
tool c holds_customer_data = unknown (data.personal, dataset maybe.personal)
tool d holds_customer_data = true
tool e holds_customer_data = true
tool f holds_customer_data = false
tool g holds_customer_data = unknown (data: no data at all)
)"},
      {"channels may be named at either end", R"(
tools:
  - {id: a, name: A, channels: [email, email]}
  - {id: b, name: B, channels: [web]}
  - {id: c, name: C}
channels:
  - {id: email, tools: [a]}
  - {id: web, tools: [a]}
)",
       "tool.channel_count", R"(
tool a channel_count = 2
tool b channel_count = 1
tool c channel_count = 0
)"},
      {"channels in free text", "tools: [{id: a, name: A, channels: [email, web]}]", "tool.channel_count", R"(
tool a channel_count = 2
)"},
  };
  check(cases);
}
