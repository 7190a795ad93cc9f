// Single values of what people write. Each gives nothing, and a diagnostic that shows the right form, where
// the node is not what is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_hint.h"
#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/money.h"

namespace martech_audit::record {

// Text that is not blank, without the white space around it.
std::optional<std::string_view> read_text(Node node, Diagnostics& diagnostics);
// [a-z0-9][a-z0-9-]*
std::optional<std::string_view> read_identifier(Node node, Diagnostics& diagnostics);
// Three numbers: 1.0.0
std::optional<std::string_view> read_version(Node node, Diagnostics& diagnostics);
// One of the words; `what` is "severity", …. Gives its index.
std::optional<std::size_t> read_word(Node node, std::string_view what,
                                     std::span<const std::string_view> words, Diagnostics& diagnostics);
// The same of a member's key.
std::optional<std::size_t> read_key(Node member, std::string_view what,
                                    std::span<const std::string_view> words, Diagnostics& diagnostics);
std::optional<bool> read_flag(Node node, Diagnostics& diagnostics);
std::optional<Currency> read_currency(Node node, Diagnostics& diagnostics);
std::optional<int> read_whole(Node node, int least, int most, Diagnostics& diagnostics);
// The items of a list; one text alone is a list of one.
std::vector<Node> read_list(Node node, Diagnostics& diagnostics);

// Reports a key that cannot be a name in expressions, [a-z_][a-z0-9_]*. `what` is "a parameter".
void check_variable_name(Node member, std::string_view what, Diagnostics& diagnostics);
void check_variable_name(const Location& where, std::string_view name, std::string_view what,
                         Diagnostics& diagnostics);

// ---- what stands in the wrong place
// -------------------------------------------------------------------------

// "a list", "a mapping", "text": what stands at the node.
std::string found(Node node);

// False, with a diagnostic, where the node is not a mapping. `what` is "a rule", "the pack", …, `hint` what
// to write.
bool expect_mapping(Node node, std::string_view what, std::string_view hint, Diagnostics& diagnostics);
// The same of a list, under its key.
bool expect_list(Node node, std::string_view hint, Diagnostics& diagnostics);

void report_unknown_field(Node value, std::string_view what, std::span<const std::string_view> names,
                          Diagnostics& diagnostics);
void report_empty_field(Node value, Diagnostics& diagnostics);

}  // namespace martech_audit::record
