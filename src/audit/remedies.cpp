#include "audit/remedies.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "audit/load.h"
#include "document/document.h"
#include "document/json_copy.h"
#include "facts/facts.h"
#include "rules/engine.h"

namespace martech_audit {
namespace {

constexpr std::size_t most_shown = 3;
constexpr std::size_t most_weighed = 6;          // of which the whole audit is looked at
constexpr std::size_t most_bytes = 150'000'000;  // to read for all the tries together
constexpr int most_halvings = 40;

enum class Effect { none, no_longer_applies, holds };

// "/tools/3/x~1y" → tools, 3, x/y
std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  for (const char c : pointer) {
    if (c == '/') {
      steps.emplace_back();
    } else {
      steps.back() += c;
    }
  }
  for (std::string& step : steps) {
    for (const auto& [escape, c] : {std::pair("~1", '/'), std::pair("~0", '~')}) {
      for (std::size_t at = 0; (at = step.find(escape, at)) != step.npos; ++at) step.replace(at, 2, 1, c);
    }
  }
  return steps;
}

std::vector<std::string> steps_to(std::vector<std::string> steps, const Edit& edit) {
  for (std::size_t begin = 0; begin <= edit.path.size();) {
    const std::size_t end = std::min(edit.path.find('.', begin), edit.path.size());
    steps.push_back(edit.path.substr(begin, end - begin));
    begin = end + 1;
  }
  if (edit.adds) steps.emplace_back("-");
  return steps;
}

// The inventory as JSON, in which one field can be edited.
class Workbench {
 public:
  Workbench(const std::vector<SourcePtr>& sources, const Inventory& inventory)
      : sources_(sources), inventory_(inventory) {
    Diagnostics ignored;  // there was an audit already
    for (const SourcePtr& source : sources) {
      documents_.push_back(read_document(source, ignored));
      const auto copy = documents_.back() ? json_copy(*documents_.back(), {}) : std::nullopt;
      copies_.push_back(std::make_shared<const Source>(source->name() + ".json", copy.value_or("")));
      bytes_ += copies_.back()->text().size();
    }
  }

  std::size_t bytes() const { return bytes_; }

  std::optional<std::vector<SourcePtr>> edited(const Edit& edit) const {
    const SourcePtr source = inventory_.where(*edit.entity).source;
    const auto place = static_cast<std::size_t>(std::ranges::find(sources_, source) - sources_.begin());
    if (place == sources_.size() || !documents_[place]) return std::nullopt;
    const auto steps = steps_to(steps_of(inventory_.pointer(*edit.entity)), edit);
    const auto text = json_copy(*documents_[place], {steps, edit.json});
    if (!text) return std::nullopt;
    std::vector<SourcePtr> sources = copies_;
    sources[place] = std::make_shared<const Source>(copies_[place]->name(), *text);
    return sources;
  }

 private:
  const std::vector<SourcePtr>& sources_;
  const Inventory& inventory_;
  std::vector<std::optional<Document>> documents_;
  std::vector<SourcePtr> copies_;
  std::size_t bytes_ = 0;
};

class Search {
 public:
  Search(const std::vector<SourcePtr>& sources, const AuditOptions& options, const AuditReport& report,
         const Finding& finding, const Inventory& inventory, const RuleSet& rules)
      : options_(options),
        report_(report),
        finding_(finding),
        inventory_(inventory),
        rules_(rules),
        bench_(sources, inventory),
        room_(std::max<std::size_t>(1, most_bytes / std::max<std::size_t>(1, bench_.bytes()))) {}

  Remedies run() {
    const Record& entity = inventory_.entities(finding_.entity.kind)[finding_.entity_index];
    std::vector<Remedy> remedies = one_a_field(edits_of(inventory_, entity, options_.as_of));
    // What the entity itself cannot mend, one that it names may.
    if (std::ranges::none_of(remedies, &Remedy::holds)) {
      for (const Record* neighbour : neighbours_of(entity)) {
        for (Remedy& remedy : one_a_field(edits_of(inventory_, *neighbour, options_.as_of))) {
          if (remedy.holds) remedies.push_back(std::move(remedy));
        }
      }
    }
    std::stable_partition(remedies.begin(), remedies.end(), [](const Remedy& one) { return one.holds; });
    if (remedies.size() > most_weighed) remedies.resize(most_weighed);
    std::erase_if(remedies, [&](Remedy& remedy) { return !weigh(remedy); });
    std::ranges::stable_sort(
        remedies, {}, [](const Remedy& remedy) { return std::tuple(!remedy.holds, remedy.appeared.size()); });
    if (remedies.size() > most_shown) remedies.resize(most_shown);
    found_.best = std::move(remedies);
    return std::move(found_);
  }

 private:
  // Fields that the rule itself names, then the others: facts are made from any of them.
  void put_named_fields_first(std::vector<Edit>& edits) const {
    const Rule& rule = report_.rules[finding_.rule];
    std::string text = rule.condition + " " + rule.when;
    for (const auto& [variable, expression] : rule.variables) text += " " + expression;
    std::stable_partition(edits.begin(), edits.end(), [&](const Edit& edit) {
      const auto kind = static_cast<EntityKind>(edit.entity->shape);
      const std::string_view variable = kind == EntityKind::organisation ? "org" : name(kind);
      const std::string full = fmt::format("{}.{}", variable, edit.path);
      const std::size_t at = text.find(full);
      if (at == text.npos) return false;
      const char behind = at + full.size() < text.size() ? text[at + full.size()] : ' ';
      return behind != '_' && (behind < 'a' || behind > 'z');
    });
  }

  // Of each field the first value after which the rule holds, else the first that takes it out of the rule.
  std::vector<Remedy> one_a_field(std::vector<Edit> edits) {
    put_named_fields_first(edits);
    const std::size_t room = room_ - std::min(room_, found_.tried);
    found_.left_out += edits.size() - std::min(edits.size(), room);
    edits.resize(std::min(edits.size(), room));
    std::vector<Remedy> remedies;
    std::map<std::string, std::size_t, std::less<>> by_field;
    for (const Edit& edit : edits) {
      const auto known = by_field.find(edit.path);
      if (known != by_field.end() && remedies[known->second].holds) continue;
      const Effect effect = effect_of(edit);
      if (effect == Effect::none || (effect != Effect::holds && known != by_field.end())) continue;
      Remedy remedy{nearest(edit, effect), effect == Effect::holds, 0, {}, {}};
      if (known != by_field.end()) {
        remedies[known->second] = std::move(remedy);
      } else {
        by_field.emplace(edit.path, remedies.size());
        remedies.push_back(std::move(remedy));
      }
    }
    return remedies;
  }

  Effect effect_of(const Edit& edit) {
    ++found_.tried;
    const auto sources = bench_.edited(edit);
    if (!sources) return Effect::none;
    Diagnostics faults;
    const std::optional<Inventory> inventory = load_inventory(*sources, faults);
    if (!inventory) return Effect::none;
    const Facts facts = derive_facts(*inventory, options_.as_of, faults);
    const auto outcomes = judge_rule(rules_, finding_.rule, *inventory, facts, options_.as_of, faults);
    if (!outcomes || faults.has_errors()) return Effect::none;
    for (const Judgement& judged : outcomes->rules.front().judged) {
      if (judged.entity == finding_.entity_index) {
        return judged.verdict() == Verdict::pass ? Effect::holds : Effect::none;
      }
    }
    return Effect::no_longer_applies;
  }

  // The whole number nearest to the one that stands there, by halving what lies between.
  Edit nearest(Edit edit, Effect effect) {
    if (!edit.number || !edit.number_now) return edit;
    std::int64_t clears = *edit.number;
    std::int64_t fails = *edit.number_now;
    for (int i = 0; i < most_halvings && std::max(clears, fails) - std::min(clears, fails) > 1; ++i) {
      const std::int64_t middle = std::midpoint(clears, fails);
      (effect_of(with_number(edit, middle)) == effect ? clears : fails) = middle;
    }
    return with_number(std::move(edit), clears);
  }

  static Edit with_number(Edit edit, std::int64_t number) {
    edit.number = number;
    edit.json = edit.shown = fmt::format("{}", number);
    return edit;
  }

  // What the whole audit says after the edit. False where the finding is still there.
  bool weigh(Remedy& remedy) const {
    const auto sources = bench_.edited(remedy.edit);
    Diagnostics faults;
    const auto after = sources ? audit(*sources, options_, faults) : std::nullopt;
    if (!after) return false;
    remedy.gap = after->score.gap();
    remedy.cleared = only_in(report_, *after);
    remedy.appeared = only_in(*after, report_);
    const auto is_it = [&](const Finding& finding) { return finding.fingerprint == finding_.fingerprint; };
    return std::ranges::none_of(after->findings, is_it) && std::ranges::none_of(after->waived, is_it);
  }

  std::vector<std::string> only_in(const AuditReport& report, const AuditReport& other) const {
    std::set<std::string_view> known{finding_.fingerprint_text()};
    for (const Finding& finding : other.findings) known.insert(finding.fingerprint_text());
    std::vector<std::string> lines;
    for (const Finding& finding : report.findings) {
      if (known.contains(finding.fingerprint_text())) continue;
      lines.push_back(fmt::format("{}: {}", report.rules[finding.rule].id, finding.message));
    }
    return lines;
  }

  const AuditOptions& options_;
  const AuditReport& report_;
  const Finding& finding_;
  const Inventory& inventory_;
  const RuleSet& rules_;
  Workbench bench_;
  std::size_t room_;  // tries that the size of the inventory allows
  Remedies found_;
};

}  // namespace

Remedies find_remedies(const std::vector<SourcePtr>& sources, const AuditOptions& options,
                       const AuditReport& report, const Finding& finding, const Inventory& inventory,
                       const RuleSet& rules) {
  return Search(sources, options, report, finding, inventory, rules).run();
}

}  // namespace martech_audit
