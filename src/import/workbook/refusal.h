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

inline Refusal password_refusal() {
  return refusal("this workbook is protected with a password",
                 "open it in a spreadsheet program, save it without the password, and import that");
}

inline constexpr const char* keep_one_sheet = "keep only the sheet with the list of tools";
inline constexpr const char* save_again =
    "open it in a spreadsheet program, save it as .xlsx, and import that";

}  // namespace martech_audit::import
