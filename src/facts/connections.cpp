#include "facts/connections.h"

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/graph.h"
#include "facts/lifecycle.h"

namespace martech_audit::facts {
namespace {

class IslandFinder {
 public:
  IslandFinder(const Context& context, const std::vector<Connection>& connections)
      : context_(context),
        connections_(connections),
        sure_(context.tools().size()),
        possible_(context.tools().size()) {}

  Islands find() {
    for (const Connection& connection : connections_) {
      if (connection.is_live) sure_.join(connection.from, connection.to);
      possible_.join(connection.from, connection.to);
    }
    find_doubts();
    number_islands();
    return std::move(islands_);
  }

 private:
  // What is missing to know the extent of each possible island.
  void find_doubts() {
    std::vector<std::vector<Missing>> missing(context_.tools().size());
    std::vector<Missing> all;
    for (const Connection& connection : connections_) {
      if (connection.is_live || sure_.root(connection.from) == sure_.root(connection.to)) continue;
      all.push_back({connection.integration, integration_field::status.text, {}});
      missing[possible_.root(connection.from)].push_back(all.back());
    }
    doubts_.resize(missing.size());
    for (std::size_t i = 0; i < missing.size(); ++i) {
      if (!missing[i].empty()) doubts_[i] = context_.unknown(missing[i]);
    }
    if (!all.empty()) islands_.count = context_.unknown(all);
  }

  void number_islands() {
    std::vector<std::int64_t> numbers(context_.tools().size(), 0);
    std::int64_t count = 0;
    islands_.number.resize(numbers.size(), Value::integer(0));
    islands_.size.resize(numbers.size(), Value::integer(0));
    for (const Record* tool : context_.lifecycle.by_id) {
      if (!is_in_use(context_, *tool)) continue;
      std::int64_t& number = numbers[sure_.root(tool->index)];
      if (number == 0) number = ++count;
      const Value& doubt = doubts_[possible_.root(tool->index)];
      islands_.number[tool->index] = doubt.is_unknown() ? doubt : Value::integer(number);
      islands_.size[tool->index] = doubt.is_unknown() ? doubt : Value::integer(sure_.size(tool->index));
    }
    if (!islands_.count.is_unknown()) islands_.count = Value::integer(count);
  }

  const Context& context_;
  const std::vector<Connection>& connections_;
  DisjointSets sure_;      // joined by what works
  DisjointSets possible_;  // and by what may work
  std::vector<Value> doubts_;
  Islands islands_;
};

}  // namespace

std::vector<Connection> connections(const Context& context) {
  std::vector<Connection> found;
  const auto integrations = context.inventory.entities(EntityKind::integration);
  for (const Record* integration : sorted_by_id(integrations, integration_field::id)) {
    const Record* from = reference_of(*integration, integration_field::from);
    const Record* to = reference_of(*integration, integration_field::to);
    if (from == nullptr || to == nullptr || from == to) continue;
    if (!is_in_use(context, *from) || !is_in_use(context, *to)) continue;
    const bool is_live = text_of(*integration, integration_field::status) == "active";
    if (is_live || !is_given(*integration, integration_field::status)) {
      found.push_back({from->index, to->index, integration, is_live});
    }
  }
  return found;
}

Islands find_islands(const Context& context, const std::vector<Connection>& connections) {
  return IslandFinder(context, connections).find();
}

}  // namespace martech_audit::facts
