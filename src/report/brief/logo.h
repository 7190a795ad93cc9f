// The logo on the first page.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit::report {

// "image/png" or "image/svg+xml", if the bytes begin and end as one; empty for anything else.
std::string_view image_type(std::string_view bytes);

// As the address of an <img>, in which nothing of an SVG image runs or loads; empty where it is no image.
std::string data_address(std::string_view bytes);

}  // namespace martech_audit::report
