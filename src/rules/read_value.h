// What packs and configurations have in common, under the names that configurations use.
#pragma once

#include "record/read_value.h"
#include "rules/words.h"

namespace martech_audit::rules {

using record::expect_mapping;
using record::read_flag;
using record::read_list;
using record::read_text;
using record::report_empty_field;
using record::report_unknown_field;

inline std::optional<int> read_weight(Node node, Diagnostics& diagnostics) {
  return record::read_whole(node, 0, largest_weight, diagnostics);
}

}  // namespace martech_audit::rules
