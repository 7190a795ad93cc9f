#include <fmt/format.h>

#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;

namespace {

// The tools with their categories, then what was left out.
std::string read(const std::string& sheet) {
  const auto imported = import_text("sheet.csv", sheet, in("USD"));
  if (!imported.result) return imported.messages;
  std::string out;
  std::istringstream yaml(imported.result->yaml);
  for (std::string line; std::getline(yaml, line);) {
    if (line.starts_with("    name: ")) out += line.substr(10) + "\n";
    if (line.starts_with("    category: ")) out += "  " + line.substr(14) + "\n";
  }
  std::istringstream summary(imported.result->summary);
  for (std::string line; std::getline(summary, line);) {
    if (line.starts_with("  left out: ")) out += line.substr(12) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a total in any of the usual words") {
  for (const char* word :
       {"Total",        "TOTAL:",       "Totals",         "Grand Total",        "Subtotal",      "Sub-total",
        "Subtotal CRM", "CRM subtotal", "Total spend",    "Total Annual Spend", "Total (USD)",   "Total USD",
        "Sum",          "Summe:",       "Gesamt",         "Zwischensumme",      "Total général", "Sous-total",
        "Tổng cộng",    "Annual total", "Total tools: 5", "Total 2026"}) {
    INFO(word);
    CHECK(read(fmt::format("Tool,Vendor,Annual cost\nCanva,Canva,120\n{},,777\n", word)) ==
          "Canva\nrow 3 is a total\n");
  }
}

TEST_CASE("a name that only begins or ends like a total needs the sums") {
  CHECK(read("Tool,Vendor,Annual cost\nCanva,Canva,120\nFigma,Figma,80\nTotal CRM,,200\n") ==
        "Canva\nFigma\nrow 4 is a total\n");
  CHECK(read("Tool,Vendor,Annual cost\nCanva,Canva,120\nTotal Expert,,12000\n") == "Canva\nTotal Expert\n");
  CHECK(read("Tool,Vendor,Annual cost\nCanva,Canva,120\nTotal Expert,Total Expert Inc,120\n") ==
        "Canva\nTotal Expert\n");
  CHECK(read("Tool,Vendor,Annual cost\nSumUp,SumUp,120\nTotango,Totango,80\n") == "SumUp\nTotango\n");
}

TEST_CASE("a row of sums is a total whatever it is called") {
  const std::string rows = "Tool,Vendor,Annual cost,Seats\nA,V,100.10,1\nB,V,200.20,2\nC,V,300.30,3\n";
  CHECK(read(rows + "All of it,,600.60,6\n") == "A\nB\nC\nrow 5 is a total\n");
  CHECK(read(rows + "D,,600.61,6\n") == "A\nB\nC\nD\n");
  CHECK(read(rows + "D,W,600.60,6\n") == "A\nB\nC\nD\n");
  CHECK(read(rows + "Canva,,600.60,6\n") == "A\nB\nC\nCanva\n");          // the catalogue knows it
  CHECK(read("Tool,Annual cost\nA,100\nB,200\nC,300\n") == "A\nB\nC\n");  // two that happen to add up
}

TEST_CASE("sections are the categories of the rows below") {
  CHECK(read("Tool,Vendor,Annual cost\nCRM,,\nSalesforce,Salesforce,180\nPipedrive,P,10\nSubtotal CRM,,190\n"
             "Tests and trials,,\nOptimizely,O,5\n") ==
        "Salesforce\n  crm\nPipedrive\n  crm\nOptimizely\n  tests-and-trials\n"
        "row 2 is the heading of a section\nrow 5 is a total\nrow 6 is the heading of a section\n");
  // A column of its own goes before.
  CHECK(read("Tool,Category,Annual cost\nCRM,,\nSalesforce,Ads,180\nPipedrive,,10\n") ==
        "Salesforce\n  ads\nPipedrive\n  crm\nrow 2 is the heading of a section\n");
}

TEST_CASE("names alone are tools where nothing shows that they are sections") {
  CHECK(read("Tool,Vendor,Annual cost\nCanva,,\nFigma,Figma,240\nMiro,,\nLoom,L,120\n") ==
        "Canva\nFigma\nMiro\nLoom\n");
  CHECK(read("Tool,Vendor,Annual cost\nFigma,Figma,240\nOwn tool,,\nLoom,L,120\n") ==
        "Figma\nOwn tool\nLoom\n");
}
