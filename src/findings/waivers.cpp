#include "findings/waivers.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "findings/place.h"

namespace martech_audit {
namespace {

std::string quoted(std::string_view text) {
  constexpr std::size_t widest = 60;
  return fmt::format("'{}'", escape_controls(shorten(text, widest)));
}

// "waiver of 'unused-licences' for 'braze'"
std::string title(const Waiver& waiver) {
  return fmt::format("waiver of {} for {}", quoted(waiver.rule), quoted(waiver.entity));
}

// To its last day, from the day of the audit or from its creation before that.
Date first_day(const Waiver& waiver, Date as_of) { return std::min(waiver.created.value_or(as_of), as_of); }

std::int64_t days_of(const Waiver& waiver, Date as_of) {
  return days_since_epoch(waiver.expires) - days_since_epoch(first_day(waiver, as_of));
}

class WaiverCheck {
 public:
  WaiverCheck(const WaiverContext& context, std::span<Finding> findings, Diagnostics& diagnostics)
      : context_(context),
        acceptance_(context.inventory, context.policy, context.as_of),
        findings_(findings),
        diagnostics_(diagnostics) {}

  // The finding that the waiver is about, whether it is in force or not; what stands in the way is reported.
  Finding* match(const Waiver& waiver) {
    const auto rule = context_.rules.find(waiver.rule);
    if (rule) return match(waiver, *rule);
    if (context_.rules.is_off(waiver.rule)) {
      warn_unused(waiver, "the rule is disabled", "remove one of the two");
    } else {
      diagnostics_.error(waiver.where, fmt::format("waiver of unknown rule {}", quoted(waiver.rule)),
                         [&] { return context_.rules.suggest(waiver.rule); });
    }
    return nullptr;
  }

  bool holds(const Waiver& waiver) const {
    return context_.as_of <= waiver.expires && acceptance_.refusal(waiver).empty();
  }

  // To be asked when all waivers in force are set.
  void report(const Waiver& waiver, const Finding& finding) {
    const std::string day = to_string(waiver.expires);
    const std::string refused = acceptance_.refusal(waiver);
    if (!refused.empty()) {
      diagnostics_.warning(waiver.where, fmt::format("{} is not accepted: {}", title(waiver), refused));
    } else if (!holds(waiver) && finding.waiver == nullptr) {
      diagnostics_.warning(waiver.where,
                           fmt::format("{} expired on {}: its finding counts again", title(waiver), day),
                           "fix the finding, or review the waiver and extend it");
    } else if (finding.waiver != &waiver) {
      warn_unused(waiver, "another waiver covers the same finding for longer", "remove it");
    } else {
      note_expiry(waiver, day);
      warn_of_length(waiver);
    }
  }

 private:
  Finding* match(const Waiver& waiver, std::uint32_t rule) {
    const Record* entity = context_.inventory.find(waiver.entity);
    if (entity == nullptr) return nullptr;  // which whoever read the waiver has said
    if (const auto gap = context_.gaps.find(rule, *entity)) {
      return &findings_[*gap];
    } else if (context_.undecided.find(rule, *entity)) {
      warn_unused(waiver, "the rule is undecided there", "see the missing data");
    } else {
      warn_unused(waiver, "the rule finds nothing there", "remove it");
    }
    return nullptr;
  }

  template <class Hint>
  void warn_unused(const Waiver& waiver, std::string_view why, const Hint& hint) {
    diagnostics_.warning(waiver.where, fmt::format("{} is unused: {}", title(waiver), why), hint);
  }

  void note_expiry(const Waiver& waiver, const std::string& day) {
    const auto days = days_since_epoch(waiver.expires) - days_since_epoch(context_.as_of);
    if (days > waiver_notice_days) return;
    const std::string when = days == 0 ? "today" : "in " + counted(static_cast<std::uint64_t>(days), "day");
    diagnostics_.note(waiver.where, fmt::format("{} expires {}, at the end of {}", title(waiver), when, day));
  }

  void warn_of_length(const Waiver& waiver) {
    if (!context_.longest) return;
    const Date from = first_day(waiver, context_.as_of);
    const std::int64_t days = days_of(waiver, context_.as_of);
    if (days <= *context_.longest) return;
    diagnostics_.warning(
        waiver.where,
        fmt::format("{} lasts {} days; the maximum is {}", title(waiver), days, *context_.longest),
        fmt::format("set its expiry to {} or earlier",
                    to_string(from_days(days_since_epoch(from) + *context_.longest))));
  }

  const WaiverContext& context_;
  WaiverAcceptance acceptance_;
  std::span<Finding> findings_;
  Diagnostics& diagnostics_;
};

// "team/crm" is crm.
std::string_view without_kind(std::string_view party) {
  return party.substr(party.find('/') == party.npos ? 0 : party.find('/') + 1);
}

}  // namespace

WaiverAcceptance::WaiverAcceptance(const Inventory& inventory, const WaiverPolicy& policy, Date as_of)
    : policy_(policy), as_of_(as_of) {
  for (const std::string& approver : policy.approved_by) same_as_[slug(without_kind(approver))];
  const auto add = [&](const Record& entity, std::string_view as) {
    for (const std::string_view field : {"id", "name"}) {
      const auto approver = same_as_.find(slug(text_at(entity, field)));
      if (approver != same_as_.end() && !as.empty()) approver->second.insert(slug(as));
    }
  };
  for (const EntityKind kind : {EntityKind::person, EntityKind::team, EntityKind::party}) {
    for (const Record& entity : inventory.entities(kind)) add(entity, text_at(entity, "id"));
  }
  for (const Record& person : inventory.entities(EntityKind::person)) add(person, text_at(person, "team.id"));
}

// Whether the approver is the owner, by id or by name, or a person of the team that is.
bool WaiverAcceptance::is_own(const Waiver& waiver) const {
  const std::string approver = slug(without_kind(waiver.approved_by)),
                    owner = slug(without_kind(waiver.owner));
  const auto same = same_as_.find(approver);
  return approver == owner || (same != same_as_.end() && same->second.contains(owner));
}

std::string WaiverAcceptance::refusal(const Waiver& waiver) const {
  const bool has_policy = !policy_.approved_by.empty() || policy_.max_days;
  if (has_policy && waiver.created && *waiver.created > as_of_)
    return "it is dated in the future ('created')";
  if (!policy_.approved_by.empty()) {
    if (waiver.approved_by.empty()) return "it has no approver ('approved_by')";
    if (is_own(waiver)) return "its owner cannot approve it";
    if (std::ranges::find(policy_.approved_by, waiver.approved_by) == policy_.approved_by.end())
      return fmt::format("{} may not approve waivers", quoted(waiver.approved_by));
  }
  const std::int64_t days = days_of(waiver, as_of_);
  if (!policy_.max_days || days <= *policy_.max_days) return {};
  return fmt::format("it lasts {} days; the policy allows {}", days, *policy_.max_days);
}

void apply_waivers(std::span<const Waiver> waivers, const WaiverContext& context, std::span<Finding> findings,
                   Diagnostics& diagnostics) {
  WaiverCheck check(context, findings, diagnostics);
  std::vector<std::pair<const Waiver*, Finding*>> matches;
  for (const Waiver& waiver : waivers) {
    Finding* const finding = check.match(waiver);
    if (finding == nullptr) continue;
    matches.emplace_back(&waiver, finding);
    if (!check.holds(waiver)) continue;
    if (finding->waiver == nullptr || finding->waiver->expires < waiver.expires) finding->waiver = &waiver;
  }
  for (const auto& [waiver, finding] : matches) check.report(*waiver, *finding);
}

}  // namespace martech_audit
