// Single values of a pack. Each gives nothing, and a diagnostic that shows the right form, where the node is
// not what is asked for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/value.h"

namespace martech_audit::rules {

// Text that is not blank, without the white space around it.
std::optional<std::string_view> read_text(Node node, Diagnostics& diagnostics);
// The same into a member, as rows of a field table do.
template <auto Member, class Draft>
void read_member(Node node, Draft& draft, Diagnostics& diagnostics) {
  if (const auto value = read_text(node, diagnostics)) draft.*Member = *value;
}
// [a-z0-9][a-z0-9-]*
std::optional<std::string_view> read_identifier(Node node, Diagnostics& diagnostics);
// Three numbers: 1.0.0
std::optional<std::string_view> read_version(Node node, Diagnostics& diagnostics);
// One of the words; `what` is "severity", …. Gives its index.
std::optional<std::size_t> read_word(Node node, std::string_view what,
                                     std::span<const std::string_view> words, Diagnostics& diagnostics);
std::optional<bool> read_flag(Node node, Diagnostics& diagnostics);
std::optional<int> read_weight(Node node, Diagnostics& diagnostics);
// The items of a list; one text alone is a list of one.
std::vector<Node> read_list(Node node, Diagnostics& diagnostics);

inline constexpr int largest_weight = 1000;

bool is_identifier(std::string_view text);
// How expressions can name it: [a-z_][a-z0-9_]*
bool is_variable_name(std::string_view text);

// The nearest text that is one.
std::string variable_name(std::string_view text);

}  // namespace martech_audit::rules
