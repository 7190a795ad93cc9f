#include "import/csv.h"

#include <fmt/format.h>

#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;

namespace {

// A row a line with its number, cells in brackets; then the messages.
std::string rows_of(std::string text) {
  const auto source = std::make_shared<const Source>("sheet.csv", std::move(text));
  Diagnostics diagnostics;
  std::string out;
  if (const auto rows = read_csv(source, diagnostics)) {
    for (const RecordRow& row : *rows) {
      out += fmt::format("{} ", row.number);
      for (std::size_t i = 0; i < row.width; ++i) out += "[" + row.text(i) + "]";
      out += "\n";
    }
  }
  return out + render(diagnostics);
}

}  // namespace

TEST_CASE("rows and cells of delimited text") {
  CHECK(rows_of("a,b\n1,2\n") == "1 [a][b]\n2 [1][2]\n");
  CHECK(rows_of("a,b\r\n1,2") == "1 [a][b]\n2 [1][2]\n");
  CHECK(rows_of("a;b;c\n1,5;2;3\n") == "1 [a][b][c]\n2 [1,5][2][3]\n");
  CHECK(rows_of("a\tb\n1, or 2\t3\n") == "1 [a][b]\n2 [1, or 2][3]\n");
  CHECK(rows_of("sep=;\na;b,c\n") == "2 [a][b,c]\n");
  CHECK(rows_of("\n a , b \n,,\n1,\n") == "2 [a][b]\n4 [1][]\n");
  CHECK(rows_of("a,b\n\"x, \"\"y\"\"\",\"two\r\nlines\"\n") == "1 [a][b]\n2 [x, \"y\"][two\nlines]\n");
  CHECK(rows_of("a,b\n \"x\" ,5\" disk\n") == "1 [a][b]\n2 [x][5\" disk]\n");
  CHECK(rows_of("alone\n") == "1 [alone]\n");
  CHECK(rows_of("").starts_with("sheet.csv:1:1: error: there is nothing in this file\n"));
}

TEST_CASE("a cell knows its place") {
  const auto source = std::make_shared<const Source>("sheet.csv", "a,b\n\"x\ny\",\xC3\xA9 z\n");
  Diagnostics diagnostics;
  const auto rows = read_csv(source, diagnostics);
  REQUIRE(rows);
  CHECK(source->position((*rows)[1].cells[0].where.begin) == Position{2, 1});
  CHECK(source->position((*rows)[1].cells[1].where.begin) == Position{3, 4});
}

TEST_CASE("what is no delimited text says so") {
  CHECK(rows_of("a,b\n1,\"open\n2,3\n") ==
        "sheet.csv:2:3: error: this quote is never closed\n"
        "    2 | 1,\"open\n"
        "      |   ^\n"
        "      hint: end the cell with a quote; double quotes inside a cell\n");
  CHECK(rows_of("a,b\nM\xFCller,2\n").starts_with("sheet.csv:2:2: error: this byte is not UTF-8\n"));
  CHECK(rows_of("\xFF\xFE"
                "a")
            .starts_with("sheet.csv:1:1: error: the file is encoded as UTF-16\n"));
  CHECK(
      rows_of("PK\x03\x04 rest")
          .starts_with("sheet.csv:1:1: error: this is an Excel workbook or another ZIP archive, not CSV\n"));
  CHECK(rows_of(std::string("a\0,\0b\0", 6))
            .starts_with("sheet.csv:1:1: error: the file is encoded as UTF-16\n"));
  CHECK(rows_of("%PDF-1.7\n").starts_with("sheet.csv:1:1: error: this is a PDF, not CSV\n"));
  CHECK(rows_of(std::string("a\0b", 3))
            .starts_with("sheet.csv:1:2: error: a NUL byte: this is not UTF-8 text\n"));
  CHECK(rows_of("a,b\n\"x\"y,2\n") ==
        "1 [a][b]\n2 [xy][2]\n"
        "sheet.csv:2:4: warning: there is text after the closing quote of a cell\n"
        "    2 | \"x\"y,2\n"
        "      |    ^\n"
        "      hint: double quotes inside a cell\n");
}
