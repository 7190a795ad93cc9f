// OpenDocument spreadsheets: .ods (ISO 26300).
#pragma once

#include <string>
#include <vector>

#include "import/workbook/archive.h"
#include "import/workbook/sheet.h"

namespace martech_audit::import {

bool is_ods(const Archive& archive);

// `file`: how messages call the workbook.
Refusal read_ods(Archive& archive, const std::string& file, std::vector<Sheet>& sheets);

}  // namespace martech_audit::import
