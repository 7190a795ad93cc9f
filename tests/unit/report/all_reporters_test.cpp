#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "martech_audit/reporter.h"
#include "sample_reports.h"
#include "support/catch.h"
#include "support/golden.h"

namespace martech_audit {
namespace {

std::string written(const Reporter& reporter, const AuditReport& report, const ReportStyle& style = {}) {
  std::string text;
  reporter.write(report, style, [&](std::string_view piece) { text += piece; });
  return text;
}

std::string golden_name(std::string_view sample, std::string_view format, std::string_view variant = {}) {
  std::string name = std::string(sample) + "." + std::string(format);
  if (!variant.empty()) name += "-" + std::string(variant);
  return name + (format == "json" ? ".json" : ".txt");
}

TEST_CASE("reporters are sorted by name and found by it") {
  const auto all = all_reporters();
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const Reporter& a, const Reporter& b) { return a.name <= b.name; }));
  for (const Reporter& reporter : all) {
    CHECK(find_reporter(reporter.name) == &reporter);
    CHECK_FALSE(reporter.summary.empty());
  }
  CHECK(find_reporter("txt") == nullptr);
}

TEST_CASE("every reporter writes every sample as approved") {
  for (const Reporter& reporter : all_reporters()) {
    for (const test::SampleReport& sample : test::sample_reports()) {
      const std::string text = written(reporter, sample.make());
      const std::string difference = test::golden_difference(golden_name(sample.name, reporter.name), text);
      INFO(difference);
      CHECK(difference.empty());
    }
  }
}

TEST_CASE("the text report in each of its styles is as approved") {
  struct Variant {
    std::string_view name;
    ReportStyle style;
  };
  const std::array variants{
      Variant{"ascii", {.unicode = false}},
      Variant{"colour", {.colour = true}},
      Variant{"verbose", {.verbose = true}},
      Variant{"wide", {.width = 120}},
  };
  for (const Variant& variant : variants) {
    for (const std::string_view sample : {"retailer", "starter"}) {
      const AuditReport report = sample == "retailer" ? test::retailer_report() : test::starter_report();
      const std::string text = written(*find_reporter("text"), report, variant.style);
      const std::string difference = test::golden_difference(golden_name(sample, "text", variant.name), text);
      INFO(difference);
      CHECK(difference.empty());
    }
  }
}

TEST_CASE("no report gives a terminal anything to obey") {
  for (const Reporter& reporter : all_reporters()) {
    for (const bool verbose : {false, true}) {
      const std::string text = written(reporter, test::hostile_report(), {.verbose = verbose});
      INFO(reporter.name);
      CHECK_FALSE(first_invalid_utf8(text));
      std::string without_breaks = text;
      std::erase(without_breaks, '\n');
      if (reporter.name == "ics" || reporter.name == "csv") std::erase(without_breaks, '\r');
      CHECK(escape_controls(without_breaks) == without_breaks);
    }
  }
}

// Printed columns of a line that may have colours in it.
std::size_t columns_of(std::string line) {
  for (std::size_t at = line.find('\x1b'); at != std::string::npos; at = line.find('\x1b', at)) {
    line.erase(at, line.find('m', at) - at + 1);
  }
  return display_width(line);
}

TEST_CASE("no line of the text report is wider than the terminal") {
  for (const test::SampleReport& sample : test::sample_reports()) {
    for (const std::size_t width : {40U, 64U, 80U, 120U, 200U}) {
      for (const bool unicode : {false, true}) {
        const ReportStyle style{.colour = true, .unicode = unicode, .width = width, .verbose = true};
        std::string text = written(*find_reporter("text"), sample.make(), style);
        for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
          const std::string line = text.substr(0, end);
          INFO(sample.name << " at " << width << ": " << escape_controls(line));
          CHECK(columns_of(line) <= width);
          text.erase(0, end + 1);
        }
        CHECK(text.empty());
      }
    }
  }
}

TEST_CASE("colour adds nothing but colour, and ASCII is ASCII") {
  for (const test::SampleReport& sample : test::sample_reports()) {
    const Reporter& text = *find_reporter("text");
    std::string coloured = written(text, sample.make(), {.colour = true});
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b', at)) {
      coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    CHECK(coloured == written(text, sample.make()));
    const std::string ascii = written(text, sample.make(), {.unicode = false, .verbose = true});
    CHECK(
        std::all_of(ascii.begin(), ascii.end(), [](char c) { return c == '\n' || (c >= ' ' && c < 0x7F); }));
  }
}

// Of `text`, what stands between `before` and the next quote.
std::vector<std::string> quoted(std::string_view text, std::string_view before) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at + 1)) {
    const std::size_t begin = at + before.size();
    found.emplace_back(text.substr(begin, text.find('"', begin) - begin));
  }
  return found;
}

TEST_CASE("every link of the HTML page leads to a place on it") {
  for (const test::SampleReport& sample : test::sample_reports()) {
    const std::string page = written(*find_reporter("html"), sample.make());
    const std::vector<std::string> places = quoted(page, " id=\"");
    const std::vector<std::string> links = quoted(page, "href=\"#");
    CHECK(links.size() > 5);
    for (const std::string& link : links) {
      INFO(sample.name << ": #" << link);
      CHECK(std::find(places.begin(), places.end(), link) != places.end());
    }
  }
}

TEST_CASE("a first inventory gets a page that ends with what to add") {
  const std::string text = written(*find_reporter("text"), test::starter_report());
  CHECK(std::count(text.begin(), text.end(), '\n') <= 26);
  CHECK(text.find("What to add next") > text.find("8 findings: 1 high"));
  CHECK(text.ends_with("up to 12 points\n"));
}

}  // namespace
}  // namespace martech_audit
