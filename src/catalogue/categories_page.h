// The categories as a page of documentation.
#pragma once

#include <string>

namespace martech_audit {

// Markdown, group by group, with other names and traits.
std::string categories_page();

}  // namespace martech_audit
