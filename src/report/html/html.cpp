// One page of HTML that needs nothing else: no network, no script; its only style is named by its hash.
#include <array>
#include <string>

#include "base/sha256.h"
#include "embedded/html_page.h"
#include "embedded/html_style.h"
#include "report/html/html_data.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

std::string base64(const std::array<std::uint8_t, 32>& octets) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < octets.size(); i += 3) {
    const auto octet = [&](std::size_t n) {
      return i + n < octets.size() ? std::uint32_t{octets[i + n]} : std::uint32_t{0};
    };
    const std::uint32_t three = octet(0) << 16U | octet(1) << 8U | octet(2);
    for (unsigned shift = 24; shift > 0;) out += digits[three >> (shift -= 6) & 63U];
  }
  out.back() = '=';  // 32 octets leave two for the last three
  return out;
}

}  // namespace

void write_html(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  const std::string style(embedded::html_style());
  kainjow::mustache::data data = html_data(report);
  data.set("style", style);
  data.set("style_hash", base64(sha256(style)));
  kainjow::mustache::mustache page{std::string(embedded::html_page())};
  page.render(data, [&](const std::string& piece) { sink(piece); });
}

}  // namespace martech_audit::report
