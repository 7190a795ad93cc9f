// Expression: a compiled piece of a pack, and where it stands there.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cel/cel.h"
#include "document/document.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::rules {

struct Expression {
  cel::Program program;
  Node node;                 // the scalar it is written in
  std::uint32_t offset = 0;  // where in its text
};

// The place of byte `at` of the expression's text.
Location place_in(const Expression& expression, std::uint32_t at);

// What a result must be. A number may be of any kind.
enum class Wanted : std::uint8_t { truth, number, fraction, instant, entity, anything };

// Compiles with the faults of CEL and those of words that no field can hold. A program may come with issues.
cel::Compiled compile_checked(const cel::Environment& environment, std::string_view text, Wanted wanted);

// Compiles `text`, a part of the node's text; every fault is reported at its place.
std::optional<Expression> compile_part(const cel::Environment& environment, Node node, std::string_view text,
                                       Wanted wanted, Diagnostics& diagnostics);

// The whole node. Nothing, and no diagnostic, where it is no node.
std::optional<Expression> compile_node(const cel::Environment& environment, Node node, Wanted wanted,
                                       Diagnostics& diagnostics);

}  // namespace martech_audit::rules
