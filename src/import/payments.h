// Lists of payments: which sign a charge has, and which rows pay for no software.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/draft.h"
#include "import/record_table.h"

namespace martech_audit::import {

// Where most amounts are negative, charges are: the signs of all are turned. What was assumed, or nothing.
std::optional<std::string> settle_signs(std::vector<Draft>& payments);

// What a row of expenses is for, where its category says that it is no software: "Travel"; else empty.
std::string_view foreign_category(const RecordTable& table, const RecordRow& row);

}  // namespace martech_audit::import
