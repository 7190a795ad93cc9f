#include "findings/waivers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/dates.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "findings/place.h"

namespace martech_audit {
namespace {

std::string quoted(std::string_view text) {
  constexpr std::size_t widest = 60;
  return fmt::format("'{}'", escape_controls(shorten(text, widest)));
}

// What a waiver says it is about: "braze", "objective/growth" or "organisation".
struct Target {
  std::optional<EntityKind> kind;
  std::string_view id;
};

Target target_of(const Waiver& waiver) {
  const std::string_view text = waiver.entity;
  if (text == name(EntityKind::organisation)) return {EntityKind::organisation, {}};
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {EntityKind::tool, text};
  return {entity_kind(text.substr(0, slash)), text.substr(slash + 1)};
}

const Record* find(const Inventory& inventory, const Target& target) {
  if (!target.kind) return nullptr;
  if (*target.kind == EntityKind::organisation) return &inventory.organisation();
  return inventory.find(*target.kind, target.id);
}

// "waiver of 'unused-licences' for 'braze'"
std::string title(const Waiver& waiver) {
  return fmt::format("waiver of {} for {}", quoted(waiver.rule), quoted(waiver.entity));
}

// What every waiver must say. Readers of waivers report it first, with a better place.
std::string_view missing_part(const Waiver& waiver) {
  if (trim(waiver.reason).empty()) return "reason";
  if (trim(waiver.owner).empty()) return "owner";
  if (!waiver.expires.ok()) return "last day";
  return {};
}

// To its last day, from the day of the audit or from its creation before that.
Date first_day(const Waiver& waiver, Date as_of) { return std::min(waiver.created.value_or(as_of), as_of); }

std::int64_t days_of(const Waiver& waiver, Date as_of) {
  return days_since_epoch(waiver.expires) - days_since_epoch(first_day(waiver, as_of));
}

class WaiverCheck {
 public:
  WaiverCheck(const WaiverContext& context, std::span<Finding> findings, Diagnostics& diagnostics)
      : context_(context), findings_(findings), diagnostics_(diagnostics) {
    for (const SourcePtr& source : context.inventory.sources()) inventory_sources_.insert(source.get());
  }

  // The finding that the waiver is about, whether it is in force or not; what stands in the way is reported.
  Finding* match(const Waiver& waiver) {
    if (const std::string_view missing = missing_part(waiver); !missing.empty()) {
      diagnostics_.error(waiver.where, fmt::format("{} has no {}", title(waiver), missing),
                         "a waiver says why (reason), who answers for it (owner) and until when (expires)");
      return nullptr;
    }
    const auto rule = context_.rules.find(waiver.rule);
    if (rule) return match(waiver, *rule);
    if (context_.rules.is_off(waiver.rule)) {
      warn_unused(waiver, "the rule is switched off", "remove one of the two");
    } else {
      diagnostics_.error(waiver.where, fmt::format("waiver of unknown rule {}", quoted(waiver.rule)),
                         [&] { return context_.rules.suggest(waiver.rule); });
    }
    return nullptr;
  }

  bool holds(const Waiver& waiver) const {
    return context_.as_of <= waiver.expires && refusal(waiver, context_.policy, context_.as_of).empty();
  }

  // To be asked when all waivers in force are set.
  void report(const Waiver& waiver, const Finding& finding) {
    const std::string day = to_string(waiver.expires);
    const std::string refused = refusal(waiver, context_.policy, context_.as_of);
    if (!refused.empty()) {
      diagnostics_.warning(waiver.where, fmt::format("{} does not count: {}", title(waiver), refused));
    } else if (!holds(waiver) && finding.waiver == nullptr) {
      diagnostics_.warning(waiver.where,
                           fmt::format("{} expired on {}: its finding is back", title(waiver), day),
                           "fix the finding, or decide anew and give the waiver a later last day");
    } else if (finding.waiver != &waiver) {
      warn_unused(waiver, "another one covers the same finding for longer", "remove it");
    } else {
      note_expiry(waiver, day);
      warn_of_length(waiver);
    }
  }

 private:
  Finding* match(const Waiver& waiver, std::uint32_t rule) {
    const Target target = target_of(waiver);
    const Record* entity = find(context_.inventory, target);
    if (entity == nullptr) {
      // Whoever read the inventory has said already that a waiver in it names an entity that does not exist.
      if (inventory_sources_.contains(waiver.where.source.get())) return nullptr;
      warn_unused(waiver, "the inventory has no such entity", [&] { return suggest(target); });
    } else if (const auto gap = context_.gaps.find(rule, *entity)) {
      return &findings_[*gap];
    } else if (context_.undecided.find(rule, *entity)) {
      warn_unused(waiver, "the rule cannot be decided there", "see the evidence that is missing");
    } else {
      warn_unused(waiver, "the rule finds nothing there", "remove it");
    }
    return nullptr;
  }

  std::string suggest(const Target& target) {
    if (!target.kind) return "write a tool's id, or kind/id as in objective/growth";
    auto index = ids_.find(*target.kind);
    if (index == ids_.end()) {
      std::vector<std::string_view> ids;
      for (const Record& entity : context_.inventory.entities(*target.kind))
        ids.push_back(entity_ref(entity).id);
      index = ids_.emplace(*target.kind, ids).first;
    }
    return index->second.did_you_mean(target.id);
  }

  template <class Hint>
  void warn_unused(const Waiver& waiver, std::string_view why, const Hint& hint) {
    diagnostics_.warning(waiver.where, fmt::format("{} is not used: {}", title(waiver), why), hint);
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
    diagnostics_.warning(waiver.where,
                         fmt::format("{} lasts for {} days; the longest that is allowed is {}", title(waiver),
                                     days, *context_.longest),
                         fmt::format("let it expire on {} at the latest",
                                     to_string(from_days(days_since_epoch(from) + *context_.longest))));
  }

  const WaiverContext& context_;
  std::span<Finding> findings_;
  Diagnostics& diagnostics_;
  std::unordered_set<const Source*> inventory_sources_;
  std::map<EntityKind, WordIndex> ids_;  // of those that hints were asked for
};

// "team/crm" is crm.
std::string_view without_kind(std::string_view party) {
  return party.substr(party.find('/') == party.npos ? 0 : party.find('/') + 1);
}

}  // namespace

std::string refusal(const Waiver& waiver, const WaiverPolicy& policy, Date as_of) {
  if (!policy.approved_by.empty()) {
    if (waiver.approved_by.empty()) return "nobody approved it ('approved_by')";
    if (slug(without_kind(waiver.approved_by)) == slug(without_kind(waiver.owner)))
      return "its owner approved it";
    if (std::ranges::find(policy.approved_by, waiver.approved_by) == policy.approved_by.end())
      return fmt::format("{} approves no waivers", quoted(waiver.approved_by));
  }
  const std::int64_t days = days_of(waiver, as_of);
  if (!policy.max_days || days <= *policy.max_days) return {};
  return fmt::format("it lasts for {} days, and the policy allows {}", days, *policy.max_days);
}

void apply_waivers(std::span<const Waiver> waivers, const WaiverContext& context, std::span<Finding> findings,
                   Diagnostics& diagnostics) {
  WaiverCheck check(context, findings, diagnostics);
  std::vector<Finding*> matches;
  for (const Waiver& waiver : waivers) {
    Finding* finding = matches.emplace_back(check.match(waiver));
    if (finding == nullptr || !check.holds(waiver)) continue;
    if (finding->waiver == nullptr || finding->waiver->expires < waiver.expires) finding->waiver = &waiver;
  }
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    if (matches[i] != nullptr) check.report(waivers[i], *matches[i]);
  }
}

}  // namespace martech_audit
