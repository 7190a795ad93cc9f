// The graph of integrations between tools.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

// An integration between two different tools in use that works, or of which nobody says whether it does.
struct Connection {
  std::uint32_t from;
  std::uint32_t to;
  const Record* integration;
  bool is_live;  // else its status is missing
};

std::vector<Connection> connections(const Context& context);

// Groups of tools that are connected, directly or not; each tool in use is in one. A tool without connections
// is an island of its own.
struct Islands {
  std::vector<Value> number;  // a tool each, counted from 1 by the first id; 0 of tools not in use
  std::vector<Value> size;    // in tools
  Value count;                // unknown where connections without a status could join some
};

Islands find_islands(const Context& context, const std::vector<Connection>& connections);

}  // namespace martech_audit::facts
