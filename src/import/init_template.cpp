#include "import/init_template.h"

namespace martech_audit {

std::string init_template() {
  return R"yaml(# yaml-language-server: $schema=./inventory.schema.json
#
# Your marketing technology in one file that you review like code. Everything except the names is optional:
# missing data is reported, never guessed. Check the file with `martech-audit validate`, audit it with
# `martech-audit scan`.
martech: 1
organisation:
  name: My organisation
  currency: EUR                     # all amounts are converted to it
  # exchange_rates:
  #   USD: {rate: 0.92, as_of: 2026-11-01}      # 1 USD = 0.92 EUR
  # size: mid                       # small | mid | large

# Start here: one entry per subscription. A name, an owner, a cost and a renewal date are enough for a first
# report.
tools:
  - id: example-crm                 # stable and unique: a-z, 0-9 and -
    name: Example CRM
    vendor: Example Inc.
    category: crm                   # crm, cdp, web-analytics, …
    problem: One record of every customer and deal
    owner: Head of CRM              # accountable owner: a role, a team or a person
    cost: {amount: 12_000, per: year}           # per: month | quarter | year | once
    contract: {ends: 2027-06-30, notice_days: 60, auto_renews: true}
    seats: {purchased: 50, assigned: 44}

  - id: example-mail
    name: Example Mail
    category: email-marketing
    owner: Marketing operations
    cost: {amount: 450, per: month}
    # Next: usage …
    # seats: {purchased: 20, assigned: 12}
    # usage: {active: 9, last_activity_on: 2026-11-01, measured_on: 2026-11-05, window_days: 60, evidence: login}
    # … purpose …
    # objectives: [repeat-purchase]
    # capabilities: [email-automation]
    # … and security.
    # technical_owner: IT
    # data: {personal: true, processing_agreement: true}
    # security: {sso: true, offboarding: true}

# Then: marketing objectives. Link tools to them to see what the spend supports.
# objectives:
#   - id: repeat-purchase
#     title: Lift repeat purchases
#     customer_problem: Buyers forget us after the first order
#     kpis: [repeat-rate]
#     requires: [email-automation]
# kpis:
#   - {id: repeat-rate, title: Repeat purchase rate, unit: percent, baseline: 18, target: 24}
# capabilities:
#   - {id: email-automation, importance: critical, level: 2, target_level: 3}

# If you list people or teams, owners must be their ids. Roles can replace names.
# teams:
#   - {id: crm, name: CRM and lifecycle, function: marketing}
# integrations:
#   - {from: example-mail, to: example-crm, kind: native, direction: both, status: active}
)yaml";
}

std::string init_configuration() {
  return R"yaml(# Settings of `martech-audit` for the inventory beside it; `martech-audit config show` lists all of them.
gate:
  fail_on: high                     # critical | high | medium | low | info | none
  min_evidence: 50                  # percent of the checks that the inventory must decide; less is no verdict
)yaml";
}

}  // namespace martech_audit
