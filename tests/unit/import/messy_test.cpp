#include <cstdlib>
#include <fstream>

#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::file_text;
using martech_audit::import::test::import_text;
using martech_audit::import::test::reading_messages;

namespace {

const std::string data = MARTECH_AUDIT_SOURCE_DIR "/tests/unit/import/data/";

// MARTECH_AUDIT_UPDATE=1 writes what came out over what was expected.
void check_approved(const std::string& file, const std::string& text) {
  if (std::getenv("MARTECH_AUDIT_UPDATE") != nullptr) std::ofstream(data + file, std::ios::binary) << text;
  CHECK(text == file_text(data + file));
}

}  // namespace

TEST_CASE("a messy sheet of twenty rows") {
  ImportOptions options{.organisation = "Acme", .currency = Currency::parse("EUR")};
  options.rates.push_back(*parse_rate("USD=0.92@2026-11-01"));
  const auto imported = import_text("messy.csv", file_text(data + "messy.csv"), options);
  REQUIRE(imported.result);
  check_approved("messy.yaml", imported.result->yaml);
  check_approved("messy.summary.txt", imported.result->summary);
  check_approved("messy.messages.txt", imported.messages);
  CHECK(reading_messages(imported.result->yaml) == "");
}

TEST_CASE("headings and states in Vietnamese and German") {
  ImportOptions options{.organisation = "Acme"};
  options.measured_on = parse_date("2026-11-20");
  const auto vietnamese = import_text("cong-cu.csv",
                                      "Tên công cụ;Chi phí năm;Số lượng tài khoản;Số người dùng;Trạng thái\n"
                                      "Haravan;120.000.000 ₫;20;14;Sắp hủy\n",
                                      options);
  REQUIRE(vietnamese.result);
  const std::string yaml = vietnamese.result->yaml;
  CHECK(yaml.substr(yaml.find("    name: Haravan")) ==
        "    name: Haravan\n    status: retiring\n    seats:\n      purchased: 20\n    usage:\n      active: "
        "14\n"
        "      measured_on: 2026-11-20\n    cost:\n      amount: 120000000\n      per: year\n");
  const auto german = import_text(
      "lizenzen.csv", "Software;Anzahl Lizenzen;davon genutzt;Status\nMatomo;9;5;gekündigt\n",
      {.organisation = "Acme", .currency = Currency::parse("EUR"), .measured_on = parse_date("2026-11-20")});
  REQUIRE(german.result);
  CHECK(german.result->yaml.find(
            "status: retiring\n    seats:\n      purchased: 9\n    usage:\n      active: 5\n") !=
        std::string::npos);
}
