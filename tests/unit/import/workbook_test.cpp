// Workbooks: what their cells say, which sheet is taken, what is refused.
#include "import/workbook/workbook.h"

#include <fmt/format.h>

#include "importing.h"
#include "support/catch.h"
#include "support/workbooks.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::Imported;
using martech_audit::import::test::in;
using martech_audit::tests::BookXml;
using martech_audit::tests::ods;
using martech_audit::tests::SheetXml;
using martech_audit::tests::text_row;
using martech_audit::tests::xlsx;
using martech_audit::tests::xlsx_parts;
using martech_audit::tests::ZipWriter;

namespace {

// A row a line with its number, cells by their names; numbers and booleans are marked; then the messages.
std::string cells_of(const std::string& bytes) {
  const auto file = std::make_shared<const Source>("book.xlsx", bytes);
  Diagnostics diagnostics;
  std::string out;
  const auto sheets = read_workbook(file, diagnostics);
  for (std::size_t i = 0; sheets && i < sheets->size(); ++i) {
    const Sheet& sheet = (*sheets)[i];
    if (sheets->size() > 1) out += sheet.name + (sheet.hidden ? " (hidden):\n" : ":\n");
    for (const RecordRow& row : rows_of(sheet, sheet.last_row())) {
      for (const Cell& cell : row.cells) {
        out += fmt::format("{}{}={}{}", &cell == &row.cells.front() ? "" : " ",
                           sheet.source->place(cell.where.begin).substr(1), cell.text, cell.plain ? "#" : "");
      }
      out += "\n";
    }
    for (const std::string& remark : remarks_on(sheet, {})) {
      if (!remark.starts_with("sheet ")) out += remark + "\n";
    }
  }
  return out + render(diagnostics);
}

std::string cell(std::string_view attributes, std::string_view inside) {
  return fmt::format("<row><c {}>{}</c></row>", attributes, inside);
}

// One number a row, each in a style of its own.
std::string formatted(const std::vector<std::pair<std::string, std::string>>& numbers,
                      const std::string& properties = {}) {
  std::string rows;
  std::string formats;
  std::string styles;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto& [format, number] = numbers[i];
    const bool built_in = format.find_first_not_of("0123456789") == format.npos;
    if (!built_in) formats += fmt::format(R"(<numFmt numFmtId="{}" formatCode="{}"/>)", 200 + i, format);
    styles += fmt::format(R"(<xf numFmtId="{}"/>)", built_in ? format : std::to_string(200 + i));
    rows += cell(fmt::format("s=\"{}\"", i), "<v>" + number + "</v>");
  }
  return cells_of(
      xlsx({{"S", rows}},
           {{}, "<numFmts>" + formats + "</numFmts><cellXfs>" + styles + "</cellXfs>", properties}));
}

std::string table(std::string_view rows) {
  return fmt::format(R"(<table:table table:name="T">{}</table:table>)", rows);
}

const std::string good_rows = text_row("Tool|Vendor|Annual cost") + text_row("Mail|Acme|100 EUR");

}  // namespace

TEST_CASE("texts of a workbook") {
  const std::string strings =
      "<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr/><t>text</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si><si><t>a_x000D_&#10;b_x005F_x</t></si>";
  CHECK(cells_of(xlsx({{"S",
                        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"AA2\" t=\"s\"><v>1</v></c></row>"
                        "<row r=\"5\" hidden=\"1\"><c r=\"A5\" t=\"s\"><v>2</v></c>"
                        "<c t=\"inlineStr\"><is><t> in </t><r><t>line</t></r></is></c>"
                        "<c t=\"str\"><f>A1</f><v>formula</v></c><c t=\"e\"><v>#N/A</v></c>"
                        "<c t=\"b\"><v>1</v></c><c t=\"d\"><v>2026-01-31T00:00:00</v></c></row>",
                        R"(<cols><col min="2" max="3" hidden="1"/></cols>)"}},
                      {strings, {}, {}})) ==
        "B2=plain AA2=rich text\n"
        "A5=a\nb_x B5=in line C5=formula D5=#N/A E5=true# F5=2026-01-31\n"
        "1 hidden row and 2 hidden columns read as well\n");
}

TEST_CASE("numbers of a workbook are exact") {
  CHECK(formatted({{"0", "1.5E+3"},
                   {"0", "0.30000000000000004"},
                   {"0", "1234.5599999999999"},
                   {"0", "-0"},
                   {"0", "1E-7"},
                   {"0", "-2.50"},
                   {"0", "1234567890123456789"},
                   {"0", "99999.99999999999999"},
                   {"0", "1.234"},
                   {"0", "not"}}) ==
        "A1=1500#\nA2=0.3#\nA3=1234.56#\nA4=0#\nA5=0.0000001#\nA6=-2.5#\nA7=1234567890123456789\n"
        "A8=100000#\nA9=1.234#\nA10=not\n");
  CHECK(formatted({{"9", "0.85"}, {"10", "0.125"}, {"0.0%", "1"}, {"0\\%", "5"}}) ==
        "A1=85%\nA2=12.5%\nA3=100%\nA4=5 %\n");
  CHECK(formatted({{"&quot;$&quot;#,##0.00", "144000"},
                   {"[$\u20AC-407]#,##0.00", "-416.666666666667"},
                   {"#,##0\\ [$$-1009]", "99.5"},
                   {"_($* #,##0.00_);_($* (#,##0.00);_($* &quot;-&quot;??_);_(@_)", "12"},
                   {"#,##0 &quot;months&quot;", "3"},
                   {"[&gt;999]0.0,&quot;k&quot;;0", "1500"},
                   {"#,##0.00;[Red]\\-#,##0.00", "-7.125"},
                   {"@", "5"},
                   {"General", "5"}}) ==
        "A1=$144000\nA2=-\u20AC"
        "416.67\nA3=99.5 CAD\nA4=$12\nA5=3 months\nA6=1500#\nA7=-7.125#\nA8=5#\nA9=5#\n");
}

TEST_CASE("days of a workbook") {
  CHECK(
      formatted({{"14", "46053"},
                 {"22", "46053.604166666664"},
                 {"58", "46053"},
                 {"yyyy\\-mm\\-dd", "46053.99999999999"},
                 {"[$-407]d. mmmm yyyy", "60"},
                 {"d/m/yy", "59"},
                 {"mmm", "1"},
                 {"h:mm", "0.5"},
                 {"[h]:mm:ss", "1.5"},
                 {"&quot;day&quot; 0", "46053"},
                 {"[Red]0.00", "46053"},
                 {"14", "0"},
                 {"14", "-5"},
                 {"14", "2958466"}}) ==
      "A1=2026-01-31\nA2=2026-01-31T14:30:00\nA3=2026-01-31\nA4=2026-02-01\nA5=1900-02-29\nA6=1900-02-28\n"
      "A7=1900-01-01\nA8=12:00:00\nA9=36:00:00\nA10=day 46053\nA11=46053#\nA12=0#\nA13=-5#\nA14=2958466#\n");
  CHECK(formatted({{"14", "0"}, {"14", "44591"}}, "<workbookPr date1904=\"1\"/>") ==
        "A1=1904-01-01\nA2=2026-01-31\n");
}

TEST_CASE("formulas without a saved value are counted") {
  const std::string formula =
      "<row><c><f>SUM(A1)</f><v></v></c><c t=\"str\"><f>A1</f><v></v></c><c><f>1</f><v>0</v></c>"
      "<c><f>1</f><v>7</v></c></row>";
  CHECK(
      cells_of(xlsx({{"S", formula}})) ==
      "C1=0# D1=7#\n1 formula without a saved value, read as empty (the first is A1): open the workbook in a "
      "spreadsheet program, save it and import it again\n");
  CHECK(cells_of(xlsx({{"S", formula}}, {{}, {}, "<calcPr fullCalcOnLoad=\"1\"/>"}))
            .starts_with("D1=7#\n2 formulas without a saved value, read as empty (the first is A1)"));
}

TEST_CASE("cells of an OpenDocument spreadsheet") {
  const std::string values =
      R"(<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>)"
      R"(<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>)"
      R"(<table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="1.5E3"><text:p>1,5T</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="percentage" office:value="0.85"/><table:table-cell office:value-type="currency" office:currency="EUR" office:value="12.5"/>)"
      R"(<table:table-cell office:value-type="date" office:date-value="2026-01-31T00:00:00"/><table:table-cell office:value-type="time" office:time-value="PT12H30M05S"/>)"
      R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>)"
      R"(<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p><text:p>c</text:p>)"
      R"(<office:annotation><text:p>comment</text:p></office:annotation></table:table-cell><table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell>)"
      R"(<table:table-cell table:formula="of:=1"/></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>)";
  CHECK(
      cells_of(ods(table(values))) ==
      "A4=1500# B4=85% C4=12.5 EUR D4=2026-01-31 E4=12:30:05 F4=true#\n"
      "A5=a  b\nc B5=a  b\nc\nA6=a  b\nc B6=a  b\nc\n"
      "1 hidden row and 1 hidden column read as well\n"
      "2 formulas without a saved value, read as empty (the first is D5): open the workbook in a spreadsheet "
      "program, save it and import it again\n");
  CHECK(
      cells_of(ods(
          R"(<table:table table:name="A" table:style-name="h"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>)" +
              table(""),
          R"(<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>)")) ==
      "A (hidden):\nA1=x\nT:\n");
}

TEST_CASE("words of a number format are part of an OpenDocument number") {
  const auto shown = [](std::string_view value, std::string_view text) {
    return cells_of(ods(table(fmt::format(
        R"(<table:table-row><table:table-cell office:value-type="float" office:value="{}"><text:p>{}</text:p></table:table-cell></table:table-row>)",
        value, text))));
  };
  CHECK(shown("3", "3 months") == "A1=3 months\n");
  CHECK(shown("-1234.567", "-$1,234.57") == "A1=-$1234.57\n");
  CHECK(shown("12", "12,00 \u20AC") == "A1=12 \u20AC\n");
  CHECK(shown("1234.5", "1.234,50 Nutzer") == "A1=1234.5 Nutzer\n");
  CHECK(shown("12000", "12 Tsd") == "A1=12000#\n");
  CHECK(shown("12000", "1,2E+04") == "A1=12000#\n");
}

TEST_CASE("the sheet with the list is taken and said") {
  const std::vector<SheetXml> sheets{
      {"Read me", text_row("All our tools")},
      {"Old", good_rows, {}, "hidden"},
      {"Tools", text_row("Our stack") + good_rows + text_row("Chat|Acme|50 EUR|extra")}};
  const Imported taken = import_text("stack.xlsx", xlsx(sheets), in("EUR"));
  REQUIRE(taken.result);
  CHECK(taken.messages ==
        "stack.xlsx!Old!A1: warning: this sheet has 1 row below known headings, too, and is not read\n"
        "      | Tool\n"
        "      | ^~~~\n"
        "      hint: import it alone: --sheet 'Old'\n");
  CHECK(
      taken.result->summary.starts_with("read 2 records from stack.xlsx, headings in row 2\n"
                                        "  sheet 'Tools' of 3; the others: 'Read me', 'Old' (hidden)\n"
                                        "  left out above the headings: Our stack\n"));
  ImportOptions options = in("EUR");
  options.sheet = "Old";
  const Imported old = import_text("stack.xlsx", xlsx(sheets), options);
  REQUIRE(old.result);
  CHECK(old.messages.empty());
  CHECK(old.result->summary.find("  sheet 'Old' (hidden) of 3; the others: 'Read me', 'Tools'\n") !=
        std::string::npos);
  options.sheet = "Tols";
  CHECK(import_text("stack.xlsx", xlsx(sheets), options).messages ==
        "stack.xlsx: error: there is no sheet 'Tols'; the sheets are 'Read me', 'Old' (hidden), 'Tools'\n"
        "      hint: did you mean 'Tools'?\n");
  CHECK(import_text("stack.csv", "Tool,Vendor\nMail,Acme\n", options)
            .messages.starts_with("stack.csv:1:1: error: this is no workbook and has no sheets\n"));
  options.sheet = "Read me";
  CHECK(import_text("stack.xlsx", xlsx(sheets), options)
            .messages.starts_with("stack.xlsx!Read me: error: no row has a known heading such as"));
}

TEST_CASE("messages name the cell of a workbook") {
  CHECK(
      import_text("stack.xlsx", xlsx({{"Tools", text_row("Tool|Seats") + text_row("Mail|a lot")}}), in("EUR"))
          .messages ==
      "stack.xlsx!Tools!B2: warning: 'Seats' is kept as text: this is not a whole number\n"
      "      | a lot\n"
      "      | ^~~~~\n");
}

TEST_CASE("what is no workbook says what to do") {
  const std::string old = "\xD0\xCF\x11\xE0";
  CHECK(cells_of(old + "rest") ==
        "book.xlsx: error: this is an old Excel workbook (.xls) or another old Office file\n"
        "      hint: open it in a spreadsheet program and save it as .xlsx\n");
  std::string encrypted = old;
  for (const char c : std::string("EncryptedPackage")) encrypted += {c, '\0'};
  CHECK(cells_of(encrypted).starts_with("book.xlsx: error: this workbook is protected with a password\n"));
  CHECK(cells_of(ZipWriter()
                     .add({"content.xml", "x"})
                     .add({"META-INF/manifest.xml", "<m><e:encryption-data/></m>"})
                     .text())
            .starts_with("book.xlsx: error: this workbook is protected with a password\n"));
  CHECK(cells_of(ZipWriter().add({"Index/Document.iwa", "x"}).text())
            .starts_with("book.xlsx: error: this is a document of Apple Numbers, Pages or Keynote\n"));
  CHECK(cells_of(ZipWriter().add({"word/document.xml", "x"}).text())
            .starts_with("book.xlsx: error: this is a Word or PowerPoint file, not a workbook\n"));
  CHECK(cells_of(ZipWriter().add({"a.csv", "x"}).text())
            .starts_with("book.xlsx: error: this is a ZIP archive, not a workbook\n"));
  CHECK(cells_of(ZipWriter().text()).starts_with("book.xlsx: error: this file is damaged or not complete"));
  CHECK(cells_of(
            ZipWriter()
                .add({"_rels/.rels",
                      "<a><Relationship Id=\"1\" Type=\"/officeDocument\" Target=\"xl/workbook.bin\"/></a>"})
                .text())
            .starts_with("book.xlsx: error: this is a binary workbook (.xlsb)\n"));
}

TEST_CASE("hostile workbooks are refused") {
  const auto refused = [](const std::string& bytes) {
    const std::string text = cells_of(bytes);
    return text.substr(0, text.find('\n'));
  };
  const std::string good = xlsx({{"S", good_rows}});
  CHECK(refused(good.substr(0, good.size() / 2)) ==
        "book.xlsx: error: this file is damaged or not complete: it cannot be unpacked");
  CHECK(refused(ZipWriter().add({"_rels/.rels", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}).text()) ==
        "book.xlsx: error: '_rels/.rels' declares a DOCTYPE, which may define entities; workbooks have none");
  CHECK(refused(ZipWriter().add({"_rels/.rels", "<a>&b;</a>"}).text()) ==
        "book.xlsx: error: '_rels/.rels' is not readable XML: undefined entity in line 1");
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "<a>";
  CHECK(refused(ZipWriter().add({"_rels/.rels", deep}).text()) ==
        "book.xlsx: error: elements in '_rels/.rels' are nested deeper than 100 levels");
  CHECK(refused(ZipWriter().add({"_rels/.rels", "<a b='" + std::string(3'000'000, 'x')}).text()) ==
        "book.xlsx: error: a tag in '_rels/.rels' is longer than 1 MiB");
  CHECK(refused(ZipWriter().add({"content.xml", "<a/>", 0, 80U << 20U}).text()) ==
        "book.xlsx: error: 'content.xml' unpacks to 80 MiB; the maximum is 64 MiB");
  CHECK(refused(ZipWriter().add({"content.xml", "<a/>", 0, 5U << 20U}).text()) ==
        "book.xlsx: error: 'content.xml' unpacks to more than 100 times its size, as no sheet does");
  CHECK(refused(ZipWriter().add({"content.xml", "<a/>", 0, 5}).text()) ==
        "book.xlsx: error: this file is damaged or not complete: it cannot be unpacked");
  CHECK(refused(ZipWriter().add({"content.xml", "<a/>", 1}).text()) ==
        "book.xlsx: error: this archive is protected with a password");
  CHECK(refused(ZipWriter().add({"a", "x"}).add({"A", "y"}).text()) ==
        "book.xlsx: error: this archive has two entries 'A'");
  CHECK(refused(ZipWriter().add({"a", "x"}).add_sharing_bytes_of_first("b").text()) ==
        "book.xlsx: error: entries of this archive overlap, which no program writes");
  ZipWriter many;
  for (int i = 0; i < 10'001; ++i) many.add({std::to_string(i), ""});
  CHECK(refused(many.text()) ==
        "book.xlsx: error: this archive has 10,001 entries; the maximum of a workbook is 10,000");
  std::string formats = "<cellXfs>";
  for (int i = 0; i < 66'000; ++i) formats += "<xf/>";
  CHECK(refused(xlsx({{"S", good_rows}}, {{}, formats + "</cellXfs>", {}})) ==
        "book.xlsx: error: the workbook has more than 65,536 cell formats");
  CHECK(refused(xlsx({{"S", "<row><c r=\"B7\" t=\"s\"><v>3</v></c></row>"}})) ==
        "book.xlsx!S!B7: error: this cell has the text number 3, but the workbook has 0 texts");
  CHECK(refused(xlsx({{"S", cell("r=\"XFE1\"", "<v>1</v>")}})) ==
        "book.xlsx!S!XFE1: error: this cell lies beyond the last one of a sheet, XFD1048576");
  CHECK(refused(xlsx({{"S", cell("r=\"A1048577\"", "<v>1</v>")}})) ==
        "book.xlsx!S!A1048577: error: this cell lies beyond the last one of a sheet, XFD1048576");
  CHECK(refused(xlsx({{"S", cell("r=\"ABCDEFGHIJKLMNOP1\"", "<v>1</v>")}})) ==
        "book.xlsx: error: 'ABCDEFGHIJKLMNOP1' is the name of no cell");
  CHECK(refused(xlsx({{"S", cell("r=\"7\"", "<v>1</v>")}})) ==
        "book.xlsx: error: '7' is the name of no cell");
  CHECK(refused(xlsx({{"S", cell("r=\"B2\"", "<v>1</v>") + cell("r=\"A2\"", "<v>1</v>")}})) ==
        "book.xlsx!S!A2: error: this cell is written behind B2");
  CHECK(
      refused(ods(table(
          R"(<table:table-row table:number-rows-repeated="2000000"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>)"))) ==
      "book.xlsx!T!A2000001: error: this cell lies beyond the last one of a sheet, XFD1048576");
  CHECK(
      refused(
          ods(table(
              R"(<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>)")))
          .ends_with(" cells, the most that a file of its size may have"));
  CHECK(
      cells_of(ods(table(
          R"(<table:table-row table:number-rows-repeated="99999999999"><table:table-cell table:number-columns-repeated="99999999999"/></table:table-row>)"))) ==
      "book.xlsx: error: there is nothing in this workbook\n"
      "      hint: save it again, including its rows\n");
}

TEST_CASE("one long text in many cells is refused") {
  std::string rows;
  for (int i = 0; i < 60; ++i) rows += cell("t=\"s\"", "<v>0</v>");
  CHECK(cells_of(xlsx({{"S", rows}}, {"<si><t>" + std::string(250'000, 'x') + "</t></si>", {}, {}}))
            .find(" KiB of text, the most that a file of its size may have\n") != std::string::npos);
}

TEST_CASE("names in an archive are only names") {
  auto zip = xlsx_parts({{"S", good_rows}});
  zip.add({"../../outside.txt", "out"}).add({"/absolute.txt", "out"});
  CHECK(cells_of(zip.text()) == "A1=Tool B1=Vendor C1=Annual cost\nA2=Mail B2=Acme C2=100 EUR\n");
}
