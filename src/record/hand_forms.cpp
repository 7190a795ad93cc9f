#include "record/hand_forms.h"

#include <fmt/format.h>

namespace martech_audit::record {

// One that is wrong is reported and kept, so that it is not said to be missing as well.
void Form<VariableName>::read(const HandReader& from, Node node, const VariableName& name) {
  const auto value = read_text(node, from.diagnostics());
  if (!value) return;
  check_variable_name(node.where(), *value, name.what, from.diagnostics());
  name.text = *value;
  name.node = node;
}

void Form<Identifiers>::read(const HandReader& from, Node node, const Identifiers& list) {
  for (const Node item : read_list(node, from.diagnostics())) {
    const auto value = read_identifier(item, from.diagnostics());
    if (!value) continue;
    list.ids.emplace_back(*value);
    if (list.nodes != nullptr) list.nodes->push_back(item);
  }
}

void Form<AnyScalar>::read(const HandReader& from, Node node, const AnyScalar& scalar) {
  if (node.is_scalar()) {
    scalar.node = node;
  } else {
    from.diagnostics().error(node.where(),
                             fmt::format("'{}' must be one value, not {}", node.key(), found(node)),
                             "write one number, text, true or false");
  }
}

}  // namespace martech_audit::record
