#include "base/rgb.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace martech_audit {
namespace {

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

Rgb at_brightness(Rgb colour, int percent) {
  const auto scaled = [&](std::uint8_t channel) {
    return static_cast<std::uint8_t>(channel * percent / 100);
  };
  return {scaled(colour.red), scaled(colour.green), scaled(colour.blue)};
}

}  // namespace

std::optional<Rgb> parse_rgb(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  if (text.size() != 6) return std::nullopt;
  std::uint32_t number = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (error != std::errc() || at != text.data() + text.size()) return std::nullopt;
  const auto channel = [&](int shift) { return static_cast<std::uint8_t>(number >> shift & 0xFFU); };
  return Rgb{channel(16), channel(8), channel(0)};
}

std::string to_string(Rgb colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double contrast_on_white(Rgb colour) {
  const double luminance =
      0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
  return 1.05 / (luminance + 0.05);
}

Rgb readable_on_white(Rgb colour) {
  int percent = 100;
  while (percent > 0 && contrast_on_white(at_brightness(colour, percent)) < readable_contrast) --percent;
  return at_brightness(colour, percent);
}

}  // namespace martech_audit
