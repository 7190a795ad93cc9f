#include "diff/causes.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "saved/recompute.h"

namespace martech_audit {
namespace {

auto key(const RuleSetting& setting) {
  return std::tuple(setting.rule, setting.enabled, setting.severity, setting.weight);
}
auto key(const ParamSetting& setting) {
  return std::tuple(setting.pack, setting.name, setting.category, setting.value);
}

template <class Setting>
bool same(const std::vector<Setting>& a, const std::vector<Setting>& b) {
  return std::ranges::equal(
      a, b, {}, [](const Setting& setting) { return key(setting); },
      [](const Setting& setting) { return key(setting); });
}

std::vector<std::string> hashes(const AuditReport& report) {
  std::vector<std::string> list;
  for (const InputFile& input : report.inputs) list.push_back(input.sha256);
  std::ranges::sort(list);
  return list;
}

bool differ(Cause cause, const AuditReport& a, const AuditReport& b) {
  const auto pack = [](const PackUse& use) { return std::tie(use.id, use.version, use.sha256); };
  const auto set = [](const BenchmarkUse& use) { return use.sha256; };
  switch (cause) {
    case Cause::inventory:
      return hashes(a) != hashes(b);
    case Cause::waivers:
      return false;
    case Cause::configuration:
      return !same(a.rule_settings, b.rule_settings) || !same(a.param_settings, b.param_settings);
    case Cause::packs:
      return !std::ranges::equal(a.packs, b.packs, {}, pack, pack) ||
             !std::ranges::equal(a.benchmarks, b.benchmarks, {}, set, set);
    case Cause::time:
      return a.as_of != b.as_of;
    case Cause::version:
      return a.tool_version != b.tool_version;
  }
  return false;
}

// The changes by cause, built step by step.
class Split {
 public:
  Split(const AuditReport& before, const AuditReport& after) : before_(before), after_(after) {
    for (const Cause cause : all_causes) parts_.push_back({{cause}, 0});
  }

  void add(Cause cause, Points change) { part(cause).change += change; }

  // To those of the causes that differ, together where these are several.
  void add(std::initializer_list<Cause> causes, Points change) {
    if (change == 0) return;
    std::vector<Cause> differing;
    std::ranges::copy_if(causes, std::back_inserter(differing),
                         [&](Cause cause) { return differ(cause, before_, after_); });
    if (differing.size() == 1) return add(differing.front(), change);
    if (differing.empty()) return add(Cause::inventory, change);
    std::erase_if(parts_, [&](const GapPart& one) {
      return std::ranges::find(differing, one.causes.front()) != differing.end();
    });
    parts_.push_back({std::move(differing), change});
  }

  std::vector<GapPart> take() && { return std::move(parts_); }

 private:
  GapPart& part(Cause cause) {
    return *std::ranges::find_if(
        parts_, [&](const GapPart& one) { return std::ranges::find(one.causes, cause) != one.causes.end(); });
  }

  const AuditReport& before_;
  const AuditReport& after_;
  std::vector<GapPart> parts_;
};

std::optional<Points> gap_of(const std::vector<SourcePtr>& sources, const AuditOptions& options) {
  Diagnostics none;
  const std::optional<AuditReport> report = audit(sources, options, none);
  return report ? std::optional(report->score.gap()) : std::nullopt;
}

// The inventory moves under the settings of before; then the settings do.
void split_two_live(const DiffSide& before, const DiffSide& after, Split& split) {
  const Points begin = before.report.score.gap();
  const Points end = after.report.score.gap();
  const bool by_the_same = !differ(Cause::configuration, before.report, after.report) &&
                           !differ(Cause::packs, before.report, after.report);
  const std::optional<Points> moved = by_the_same ? end : gap_of(after.sources, before.options);
  if (!moved) return split.add({Cause::inventory, Cause::configuration, Cause::packs}, end - begin);
  split.add(Cause::inventory, *moved - begin);
  split.add({Cause::configuration, Cause::packs}, end - *moved);
}

// From the saved report to the one that can be judged anew; `sign` turns the steps around.
void split_live(const AuditReport& saved, const DiffSide& live, AuditOptions options, Points sign,
                Split& split) {
  const AuditOptions in_force = options;
  options.rules = saved.rule_settings;
  options.params = saved.param_settings;
  const std::optional<Points> then = [&] {
    AuditOptions of_saved = options;
    of_saved.as_of = saved.as_of;
    return gap_of(live.sources, of_saved);
  }();
  const std::optional<Points> now = gap_of(live.sources, options);
  const Points end = live.report.score.gap();
  const Points begin = saved.score.gap();
  if (!then || !now) {  // the settings of then fit the packs of now no longer
    return split.add({Cause::inventory, Cause::configuration, Cause::packs, Cause::time, Cause::version},
                     sign * (end - begin));
  }
  split.add({Cause::inventory, Cause::packs, Cause::version}, sign * (*then - begin));
  split.add(Cause::time, sign * (*now - *then));
  split.add(Cause::configuration, sign * (end - *now));
}

void split_saved(const AuditReport& before, const AuditReport& after, Split& split) {
  Points begin = before.score.gap();
  // What a rule that came into force finds cannot be told from what changed in the inventory.
  std::unordered_set<std::string_view> judged;
  for (const Rule& rule : before.rules) judged.insert(rule.id);
  const auto was_judged = [&](const Rule& rule) { return judged.contains(rule.id); };
  const bool only_rules_are_set = same(before.param_settings, after.param_settings) &&
                                  !differ(Cause::packs, before, after) &&
                                  std::ranges::all_of(after.rules, was_judged);
  if (only_rules_are_set) {
    const Points weighed = saved::gap_under(before, after);
    split.add(Cause::configuration, weighed - begin);
    begin = weighed;
    split.add({Cause::inventory, Cause::time, Cause::version}, after.score.gap() - begin);
  } else {
    split.add({Cause::inventory, Cause::configuration, Cause::packs, Cause::time, Cause::version},
              after.score.gap() - begin);
  }
}

}  // namespace

std::vector<GapPart> split_gap(const DiffSide& before, const DiffSide& after) {
  Split split(before.report, after.report);
  if (!before.sources.empty() && !after.sources.empty()) {
    split_two_live(before, after, split);
  } else if (!after.sources.empty()) {
    split_live(before.report, after, after.options, 1, split);
  } else if (!before.sources.empty()) {
    split_live(after.report, before, before.options, -1, split);
  } else {
    split_saved(before.report, after.report, split);
  }
  return std::move(split).take();
}

}  // namespace martech_audit
