// Colours as people write them, and how well text in them can be read on white.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace martech_audit {

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};

// What text needs against its ground (WCAG 2, level AA).
inline constexpr double readable_contrast = 4.5;

// "#1f4e79"; the # may be left out, since it begins a comment in YAML.
std::optional<Rgb> parse_rgb(std::string_view text);
std::string to_string(Rgb colour);

// From 1, the same, to 21, black; as WCAG 2 defines it.
double contrast_on_white(Rgb colour);

// The same hue, no darker than needed to be readable on white.
Rgb readable_on_white(Rgb colour);

}  // namespace martech_audit
