// Values of expressions as JSON.
#pragma once

#include "martech_audit/value.h"
#include "record/json_writer.h"

namespace martech_audit::cli {

// Timestamps as RFC 3339, days as "2026-11-23", durations as "1.5s", bytes as their octets, numbers that JSON
// has not as "NaN" and "Infinity". A record is an object of the fields that are given, with blocks in full
// and other entities by their id. What is not known is {"unknown": [{"entity", "id", "path"}]}, a failure
// {"error": "…"}.
void write_value(record::JsonWriter& json, const Value& value);

// Into an object that is open: "unknown" or "error" as above, any other value as "value".
void write_outcome(record::JsonWriter& json, const Value& value);

}  // namespace martech_audit::cli
