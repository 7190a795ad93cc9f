#include "audit/loosened.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
#include "rules/param.h"

namespace martech_audit {
namespace {

std::vector<std::string> settings(const AuditOptions& options) {
  std::vector<std::string> lines;
  for (const RuleSetting& setting : options.rules) {
    if (setting.enabled == false) lines.push_back(fmt::format("rule {} is switched off", setting.rule));
    if (setting.severity)
      lines.push_back(fmt::format("rule {} is set to {}", setting.rule, name(*setting.severity)));
    if (setting.weight)
      lines.push_back(fmt::format("rule {} is set to weight {}", setting.rule, *setting.weight));
  }
  for (const ParamSetting& param : options.params) {
    lines.push_back(fmt::format("parameter {}.{} is set to {}{}", param.pack, param.name, param.value,
                                param.category.empty() ? "" : " for tools of category " + param.category));
  }
  if (options.baseline)
    lines.push_back(fmt::format("findings that the baseline {} knows fail no gate", options.baseline->path));
  return lines;
}

// Thresholds that a set of benchmarks moved, and nothing else did.
std::vector<std::string> benchmarks(const RuleSet& rules, const AuditOptions& options) {
  std::vector<std::string> lines;
  for (const RulePack& pack : rules.packs()) {
    for (const Param& param : pack.params) {
      const auto is_set = [&](const ParamSetting& set) {
        return set.pack == pack.id && set.name == param.name;
      };
      if (!param.pinned || std::ranges::any_of(options.params, is_set)) continue;
      lines.push_back(fmt::format("parameter {}.{} is {} by benchmark {} of {}", pack.id, param.name,
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

std::vector<std::string> waivers(const std::vector<Finding>& waived, const RuleSet& rules) {
  std::vector<std::string> lines;
  for (const Finding& finding : waived) {
    lines.push_back(fmt::format("{} of {} is waived until {} by {}: {}", rules.rules()[finding.rule].id,
                                named(finding.entity), to_string(finding.waiver->expires),
                                finding.waiver->owner, finding.waiver->reason));
  }
  return lines;
}

// Marks of one record and of its blocks.
void collect_marks(const Record& entity, const Record& record, const std::string& prefix,
                   std::vector<std::string>& lines) {
  const Shape& shape = *all_shapes()[record.shape];
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    const Value& value = record.slots[i];
    const auto path = [&] { return prefix + std::string(shape.fields[i].name); };
    if (value.is(ValueKind::record) && shape.fields[i].kind == FieldKind::block) {
      collect_marks(entity, *value.as_record(), path() + ".", lines);
    } else if (value.is_unknown() && !value.missing().empty() &&
               value.missing()[0].not_applicable.data() != nullptr) {
      const Value id = read(entity, "id");
      lines.push_back(fmt::format(
          "{} of {} {} is marked not applicable: {}", path(), name(static_cast<EntityKind>(entity.shape)),
          id.is(ValueKind::string) ? id.as_text() : std::string_view(), value.missing()[0].not_applicable));
    }
  }
}

bool has_id(EntityKind kind) { return shape_of(kind).index_of("id").has_value(); }

std::vector<std::string> marks(const Inventory& inventory) {
  std::vector<std::string> lines;
  for (std::size_t kind = 0; kind < entity_kind_count; ++kind) {
    const auto entity_kind = static_cast<EntityKind>(kind);
    if (entity_kind == EntityKind::party || !has_id(entity_kind)) continue;
    for (const Record& record : inventory.entities(entity_kind)) collect_marks(record, record, "", lines);
  }
  return lines;
}

}  // namespace

std::vector<std::string> loosened(const Inventory& inventory, const RuleSet& rules,
                                  const AuditOptions& options, const std::vector<Finding>& waived) {
  std::vector<std::string> all;
  for (std::vector<std::string> part :
       {settings(options), benchmarks(rules, options), waivers(waived, rules), marks(inventory)}) {
    std::sort(part.begin(), part.end());
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace martech_audit
