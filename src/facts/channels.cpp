#include "facts/channels.h"

#include <algorithm>
#include <limits>

#include "facts/context.h"
#include "facts/customer_record.h"
#include "facts/data_flows.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/graph.h"
#include "facts/lifecycle.h"
#include "facts/reach.h"
#include "facts/rivals.h"
#include "facts/tool_traits.h"

namespace martech_audit::facts {
namespace {

std::span<const Record> channels_in(const Context& context) {
  return context.inventory.entities(EntityKind::channel);
}

// From channels to the positions of their tools by id.
Adjacency tools_of_channels(const Context& context) {
  const auto& position = context.lifecycle.position;
  std::vector<NodePair> pairs;
  for (const Record& channel : channels_in(context)) {
    for (const Value& tool : links_of(channel, channel_field::tools)) {
      pairs.emplace_back(channel.index, position[tool.as_record()->index]);
    }
  }
  if (context.inventory.declared(EntityKind::channel)) {
    for (const Record& tool : context.tools()) {
      for (const Value& channel : links_of(tool, tool_field::channels)) {
        pairs.emplace_back(channel.as_record()->index, position[tool.index]);
      }
    }
  }
  return Adjacency(channels_in(context).size(), std::move(pairs));
}

// Whether the tool is active and sends messages; unknown for want of a category.
Value is_sender(const Context& context, const Record& tool) {
  return is_active(context, tool) ? tool_sends_messages(context, tool) : Value::boolean(false);
}

// Whether anything is said of the links: an empty list looks like one that nobody wrote.
bool says(const Record& record, const FieldPath& links) {
  return !links_of(record, links).empty() || is_ruled_out(record, links);
}

bool is_true(const Value& value) { return value.is(ValueKind::boolean) && value.as_boolean(); }
bool may_be_true(const Value& value) { return value.is_unknown() || is_true(value); }

// Tools that may be on a channel, as far as their groups go: two groups are as good as many.
struct Crowd {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t group = none;
  bool has_several = false;
  std::vector<Missing> missing;

  void join(std::uint32_t other) {
    if (group == none) group = other;
    has_several = has_several || other != group;
  }
  void join(const Crowd& other) {
    if (other.group != none) join(other.group);
    has_several = has_several || other.has_several;
    note_missing(missing, other.missing);
  }
};

// Senders on one channel conflict where their scopes meet and nothing connects them.
class ConflictFinder {
 public:
  ConflictFinder(const Context& context, const DataFlows& data_flows, const Adjacency& tools)
      : context_(context), tools_(tools), grouping_(group_connected(context, data_flows)) {}

  std::vector<Value> find() {
    gather();
    const auto rivals = find_rivals(contenders_);
    std::vector<std::vector<Value>> conflicts(channels_in(context_).size());
    for (std::size_t i = 0; i < contenders_.size(); ++i) {
      if (rivals[i].empty()) continue;
      conflicts[contenders_[i].matter].push_back(Value::record(contenders_[i].tool));
    }
    std::vector<Value> found;
    for (const Record& channel : channels_in(context_)) {
      const auto& senders = conflicts[channel.index];
      const Crowd crowd = senders.empty() ? crowd_of(channel) : Crowd();
      found.push_back(crowd.has_several && !crowd.missing.empty() ? context_.unknown(crowd.missing)
                                                                  : context_.list(senders));
    }
    return found;
  }

 private:
  const Record& tool_at(std::uint32_t position) const { return *context_.lifecycle.by_id[position]; }

  void gather() {
    for (const Record& channel : channels_in(context_)) {
      for (const std::uint32_t position : tools_.of(channel.index)) {
        const Record& tool = tool_at(position);
        if (!is_true(is_sender(context_, tool))) continue;
        contenders_.push_back({channel.index, grouping_.possible[tool.index], &tool, position});
      }
    }
    for (const Record* tool : context_.lifecycle.by_id) {
      if (!may_be_true(is_sender(context_, *tool))) continue;
      add(everybody_, *tool);
      if (says(*tool, tool_field::channels)) continue;
      add(homeless_, *tool);
      homeless_.missing.push_back({tool, tool_field::channels.text, {}});
    }
  }

  // What is missing to tell whether the tool sends, and with whom it is connected.
  void add(Crowd& crowd, const Record& tool) const {
    crowd.join(grouping_.sure[tool.index]);
    const Value sends = is_sender(context_, tool);
    note_missing(crowd.missing, sends.missing());
    const auto& doubts = grouping_.doubts[grouping_.possible[tool.index]];
    note_missing(crowd.missing, doubts);
  }

  // Who may send on the channel although no two of them are known to conflict.
  Crowd crowd_of(const Record& channel) const {
    Crowd crowd;
    if (!says(channel, channel_field::tools)) {
      crowd.missing.push_back({&channel, channel_field::tools.text, {}});
      crowd.join(everybody_);
      return crowd;
    }
    for (const std::uint32_t position : tools_.of(channel.index)) {
      if (may_be_true(is_sender(context_, tool_at(position)))) add(crowd, tool_at(position));
    }
    crowd.join(homeless_);
    return crowd;
  }

  const Context& context_;
  const Adjacency& tools_;
  Grouping grouping_;
  std::vector<Contender> contenders_;
  Crowd everybody_;  // that may send at all
  Crowd homeless_;   // of them, those that do not say where
};

Value runners_of(const Context& context, const Adjacency& tools, const Record& channel) {
  std::vector<Value> runners;
  for (const std::uint32_t position : tools.of(channel.index)) {
    const Record* tool = context.lifecycle.by_id[position];
    if (is_in_use(context, *tool)) runners.push_back(Value::record(tool));
  }
  if (runners.empty() && is_ruled_out(channel, channel_field::tools))
    return at(channel, channel_field::tools);
  return context.list(runners);
}

// One way to the customer record is enough.
Value reached_from(const Context& context, const CustomerRecord& customer_record, const Value& runners) {
  if (runners.is_unknown()) return runners;
  std::vector<Missing> missing;
  for (const Value& tool : runners.as_list()) {
    const Value& reached = customer_record.reached[tool.as_record()->index];
    if (is_true(reached)) return reached;
    note_missing(missing, reached.missing());
  }
  return missing.empty() ? Value::boolean(false) : context.unknown(missing);
}

}  // namespace

Channels derive_channels(const Context& context, const DataFlows& data_flows,
                         const CustomerRecord& customer_record) {
  const Adjacency tools = tools_of_channels(context);
  Channels found;
  for (const Record& channel : channels_in(context)) {
    found.runners.push_back(runners_of(context, tools, channel));
    found.reached.push_back(reached_from(context, customer_record, found.runners.back()));
  }
  found.conflicting_senders = ConflictFinder(context, data_flows, tools).find();
  return found;
}

Value channel_conflicting_senders(const Context&, const Channels& channels, const Record& channel) {
  return channels.conflicting_senders[channel.index];
}

Value channel_reaches_customer_record(const Context&, const Channels& channels, const Record& channel) {
  return channels.reached[channel.index];
}

Value channel_runners(const Context&, const Channels& channels, const Record& channel) {
  return channels.runners[channel.index];
}

}  // namespace martech_audit::facts
