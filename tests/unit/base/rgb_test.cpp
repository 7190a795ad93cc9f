#include "base/rgb.h"

#include <cmath>

#include "support/catch.h"

namespace martech_audit {
namespace {

TEST_CASE("colours are written in six hexadecimal digits") {
  CHECK(parse_rgb("#1f4e79") == Rgb{0x1F, 0x4E, 0x79});
  CHECK(parse_rgb("1F4E79") == Rgb{0x1F, 0x4E, 0x79});
  CHECK(to_string(Rgb{0x1F, 0x04, 0x79}) == "#1f0479");
  for (const char* text : {"", "#", "#12345", "#1234567", "#12345g", "red", "-12345", "##12345", "#+12345"}) {
    INFO(text);
    CHECK_FALSE(parse_rgb(text));
  }
}

TEST_CASE("contrast is that of WCAG, and a colour that is too light has a darker one of its hue") {
  const auto hundredths = [](Rgb colour) { return std::lround(contrast_on_white(colour) * 100); };
  CHECK(hundredths({0, 0, 0}) == 2100);
  CHECK(hundredths({255, 255, 255}) == 100);
  CHECK(hundredths({0x76, 0x76, 0x76}) == 454);
  CHECK(readable_on_white({0x1F, 0x4E, 0x79}) == Rgb{0x1F, 0x4E, 0x79});
  for (const Rgb light : {Rgb{255, 224, 0}, Rgb{255, 255, 255}, Rgb{0, 255, 0}}) {
    const Rgb darker = readable_on_white(light);
    CHECK(contrast_on_white(darker) >= readable_contrast);
    CHECK(contrast_on_white(darker) < readable_contrast + 0.3);
  }
}

}  // namespace
}  // namespace martech_audit
