// No cell of a source goes missing: each is in the inventory, or the summary has it.
#include "accounting.h"

#include <random>

#include "base/text.h"
#include "import/header_names.h"
#include "support/catch.h"
#include "support/sample.h"
#include "support/skip.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::file_text;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::lost_cells;
using martech_audit::import::test::reading_messages;
using martech_audit::import::test::says_same;

namespace {

using Texts = std::vector<std::string>;

const std::string shared = MARTECH_AUDIT_SHARED_DATA;

std::vector<std::string> headings_of(const std::string& header) {
  std::vector<std::string> headings;
  for (std::size_t begin = 0; begin <= header.size();) {
    const std::size_t end = std::min(header.find(',', begin), header.size());
    headings.emplace_back(trim(std::string_view(header).substr(begin, end - begin)));
    begin = end + 1;
  }
  return headings;
}

// Of a list of people nothing but counts is taken; all its headings are named, and its rows are counted.
bool is_counted(const ImportResult& result, const std::vector<std::string>& headings) {
  const std::size_t at = result.summary.find("columns with personal data, only counts and dates kept: ");
  if (at == std::string::npos) return false;
  const std::string line = result.summary.substr(at, result.summary.find('\n', at) - at);
  for (const std::string& heading : headings) {
    if (line.find(shorten(heading, 40)) == std::string::npos) return false;
  }
  return result.summary.find("  left out: 1 row") != std::string::npos;
}

}  // namespace

TEST_CASE("what the accountant takes for the same") {
  CHECK(says_same("1.200 \u20AC", "1200"));
  CHECK(says_same("$79.66", "79.66"));
  CHECK(says_same("12k", "12000"));
  CHECK(says_same("Jan 5, 2027", "2027-01-05"));
  CHECK(says_same("31.12.2026", "2026-12-31"));
  CHECK(says_same("Yes", "true"));
  CHECK(says_same("Marketing automation", "marketing-automation"));
  CHECK_FALSE(says_same("$79.66", "7.97"));
  CHECK_FALSE(says_same("31.12.2026", "2026-12-30"));
  CHECK_FALSE(says_same("Yes", "false"));
  CHECK_FALSE(says_same("Mai", "Kim"));
}

TEST_CASE("no cell of the messy sheet is lost") {
  ImportOptions options{.organisation = "Acme", .currency = Currency::parse("EUR")};
  options.rates.push_back({*Currency::parse("USD"), *Decimal::parse("0.92"), {}});
  const std::string text = file_text(MARTECH_AUDIT_SOURCE_DIR "/tests/unit/import/data/messy.csv");
  CHECK(lost_cells({"messy.csv", text, 4}, options) == Texts{});
}

TEST_CASE("no cell of GitLab's tech stack is lost") {
  const std::string path = shared + "/gitlab-tech-stack/tech_stack.2022-08-12.yml";
  const std::string text = file_text(path);
  if (text.empty()) return tests::skip(path);
  CHECK(lost_cells({"tech_stack.yml", text, 0}, {}) == Texts{});
}

TEST_CASE("no cell of the samples beside the project is lost") {
  const std::string licences = file_text(shared + "/export-shapes/snipeit_MOCK_LICENSES.head.csv");
  const std::string tracker = file_text(shared + "/export-shapes/saas-cost-analysis_subscriptions.csv");
  if (licences.empty() || tracker.empty()) return tests::skip(shared + "/export-shapes");
  CHECK(lost_cells({"licences.csv", licences}, {}) == Texts{});
  ImportOptions options = in("USD");
  options.rates = {*parse_rate("INR=0.012"), *parse_rate("AED=0.27")};
  CHECK(lost_cells({"subscriptions.csv", tracker}, options) == Texts{});
}

TEST_CASE("no cell under the headings of any export shape is lost") {
  const std::string path = shared + "/export-shapes/HEADERS.md";
  std::ifstream file(path);
  if (!file) return tests::skip(path);
  std::size_t tools = 0;
  std::size_t people = 0;
  for (std::string line; std::getline(file, line);) {
    const bool is_header = line.starts_with("  ") && std::count(line.begin(), line.end(), ',') >= 2 &&
                           !line.starts_with("  target fields");
    if (!is_header || line.find("(header") != line.npos) continue;
    const std::vector<std::string> headings = headings_of(line.substr(2));
    std::string row;
    for (std::size_t i = 0; i < headings.size(); ++i) row += "cell " + std::string(1 + i, 'i') + ",";
    const std::string sheet = line.substr(2) + "\n" + row.substr(0, row.size() - 1) + "\n";
    INFO(sheet);
    const auto imported = import_text("export.csv", sheet, in("EUR"));
    if (!imported.result) {
      CHECK(imported.messages.find("hint: ") != std::string::npos);
    } else if (is_counted(*imported.result, headings)) {
      ++people;
    } else {
      ++tools;
      CHECK(lost_cells({"export.csv", sheet}, in("EUR")) == Texts{});
    }
  }
  CHECK(tools + people > 10);
}

// Sheets of usual and unusual headings, some twice, over cells that fit or do not.
TEST_CASE("no cell of a sheet put together at random is lost") {
  const Texts unusual{"Colour",       "Notes", "Notes",     "\u5DE5\u5177",
                      "\u8D39\u7528", "x",     "Batch no.", "Kommentar 2"};
  const Texts cells{
      "",       "",           "Mail",       "Mai Tran",       "$1,200",   "1.234,50 \u20AC", "99/mo",
      "12k",    "2026-01-31", "31.12.2026", "03/04/2027",     "Yes",      "sometimes",       "12",
      "10-15",  "n/a",        "TBC",        "a; b",           "CRM, GA4", "#REF!",           "EUR",
      "annual", "60 days",    "3 months",   "free",           "=1+1",     "+cmd|",           "-7",
      "\u2713", "45%",        "active",     "line 1\nline 2", "Total",    "12 seats",        "per user"};
  std::mt19937 random(20261123);
  std::vector<std::string_view> names;
  for (const HeaderName& name : header_names()) {
    if (name.field != "aliases") names.push_back(name.name);  // connections to aliases are ids of other tools
  }
  for (std::size_t round = 0; round < sample_of(300); ++round) {
    std::string sheet = "Tool";
    const std::size_t width = 2 + random() % 9;
    for (std::size_t i = 1; i < width; ++i) {
      const bool usual = random() % 4 > 0;
      sheet +=
          "," + (usual ? std::string(names[random() % names.size()]) : unusual[random() % unusual.size()]);
    }
    for (int row = 0; row < 6; ++row) {
      sheet += "\nTool " + std::string(1, static_cast<char>('A' + random() % 4));
      for (std::size_t i = 1; i < width; ++i) sheet += ",\"" + cells[random() % cells.size()] + '"';
    }
    sheet += '\n';
    ImportOptions options = in("EUR");
    options.rates.push_back({*Currency::parse("USD"), *Decimal::parse("0.9"), {}});
    const auto imported = import_text("a.csv", sheet, options);
    INFO(sheet << imported.messages
               << (imported.result ? imported.result->yaml + imported.result->summary : ""));
    REQUIRE(imported.result);
    CHECK(reading_messages(imported.result->yaml).find("error") == std::string::npos);
    CHECK(lost_cells({"a.csv", sheet}, options) == Texts{});
  }
}
