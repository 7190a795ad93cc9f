// Refusal: why a workbook cannot be read.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "martech_audit/diagnostic.h"

namespace martech_audit::import {

// An error, of the workbook as a whole where it has no place. Nothing: all is well.
using Refusal = std::optional<Diagnostic>;

inline Refusal refusal(std::string message, std::string hint = {}, Location where = {}) {
  return Diagnostic{DiagnosticLevel::error, std::move(where), std::move(message), std::move(hint)};
}

inline constexpr const char* save_again =
    "open it in a spreadsheet program, save it as .xlsx, and import that";

}  // namespace martech_audit::import
