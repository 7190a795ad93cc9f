// Single values of a field: text, words, numbers, dates.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"

namespace martech_audit::model {

// What `node` means as one value (of a list: one item) of the field. Where it is not such a value, an error
// that shows the right form, and nothing. References come back as text. The text is a view into the document.
std::optional<Value> read_scalar(Node node, const Field& field, Diagnostics& diagnostics);

// "'problem' is 'tbd', a placeholder, and is treated as missing".
void warn_of_placeholder(Node node, std::string_view what, Diagnostics& diagnostics);

std::string with_article(std::string_view noun);  // "an objective"

// "'2026'", "a list", "a mapping", "nothing": what stands at the node, for messages.
std::string found(Node node);

// "'owner'", of a list "an entry of 'kpis'": what a message is about.
std::string subject(const Field& field);

// "a date", "true or false", "the id of a tool": what the field takes, for messages.
std::string expected(const Field& field);

bool in_range(Decimal number, const Range& range);

// "from 0 to 3660", "1 or more". The range must have a least number.
std::string in_words(const Range& range);

// The number with '_' between groups of three digits where it has five or more, as the reader takes it.
std::string in_digits(std::int64_t number);

// The same value as a number or date in the form this tool reads; empty where there is no telling.
std::string as_plain_number(std::string_view text);
std::string as_iso_date(std::string_view text);

}  // namespace martech_audit::model
