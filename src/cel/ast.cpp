#include "cel/ast.h"

namespace martech_audit::cel {

std::string_view symbol(Operator op) {
  static constexpr std::string_view symbols[] = {"||", "&&", "!", "?:", "==", "!=", "<", "<=",  ">",   ">=",
                                                 "in", "+",  "-", "*",  "/",  "%",  "-", "[_]", "[?_]"};
  return symbols[static_cast<std::size_t>(op)];
}

std::uint32_t Node::place_end() const {
  switch (kind) {
    case NodeKind::select:
    case NodeKind::call:
      return place + static_cast<std::uint32_t>(name.size());
    case NodeKind::operation:
      return place + (op == Operator::index || op == Operator::conditional
                          ? 1U
                          : static_cast<std::uint32_t>(symbol(op).size()));
    default:
      return end;
  }
}

}  // namespace martech_audit::cel
