#include "rules/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/edit_distance.h"
#include "rules/draft.h"
#include "rules/pack_checks.h"
#include "rules/param.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

void set_weight(RuleHead& head, const RuleSetting& setting, Diagnostics& diagnostics) {
  const int weight = *setting.weight;
  if (weight < 0 || weight > largest_weight) {
    diagnostics.error(setting.where,
                      fmt::format("the weight of rule '{}' is set to {}, and must be from 0 to {}",
                                  head.name(), weight, largest_weight));
    return;
  }
  head.weight = weight;
}

// Rules by their ids, and by those they once had.
using HeadsById = std::unordered_map<std::string_view, RuleHead*>;

HeadsById index_of(std::deque<PackDraft>& packs) {
  HeadsById own;
  HeadsById former;
  for (PackDraft& pack : packs) {
    for (RuleHead& head : pack.rules) {
      own.try_emplace(head.name(), &head);
      for (const std::string& id : head.former_ids) former.insert_or_assign(id, &head);
    }
  }
  own.merge(former);
  return own;
}

void apply(const RuleSetting& setting, const HeadsById& by_id, const std::deque<PackDraft>& packs,
           Diagnostics& diagnostics) {
  const auto found = by_id.find(setting.rule);
  RuleHead* const head = found == by_id.end() ? nullptr : found->second;
  if (head == nullptr) {
    diagnostics.error(setting.where, fmt::format("unknown rule '{}' in the settings", setting.rule),
                      [&] { return rule_hint(setting.rule, rule_ids(packs)); });
    return;
  }
  if (head->name() != setting.rule) {
    diagnostics.warning(setting.where,
                        fmt::format("rule '{}' is now called '{}'", setting.rule, head->name()));
  }
  if (setting.enabled) head->enabled = setting.enabled;
  if (setting.severity) head->severity = setting.severity;
  if (setting.weight) set_weight(*head, setting, diagnostics);
}

template <class Range, class Name>
std::vector<std::string_view> names_of(const Range& range, Name name) {
  std::vector<std::string_view> names;
  names.reserve(range.size());
  for (const auto& each : range) names.push_back(name(each));
  return names;
}

// Which of two values holds would depend on their order.
void check_set_once(std::span<const ParamSetting> settings, Diagnostics& diagnostics) {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> times;
  for (const ParamSetting& setting : settings) {
    if (++times[{setting.pack, setting.name, setting.category}] != 2) continue;  // one message, however often
    diagnostics.error(setting.where,
                      fmt::format("parameter '{}' of pack '{}' is set twice", setting.name, setting.pack),
                      "keep one of its values");
  }
}

// The parameter that is meant; null, with a diagnostic, where there is none.
ParamDraft* find_param(const ParamSetting& setting, std::deque<PackDraft>& packs, Diagnostics& diagnostics) {
  const auto pack = std::ranges::find(packs, setting.pack, [](const PackDraft& p) { return p.pack.id; });
  if (pack == packs.end()) {
    diagnostics.error(
        setting.where,
        fmt::format("unknown pack '{}' in the setting of parameter '{}'", setting.pack, setting.name), [&] {
          return did_you_mean(
              setting.pack, names_of(packs, [](const PackDraft& p) { return std::string_view(p.pack.id); }));
        });
    return nullptr;
  }
  const auto param =
      std::ranges::find(pack->params, setting.name, [](const ParamDraft& p) { return p.param.name; });
  if (param != pack->params.end()) return &*param;
  diagnostics.error(setting.where, fmt::format("pack '{}' has no parameter '{}'", setting.pack, setting.name),
                    [&] {
                      return did_you_mean(setting.name, names_of(pack->params, [](const ParamDraft& p) {
                                            return std::string_view(p.param.name);
                                          }));
                    });
  return nullptr;
}

void apply(const ParamSetting& setting, std::deque<PackDraft>& packs, Arena& memory,
           Diagnostics& diagnostics) {
  ParamDraft* const draft = find_param(setting, packs, diagnostics);
  if (draft == nullptr) return;
  const ParamValue value = read_param(draft->param, setting.value, memory);
  if (!value.value) {
    diagnostics.error(setting.where, fmt::format("parameter '{}' of pack '{}': {}", setting.name,
                                                 setting.pack, value.fault));
  } else if (setting.category.empty()) {
    draft->param.value = *value.value;
    draft->param.by_size.clear();  // what somebody set holds for whoever it is
  } else {
    draft->of_category.insert_or_assign(std::string(setting.category), *value.value);
  }
}

}  // namespace

void apply_settings(const RuleSettings& settings, std::deque<PackDraft>& packs, Arena& memory,
                    Diagnostics& diagnostics) {
  const HeadsById by_id = index_of(packs);
  for (const RuleSetting& setting : settings.rules) apply(setting, by_id, packs, diagnostics);
  check_set_once(settings.params, diagnostics);
  for (const ParamSetting& setting : settings.params) apply(setting, packs, memory, diagnostics);
}

}  // namespace martech_audit::rules
