#include "audit/loosened.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
#include "base/sha256.h"
#include "base/slots.h"
#include "findings/waivers.h"
#include "rules/param.h"

namespace martech_audit {
namespace {

using Lines = std::vector<std::string>;

const AuditOptions& standard_of(const AuditOptions& options) {
  static const AuditOptions defaults{};
  return options.policy ? *options.policy : defaults;
}

// "gate.fail_on is none; high by the policy"
class Differences {
 public:
  explicit Differences(bool has_policy) : whose_(has_policy ? "by the policy" : "by default") {}

  void add(std::string_view key, std::string_view value, std::string_view standard) {
    lines_.push_back(fmt::format("{} is {}; {} {}", key, value, standard, whose_));
  }

  // A lower limit is stricter.
  void add_limit(std::string_view key, const std::optional<double>& limit,
                 const std::optional<double>& standard) {
    if (!standard || (limit && *limit <= *standard)) return;
    add(key, limit ? fmt::format("{}", *limit) : "not set", fmt::format("{}", *standard));
  }

  // A higher limit is stricter.
  void add_least(std::string_view key, const std::optional<double>& limit,
                 const std::optional<double>& standard) {
    if (!standard || (limit && *limit >= *standard)) return;
    add(key, limit ? fmt::format("{}", *limit) : "not set", fmt::format("{}", *standard));
  }

  void add_flag(std::string_view key, bool flag, bool standard) {
    if (standard && !flag) add(key, "off", "on");
  }

  Lines take() && { return std::move(lines_); }

 private:
  std::string_view whose_;
  Lines lines_;
};

Lines gate(const AuditOptions& options) {
  const GateOptions& limits = options.gate;
  const GateOptions& standard = standard_of(options).gate;
  Differences differences(options.policy != nullptr);
  const auto word = [](const std::optional<Severity>& severity) {
    return severity ? name(*severity) : "none";
  };
  if (standard.fail_on && (!limits.fail_on || *limits.fail_on > *standard.fail_on))
    differences.add("gate.fail_on", word(limits.fail_on), word(standard.fail_on));
  differences.add_flag("gate.fail_on_new", limits.fail_on_new, standard.fail_on_new);
  differences.add_limit("gate.max_gap", limits.max_gap, standard.max_gap);
  differences.add_limit("gate.max_proven_gap", limits.max_proven_gap, standard.max_proven_gap);
  differences.add_limit("gate.max_gap_points", limits.max_gap_points, standard.max_gap_points);
  differences.add_limit("gate.max_practice_gap", limits.max_practice_gap, standard.max_practice_gap);
  differences.add_limit("gate.max_money_gap", limits.max_money_gap, standard.max_money_gap);
  differences.add_limit("gate.max_waste", limits.max_waste, standard.max_waste);
  differences.add_limit("gate.max_proven_waste", limits.max_proven_waste, standard.max_proven_waste);
  differences.add_least("gate.min_evidence", limits.min_evidence, standard.min_evidence);
  differences.add_flag("gate.fail_on_loosened", limits.fail_on_loosened, standard.fail_on_loosened);
  differences.add_flag("gate.fail_on_lost_evidence", limits.fail_on_lost_evidence,
                       standard.fail_on_lost_evidence);
  differences.add_flag("gate.fail_on_claims", limits.fail_on_claims, standard.fail_on_claims);
  const Points share = options.money_share, usual = standard_of(options).money_share;
  const auto as_share = [](Points points) {
    return fmt::format("{}", static_cast<double>(points) / static_cast<double>(full_score));
  };
  if (share != usual) differences.add("score.money_share", as_share(share), as_share(usual));
  differences.add_limit("max_waiver_days", options.longest_waiver, standard_of(options).longest_waiver);
  return std::move(differences).take();
}

Lines approval(const AuditOptions& options) {
  const WaiverPolicy& standard = standard_of(options).waiver_policy;
  const std::vector<std::string>& approvers = options.waiver_policy.approved_by;
  Differences differences(options.policy != nullptr);
  const bool all_approve = std::ranges::all_of(approvers, [&](const std::string& person) {
    return std::ranges::find(standard.approved_by, person) != standard.approved_by.end();
  });
  if (!standard.approved_by.empty() && (approvers.empty() || !all_approve)) {
    differences.add("waiver_policy.approved_by",
                    approvers.empty() ? "anybody" : fmt::format("{}", fmt::join(approvers, ", ")),
                    fmt::format("{}", fmt::join(standard.approved_by, ", ")));
  }
  const auto days = [](const std::optional<int>& limit) {
    return limit ? std::optional<double>(*limit) : std::nullopt;
  };
  differences.add_limit("waiver_policy.max_days", days(options.waiver_policy.max_days),
                        days(standard.max_days));
  return std::move(differences).take();
}

bool has_text(const std::vector<SourcePtr>& sources, std::string_view text) {
  return std::ranges::any_of(sources, [&](const SourcePtr& source) { return source->text() == text; });
}

Lines packs(const Judged& judged) {
  const AuditOptions& options = judged.options;
  const AuditOptions& standard = standard_of(options);
  Lines lines;
  if (!options.built_in_packs && standard.built_in_packs)
    lines.emplace_back("the built-in packs are disabled");
  for (const RulePack& pack : judged.rules.packs()) {
    const std::string_view text = pack.source->text();
    if (has_text(options.packs, text) && !has_text(standard.packs, text))
      lines.push_back(fmt::format("pack {} {} added ({})", pack.id, pack.version,
                                  sha256_hex(text).substr(0, 12)));  // or another text would be the same line
  }
  for (const SourcePtr& source : standard.packs) {
    if (!has_text(options.packs, source->text()))
      lines.push_back(fmt::format("the policy's pack {} is missing", source->name()));
  }
  return lines;
}

Lines day(const AuditOptions& options) {
  const AuditOptions& standard = standard_of(options);
  if (!options.day_is_set || (standard.day_is_set && standard.as_of == options.as_of)) return {};
  return {fmt::format("audit date set to {}", to_string(options.as_of))};
}

bool is_set_alike(const RuleSetting& setting, const AuditOptions& standard) {
  return std::ranges::any_of(standard.rules, [&](const RuleSetting& other) {
    return other.rule == setting.rule && other.enabled == setting.enabled &&
           other.severity == setting.severity && other.weight == setting.weight;
  });
}

bool is_set_alike(const ParamSetting& setting, const AuditOptions& standard) {
  return std::ranges::any_of(standard.params, [&](const ParamSetting& other) {
    return other.pack == setting.pack && other.name == setting.name && other.value == setting.value &&
           other.category == setting.category;
  });
}

Lines settings(const AuditOptions& options) {
  const AuditOptions& standard = standard_of(options);
  Lines lines;
  for (const RuleSetting& setting : options.rules) {
    if (is_set_alike(setting, standard)) continue;
    if (setting.enabled == false) lines.push_back(fmt::format("rule {} disabled", setting.rule));
    if (setting.severity)
      lines.push_back(fmt::format("rule {} set to {}", setting.rule, name(*setting.severity)));
    if (setting.weight)
      lines.push_back(fmt::format("rule {} set to weight {}", setting.rule, *setting.weight));
  }
  for (const ParamSetting& param : options.params) {
    if (is_set_alike(param, standard)) continue;
    lines.push_back(fmt::format("parameter {}.{} set to {}{}", param.pack, param.name, param.value,
                                param.category.empty() ? "" : " for category " + param.category));
  }
  if (options.baseline && (!standard.baseline || standard.baseline->path != options.baseline->path))
    lines.push_back(
        fmt::format("findings in the baseline {} are excluded from the gate", options.baseline->path));
  return lines;
}

// Thresholds that a set of benchmarks moved, and nothing else did.
Lines benchmarks(const Judged& judged) {
  const AuditOptions& options = judged.options;
  const SourcePtr& standard = standard_of(options).benchmarks;
  Lines lines;
  if (options.benchmarks && standard && options.benchmarks->text() == standard->text()) return lines;
  for (const RulePack& pack : judged.rules.packs()) {
    for (const Param& param : pack.params) {
      const auto is_set = [&](const ParamSetting& set) {
        return set.pack == pack.id && set.name == param.name && set.category.empty();
      };
      if (!param.pinned || std::ranges::any_of(options.params, is_set)) continue;
      lines.push_back(fmt::format("parameter {}.{} set to {} by benchmark {} of {}", pack.id, param.name,
                                  rules::param_text(param.value), param.benchmark,
                                  options.benchmarks->name()));
    }
  }
  return lines;
}

std::string named(const EntityRef& entity) {
  return entity.id.empty() ? std::string(name(entity.kind))
                           : fmt::format("{} {}", name(entity.kind), entity.id);
}

// Of those in effect the ones that no policy wants approved; and those that it does not let count.
Lines waivers(const Judged& judged) {
  const WaiverPolicy& policy = judged.options.waiver_policy;
  const bool all_are_approved = !standard_of(judged.options).waiver_policy.approved_by.empty();
  Lines lines;
  for (const Finding& finding : judged.waived) {
    if (all_are_approved) break;
    lines.push_back(fmt::format("{} for {} waived until {} by {}: {}", judged.rules.rules()[finding.rule].id,
                                named(finding.entity), to_string(finding.waiver->expires),
                                finding.waiver->owner, finding.waiver->reason));
  }
  const WaiverAcceptance acceptance(judged.inventory, policy, judged.options.as_of);
  for (const Waiver& waiver : judged.waivers) {
    const std::string refused = acceptance.refusal(waiver);
    if (refused.empty()) continue;
    lines.push_back(
        fmt::format("waiver of {} for {} is not accepted: {}", waiver.rule, waiver.entity, refused));
  }
  return lines;
}

// By its id, or its place in the list.
std::string name_of(EntityKind kind, const Record& entity) {
  if (!shape_of(kind).index_of("id")) return fmt::format("{} {}", name(kind), entity.index + 1);
  return fmt::format("{} {}", name(kind), text_at(entity, "id"));
}

// Marks of one record and of its blocks.
void collect_marks(const std::string& entity, const Record& record, const std::string& prefix,
                   std::vector<std::string>& lines) {
  const Shape& shape = *all_shapes()[record.shape];
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    if (shape.fields[i].derived) continue;
    const Value& value = values_of(record)[i];
    const auto path = [&] { return prefix + std::string(shape.fields[i].name); };
    const bool is_reason = prefix == "because." && value.is(ValueKind::string);
    if (is_reason) {
      lines.push_back(
          fmt::format("{} of {} stands because: {}", shape.fields[i].name, entity, value.as_text()));
    } else if (value.is(ValueKind::record) && shape.fields[i].kind == FieldKind::block) {
      collect_marks(entity, *value.as_record(), path() + ".", lines);
    } else if (value.is_unknown() && !value.missing().empty() &&
               value.missing()[0].not_applicable.data() != nullptr) {
      lines.push_back(fmt::format("{} of {} marked not applicable: {}", path(), entity,
                                  value.missing()[0].not_applicable));
    }
  }
}

Lines marks(const Inventory& inventory) {
  Lines lines;
  collect_marks("the organisation", inventory.organisation(), "", lines);
  for (std::size_t number = 0; number < entity_kind_count; ++number) {
    const auto kind = static_cast<EntityKind>(number);
    if (kind == EntityKind::organisation || kind == EntityKind::party) continue;
    for (const Record& record : inventory.entities(kind))
      collect_marks(name_of(kind, record), record, "", lines);
  }
  return lines;
}

Lines in_order(std::vector<Lines> parts) {
  Lines all;
  for (Lines& part : parts) {
    std::sort(part.begin(), part.end());
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace

Loosened loosened(const Judged& judged) {
  const AuditOptions& options = judged.options;
  return {in_order({gate(options), approval(options), packs(judged), day(options), settings(options),
                    benchmarks(judged), options.loosened}),
          in_order({waivers(judged), marks(judged.inventory)})};
}

}  // namespace martech_audit
