#include "facts/capabilities.h"

#include <algorithm>

#include "base/slots.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/pursuit.h"
#include "facts/seen.h"

namespace martech_audit::facts {
namespace {

// Calls `use` with each capability that the tool has.
template <class Use>
void for_each_capability(const Record& tool, Use use) {
  for (const Value& item : links_of(tool, tool_field::capabilities)) {
    const Value& capability = values_of(*item.as_record())[capability_slot];
    if (capability.is(ValueKind::record)) use(*capability.as_record());
  }
}

class CapabilityReader {
 public:
  explicit CapabilityReader(const Context& context) : context_(context) {}

  Capabilities read() {
    for (const Record& capability : context_.inventory.entities(EntityKind::capability)) know(capability);
    for (const Record* tool : context_.lifecycle.by_id) read_tool(*tool);
    for (const Record* objective : sorted_by_id(context_.objectives(), objective_field::id)) {
      read_objective(*objective);
    }
    for (const Record& capability : context_.inventory.entities(EntityKind::capability)) {
      const Record* objective = reference_of(capability, capability_field::objective);
      if (objective != nullptr && !needs(*objective, capability)) need(capability, *objective);
    }
    finish();
    return std::move(found_);
  }

 private:
  std::size_t know(const Record& capability) {
    if (found_.records.size() <= capability.index) {
      found_.records.resize(capability.index + 1, nullptr);
      found_.objectives.resize(capability.index + 1);
      providers_.resize(capability.index + 1);
    }
    found_.records[capability.index] = &capability;
    return capability.index;
  }

  void read_tool(const Record& tool) {
    for (const Value& item : links_of(tool, tool_field::supports_capabilities)) know(*item.as_record());
    for_each_capability(tool, [&](const Record& capability) {
      auto& providers = providers_[know(capability)];
      const bool is_new = providers.empty() || providers.back().as_record() != &tool;
      if (is_new && is_active(context_, tool)) providers.push_back(Value::record(&tool));
    });
  }

  void read_objective(const Record& objective) {
    for (const Value& item : links_of(objective, objective_field::required))
      need(*item.as_record(), objective);
  }

  static bool needs(const Record& objective, const Record& capability) {
    const auto list = links_of(objective, objective_field::required);
    return std::any_of(list.begin(), list.end(),
                       [&](const Value& item) { return item.as_record() == &capability; });
  }

  void need(const Record& capability, const Record& objective) {
    auto& objectives = found_.objectives[know(capability)];
    const bool is_new = objectives.empty() || objectives.back() != &objective;
    if (is_new && pursuit(objective) != Pursuit::no) objectives.push_back(&objective);
  }

  void finish() {
    for (const auto& providers : providers_) found_.providers.push_back(context_.list(providers));
    for (auto& objectives : found_.objectives) sort_by_id(objectives, objective_field::id);
  }

  const Context& context_;
  Capabilities found_;
  std::vector<std::vector<Value>> providers_;
};

bool is_provided(const Context&, const Capabilities& capabilities, const Record& capability) {
  return !capabilities.providers[capability.index].as_list().empty();
}

// What is under way for each objective: tools that serve it, trials of such tools, tools on the roadmap.
class UndertakingReader {
 public:
  explicit UndertakingReader(const Context& context, const Capabilities& capabilities)
      : context_(context),
        capabilities_(capabilities),
        initiatives_(context.objectives().size()),
        planned_(context.objectives().size()),
        providers_(context.objectives().size()) {}

  Undertakings read() {
    for (const Record* tool : context_.lifecycle.by_id) {
      if (!is_active(context_, *tool)) continue;
      for (const Value& objective : links_of(*tool, tool_field::objectives)) add(providers_, objective, tool);
    }
    for (const Record& objective : context_.objectives()) add_required_providers(objective);
    const auto initiatives = context_.inventory.entities(EntityKind::initiative);
    for (const Record* item : sorted_by_id(initiatives, initiative_field::id)) read_initiative(*item);
    const auto roadmap = context_.inventory.entities(EntityKind::roadmap);
    for (const Record* item : sorted_by_id(roadmap, roadmap_field::id)) read_roadmap(*item);
    return {lists(initiatives_), lists(planned_), lists(providers_)};
  }

 private:
  using Lists = std::vector<std::vector<Value>>;

  // Everything for one objective is added from few sources, each in order; the lists are short.
  static void add(Lists& lists, const Value& objective, const Record* item) {
    auto& list = lists[objective.as_record()->index];
    if (list.size() >= listed_providers) return;
    const bool is_new =
        std::none_of(list.begin(), list.end(), [&](const Value& other) { return other.as_record() == item; });
    if (is_new) list.push_back(Value::record(item));
  }

  void add_required_providers(const Record& objective) {
    for (const Value& capability : links_of(objective, objective_field::required)) {
      const auto all = capabilities_.providers[capability.as_record()->index].as_list();
      for (const Value& tool : all.first(std::min(all.size(), listed_providers))) {
        add(providers_, Value::record(&objective), tool.as_record());
      }
    }
  }

  // Decision against no longer carries anything.
  void read_initiative(const Record& initiative) {
    const Record* tool = reference_of(initiative, initiative_field::tool);
    if (tool == nullptr || text_of(initiative, initiative_field::decision) == "stop") return;
    for (const Value& objective : links_of(*tool, tool_field::objectives)) {
      add(initiatives_, objective, &initiative);
    }
    for_each_capability(*tool, [&](const Record& capability) {
      for (const Record* objective : capabilities_.objectives[capability.index]) {
        add(initiatives_, Value::record(objective), &initiative);
      }
    });
  }

  void read_roadmap(const Record& item) {
    const Record* objective = reference_of(item, roadmap_field::objective);
    const Value& ends = at(item, roadmap_field::ends);
    const bool is_over = ends.is(ValueKind::date) && ends.as_integer() < context_.today;
    if (objective == nullptr || is_over) return;
    for (const Value& tool : links_of(item, roadmap_field::tools)) {
      add(planned_, Value::record(objective), tool.as_record());
    }
  }

  std::vector<Value> lists(const Lists& found) const {
    std::vector<Value> values;
    for (const auto& items : found) values.push_back(context_.list(items));
    return values;
  }

  const Context& context_;
  const Capabilities& capabilities_;
  Lists initiatives_;
  Lists planned_;
  Lists providers_;
};

}  // namespace

Capabilities derive_capabilities(const Context& context) { return CapabilityReader(context).read(); }

Undertakings derive_undertakings(const Context& context, const Capabilities& capabilities) {
  return UndertakingReader(context, capabilities).read();
}

Value capability_providers(const Context&, const Capabilities& capabilities, const Record& capability) {
  return capabilities.providers[capability.index];
}

// An objective that names no capability leaves it open whether one is missing.
Value objective_capability_gaps(const Context& context, const Capabilities& capabilities,
                                const Record& objective) {
  const auto required = links_of(objective, objective_field::required);
  if (required.empty()) {
    Given given(objective);
    given.lacks(objective_field::required);
    return given.unknown(context.memory);
  }
  std::vector<Value> gaps;
  Seen seen;
  for (const Value& item : required) {
    const Record& capability = *item.as_record();
    if (!seen.insert(capability) || is_provided(context, capabilities, capability)) continue;
    gaps.push_back(at(capability, capability_field::id));
  }
  return context.list(gaps);
}

Value objective_initiatives(const Context&, const Undertakings& undertakings, const Record& objective) {
  return undertakings.initiatives[objective.index];
}

Value objective_planned_tools(const Context&, const Undertakings& undertakings, const Record& objective) {
  return undertakings.planned_tools[objective.index];
}

Value objective_providers(const Context&, const Undertakings& undertakings, const Record& objective) {
  return undertakings.providers[objective.index];
}

// Where it is not known whether an objective is pursued, it counts.
Value org_capability_gaps(const Context& context, const Capabilities& capabilities,
                          const Record& organisation) {
  Given given(organisation);
  given.links(list_field::objectives);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  std::vector<std::string_view> gaps;
  for (const Record& objective : context.objectives()) {
    if (pursuit(objective) == Pursuit::no) continue;
    for (const Value& item : links_of(objective, objective_field::required)) {
      const Record& capability = *item.as_record();
      if (!is_provided(context, capabilities, capability))
        gaps.push_back(text_of(capability, capability_field::id));
    }
  }
  return context.sorted_texts(std::move(gaps));
}

}  // namespace martech_audit::facts
