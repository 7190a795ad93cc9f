#include "support.h"

using namespace martech_audit::test;

TEST_CASE("which data sets claim the same truth") {
  static constexpr Case cases[] = {
      {"of one subject, in other tools in use, in a scope that meets", R"(
tools:
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: c, name: C, scope: {regions: [EU]}}
  - {id: d, name: D, scope: {regions: [US]}}
  - {id: e, name: E, status: retired}
datasets:
  - {id: people, subject: Customer, tool: a, record_of: true}
  - {id: clients, subject: customers, tool: a, record_of: true}
  - {id: buyers, subject: customers, tool: b, record_of: true}
  - {id: copies, subject: customers, tool: b, record_of: false}
  - {id: gone, subject: customers, tool: e, record_of: true}
  - {id: eu, subject: order, tool: c, record_of: true}
  - {id: us, subject: order, tool: d, record_of: true}
)",
       "dataset.rival_records dataset.about_customers", R"(
dataset people about_customers = true
dataset clients about_customers = true
dataset buyers about_customers = true
dataset copies about_customers = true
dataset gone about_customers = true
dataset eu about_customers = false
dataset us about_customers = false
dataset people rival_records = [buyers]
dataset clients rival_records = [buyers]
dataset buyers rival_records = [clients, people]
dataset copies rival_records = []
dataset gone rival_records = []
dataset eu rival_records = []
dataset us rival_records = []
)"},
      {"what is not said leaves it open for those whom it could concern", R"(
tools: [{id: a, name: A}, {id: b, name: B}]
datasets:
  - {id: people, subject: customer, tool: a, record_of: true}
  - {id: orders, subject: order, tool: b, record_of: true}
  - {id: some, subject: customer, tool: b}
  - {id: more, tool: b, record_of: true}
)",
       "dataset.rival_records dataset.about_customers", R"(
dataset people about_customers = true
dataset orders about_customers = false
dataset some about_customers = true
dataset more about_customers = unknown (subject)
dataset people rival_records = unknown (dataset some.record_of, dataset more.subject)
dataset orders rival_records = []
dataset some rival_records = unknown (record_of)
dataset more rival_records = unknown (subject)
)"},
  };
  check(cases);
}

TEST_CASE("whether stores of customer data are joined") {
  static constexpr Case cases[] = {
      {"with a record, alone in their scope, or about something else", R"(
tools:
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: c, name: C}
  - {id: d, name: D, scope: {regions: [EU]}}
integrations: [{from: a, to: b, status: active}]
datasets:
  - {id: people, subject: customer, tool: a, record_of: true}
  - {id: buyers, subject: customer, tool: b, record_of: false}
  - {id: leads, subject: customer, tool: c, record_of: false}
  - {id: stock, subject: product, tool: c, record_of: true}
)",
       "dataset.joined", R"(
dataset people joined = true
dataset buyers joined = true
dataset leads joined = false
dataset stock joined = true
)"},
      {"one store alone", R"(
tools: [{id: a, name: A}, {id: b, name: B}]
integrations: []
datasets: [{id: people, subject: customer, tool: a, record_of: false}, {id: more, subject: customer, tool: a, record_of: false}]
)",
       "dataset.joined", R"(
dataset people joined = true
dataset more joined = true
)"},
      {"two stores, and none of record", R"(
tools: [{id: a, name: A}, {id: b, name: B}]
integrations: [{from: a, to: b, status: active}]
datasets: [{id: people, subject: customer, tool: a, record_of: false}, {id: more, subject: customer, tool: b, record_of: false}]
)",
       "dataset.joined", R"(
dataset people joined = false
dataset more joined = false
)"},
      {"there may be another store", R"(
tools: [{id: a, name: A}, {id: b, name: B}]
integrations: []
datasets: [{id: people, subject: customer, tool: a, record_of: false}, {id: what, tool: b, record_of: false}]
)",
       "dataset.joined", R"(
dataset people joined = unknown (dataset what.subject)
dataset what joined = unknown (subject)
)"},
  };
  check(cases);
}

TEST_CASE("who can use data sets, and for what") {
  static constexpr Case cases[] = {
      {"functions of the teams", R"(
teams: [{id: crm, function: marketing}, {id: brand, function: marketing}, {id: it, function: it}, {id: new}]
datasets:
  - {id: a, accessible_to: [crm, it, new]}
  - {id: b, accessible_to: [crm, brand]}
  - {id: c, accessible_to: [crm, new]}
  - {id: d}
)",
       "dataset.functions", R"(
dataset a functions = ['it', 'marketing']
dataset b functions = ['marketing']
dataset c functions = unknown (team new.function)
dataset d functions = []
)"},
      {"teams in free text", "datasets: [{id: a, accessible_to: [crm]}]", "dataset.functions", R"(
dataset a functions = unknown (organisation.teams)
)"},
      {"the share that serves a decision", R"(
datasets:
  - {id: a, collected: true, decisions: [x]}
  - {id: b, collected: true}
  - {id: c, collected: false}
  - {id: d, collected: true, decisions: {not_applicable: kept by law}}
)",
       "org.decided_share", R"(
organisation decided_share = 0.5000
)"},
      {"what is not said", "datasets: [{id: a}]", "org.decided_share", R"(
organisation decided_share = unknown (dataset a.collected)
)"},
      {"nothing collected", "datasets: []", "org.decided_share", R"(
organisation decided_share = 1.0000
)"},
      {"no list", "teams: []", "org.decided_share", R"(
organisation decided_share = unknown (datasets)
)"},
  };
  check(cases);
}
