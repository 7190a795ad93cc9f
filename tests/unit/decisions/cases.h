// Findings, contracts and years of tools, written down for decisions to be made of.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "decisions/decisions.h"

namespace martech_audit::decisions_test {

inline const Currency euro = *Currency::parse("EUR");
inline Money euros(std::int64_t amount) { return {amount * 100, euro}; }
inline Date day(std::string_view iso) { return *parse_date(iso); }

struct FindingOf {
  std::string_view rule, entity;
  std::vector<Claim> claims = {};
  Severity severity = Severity::medium;
  Points points = points_per_point;
};

inline Claim claim(MoneyClass money_class, std::int64_t amount, std::int64_t possible = 0) {
  Claim made;
  made.money_class = money_class;
  made.claimed = made.allocated = euros(amount);
  made.possible = euros(std::max(amount, possible));
  return made;
}

class Case {
 public:
  Date as_of = day("2026-11-29");
  std::map<std::string_view, ToolTerms> terms;

  void rule(std::string id, Act act, Lane lane, Effort effort = Effort::low,
            EntityKind scope = EntityKind::tool) {
    Rule made;
    made.id = std::move(id);
    made.act = act;
    made.lane = lane;
    made.effort = effort;
    made.scope = scope;
    rules_.push_back(std::move(made));
  }

  void finding(const FindingOf& of) {
    Finding made;
    while (rules_[made.rule].id != of.rule) ++made.rule;
    made.entity = {rules_[made.rule].scope, of.entity, of.entity};
    made.claims = of.claims;
    made.severity = of.severity;
    made.points = of.points;
    made.message = of.rule;
    findings_.push_back(std::move(made));
  }

  // A year's contract of `cost` that renews by itself the day after its last day of notice plus 30.
  void contract(std::string_view tool, std::int64_t cost, std::string_view notice_by,
                std::string_view renews_on) {
    terms[tool] = {.annual_cost = cost * 100,
                   .renews_on = day(renews_on),
                   .notice_by = day(notice_by),
                   .term_months = {},
                   .commitment = cost * 100};
  }

  std::vector<Decision> decisions() const {
    return make_decisions({findings_, rules_, as_of, euro, [this](const Finding& finding) {
                             const auto found = terms.find(finding.entity.id);
                             return found == terms.end() ? ToolTerms{} : found->second;
                           }});
  }

  // "due 1 give-notice a by 2026-12-01: notice, seats; if it stays: owner"
  std::string text() const {
    std::string out;
    for (const Decision& decision : decisions()) out += line(decision) + "\n";
    return out;
  }

  const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::string line(const Decision& decision) const {
    std::string out = std::string(name(decision.lane)) + " " + std::to_string(decision.rank) + " " +
                      std::string(name(decision.act)) + " " + std::string(decision.entity.id);
    if (decision.last_day) out += " by " + to_string(*decision.last_day);
    if (decision.at_stake) out += " at stake " + std::to_string(decision.at_stake->minor / 100);
    out += ":" + names(decision.findings, decision.if_it_stays);
    if (!decision.if_it_stays.empty()) out += "; if it stays:" + names(decision.if_it_stays, {});
    return out;
  }

  std::string names(const std::vector<std::uint32_t>& indices,
                    const std::vector<std::uint32_t>& without) const {
    std::string out;
    for (const std::uint32_t index : indices) {
      if (std::find(without.begin(), without.end(), index) == without.end())
        out += " " + rules_[findings_[index].rule].id;
    }
    return out;
  }

  std::vector<Rule> rules_;
  std::vector<Finding> findings_;
};

// The rules of the built-in packs that most decisions are made of.
inline Case usual_case() {
  Case made;
  made.rule("shelfware", Act::give_notice, Lane::money, Effort::medium);
  made.rule("duplicate", Act::merge, Lane::money, Effort::high);
  made.rule("seats", Act::reduce_seats, Lane::money);
  made.rule("lapse", Act::renew, Lane::risk);
  made.rule("notice", Act::renegotiate, Lane::money);
  made.rule("unlinked", Act::link, Lane::money);
  made.rule("owner", Act::assign_owner, Lane::risk);
  made.rule("training", Act::train, Lane::foundations);
  made.rule("privacy", Act::secure, Lane::risk, Effort::medium);
  made.rule("broken", Act::repair, Lane::risk, Effort::medium);
  made.rule("roi", Act::measure, Lane::foundations, Effort::medium);
  made.rule("process", Act::describe, Lane::foundations, Effort::medium);
  made.rule("unlisted", Act::reconcile, Lane::money, Effort::low, EntityKind::organisation);
  made.rule("roadmap", Act::plan, Lane::foundations, Effort::medium, EntityKind::organisation);
  made.rule("review", Act::plan, Lane::foundations, Effort::high, EntityKind::organisation);
  made.rule("attribution", Act::measure, Lane::foundations, Effort::medium, EntityKind::organisation);
  return made;
}

}  // namespace martech_audit::decisions_test
