#include "import/connections.h"

#include <fmt/format.h>

#include "base/text.h"
#include "import/header_names.h"

namespace martech_audit::import {
namespace {

struct Connection {
  std::string to;
  std::vector<FieldValue> details;
  std::string problem;
};

bool names_the_other_tool(std::string_view key) {
  const Heading heading = read_heading(key);
  return key == "to" || (heading.meaning != nullptr && heading.meaning->field == "name");
}

void add_detail(Connection& connection, std::string_view key, std::string_view text,
                std::optional<DateOrder> order) {
  const auto target = find_target(EntityKind::integration, key);
  if (!target || key == "id" || key == "from") {
    connection.problem = fmt::format("a connection has no '{}'", shorten(key, 40));
    return;
  }
  CellReading reading = read_cell(text, *target, order);
  if (!reading.problem.empty()) connection.problem = fmt::format("'{}': {}", key, reading.problem);
  for (FieldValue& value : reading.values) connection.details.push_back(std::move(value));
}

Connection read_connection(const CellRecord& record, std::optional<DateOrder> order) {
  Connection connection;
  for (const auto& [key, text] : record) {
    if (text.empty()) continue;
    if (connection.to.empty() && names_the_other_tool(key)) {
      connection.to = text;
    } else {
      add_detail(connection, key, text, order);
    }
    if (!connection.problem.empty()) return connection;
  }
  if (connection.to.empty()) connection.problem = "a connection here has no tool";
  return connection;
}

}  // namespace

CellReading read_connections(const Cell& cell, const Target& target, std::optional<DateOrder> order) {
  FieldValue value{target.path, {}, true};
  for (const CellRecord& record : cell.records) {
    Connection connection = read_connection(record, order);
    if (!connection.problem.empty())
      return {{}, std::move(connection.problem), "write {to: Name, kind: api, status: active}"};
    value.items.push_back({std::move(connection.to), false});
    value.details.push_back(std::move(connection.details));
  }
  return {{std::move(value)}};
}

}  // namespace martech_audit::import
