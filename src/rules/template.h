// Templates: text with CEL in braces. "{tool.name}: {{literally}}".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace martech_audit::rules {

// Text to print as it is, or an expression to evaluate. A view into the template.
struct TemplatePiece {
  std::string_view text;
  bool expression = false;
  std::size_t offset = 0;  // of `text` in the template
};

struct SplitTemplate {
  std::vector<TemplatePiece> pieces;
  // What is wrong, and at which byte; the pieces are of no use then.
  std::string_view fault;
  std::string_view hint;  // what to write instead
  std::size_t fault_at = 0;
};

// Braces inside an expression's own strings and maps belong to the expression.
SplitTemplate split_template(std::string_view text);

}  // namespace martech_audit::rules
