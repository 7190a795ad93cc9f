#include <algorithm>
#include <span>
#include <utility>

#include "decisions/draft.h"
#include "martech_audit/money.h"

namespace martech_audit::decisions {
namespace {

bool same_entity(const Draft& a, const Draft& b) {
  return a.decision.entity.kind == b.decision.entity.kind && a.decision.entity.id == b.decision.entity.id;
}

std::int64_t possible_of(const Claim& claim) { return std::max(claim.claimed.minor, claim.possible.minor); }

// For sure, and at most.
struct Amounts {
  std::int64_t proven = 0, possible = 0;
};

Amounts largest_claim(const DecisionInput& input, const Decision& decision, MoneyClass wanted) {
  Amounts largest;
  for (const std::uint32_t index : decision.findings) {
    for (const Claim& claim : input.findings[index].claims) {
      if (claim.money_class != wanted) continue;
      largest.proven = std::max(largest.proven, claim.claimed.minor);
      largest.possible = std::max(largest.possible, possible_of(claim));
    }
  }
  return largest;
}

void count_waste(const DecisionInput& input, Draft& draft) {
  Decision& decision = draft.decision;
  DecisionMoney& waste = decision.of(MoneyClass::recoverable);
  for (const std::uint32_t index : decision.findings)
    waste.proven.minor = saturating_add(waste.proven.minor, input.findings[index].waste());
  waste.possible = waste.proven;
  for (const std::uint32_t index : decision.findings) {
    for (const Claim& claim : input.findings[index].claims) {
      if (claim.money_class == MoneyClass::recoverable)
        waste.possible.minor = saturating_add(waste.possible.minor, possible_of(claim) - claim.claimed.minor);
    }
  }
  // What else could be waste is a question to the contract, and never more than is paid. A tool that says
  // nothing of its use is unexamined: all of it could be, which says nothing.
  const bool is_contract = meaning(decision.act).family == Family::contract;
  if (draft.terms.spend == nullptr) return;
  const ToolSpend& spend = *draft.terms.spend;
  const std::int64_t most =
      std::max(spend.is_examined ? spend.possible_waste : spend.parts[SpendPart::waste], waste.proven.minor);
  waste.possible.minor = is_contract ? most : std::min(waste.possible.minor, most);
}

// Rules see the same money from several sides: the largest claim of an entity is counted, where it is made.
void count_class(const DecisionInput& input, std::span<Draft> of_entity, MoneyClass money_class) {
  Draft* holder = nullptr;
  Amounts largest;
  for (Draft& draft : of_entity) {
    const Amounts claim = largest_claim(input, draft.decision, money_class);
    if (std::pair(claim.proven, claim.possible) <= std::pair(largest.proven, largest.possible)) continue;
    largest = claim;
    holder = &draft;
  }
  if (holder == nullptr) return;
  holder->decision.of(money_class) = {{largest.proven, input.currency}, {largest.possible, input.currency}};
}

}  // namespace

void count_money(const DecisionInput& input, std::vector<Draft>& drafts) {
  for (auto begin = drafts.begin(); begin != drafts.end();) {
    const auto end =
        std::find_if(begin, drafts.end(), [&](const Draft& d) { return !same_entity(d, *begin); });
    for (auto draft = begin; draft != end; ++draft) count_waste(input, *draft);
    for (const MoneyClass other : {MoneyClass::at_risk, MoneyClass::exposed, MoneyClass::opportunity})
      count_class(input, std::span(begin, end), other);
    begin = end;
  }
}

Year year_of(const Draft& draft) {
  const Decision& decision = draft.decision;
  Year year;
  if (draft.terms.spend != nullptr) {
    const SpendParts& parts = draft.terms.spend->parts;
    year.waste = parts[SpendPart::waste];
    year.off_strategy = parts[SpendPart::off_strategy];
    year.unproven = parts[SpendPart::unproven];
    year.working = parts[SpendPart::working];
    year.not_known = parts[SpendPart::not_known];
  } else if (decision.entity.kind == EntityKind::tool) {
    year.waste = decision.of(MoneyClass::recoverable).proven.minor;
    year.working = std::max<std::int64_t>(draft.terms.annual_cost.value_or(0) - year.waste, 0);
  } else {
    year.off_strategy = decision.of(MoneyClass::exposed).proven.minor;  // paid for what is on no list
  }
  return year;
}

}  // namespace martech_audit::decisions
