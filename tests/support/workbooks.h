// Workbooks of a few sheets, written by hand.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/zip_writer.h"

namespace martech_audit::tests {

struct SheetXml {
  std::string name;
  std::string rows;         // inside of <sheetData>
  std::string before = {};  // what stands before it: <cols>
  std::string state = "visible";
};

// What may be said beside the sheets.
struct BookXml {
  std::string strings = {};     // inside of <sst>
  std::string styles = {};      // inside of <styleSheet>
  std::string properties = {};  // inside of <workbook>
};

inline ZipWriter xlsx_parts(const std::vector<SheetXml>& sheets, const BookXml& book = {}) {
  ZipWriter zip;
  zip.add(
      {"_rels/.rels",
       R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"});
  std::string list;
  std::string relations = R"(<Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/>)"
                          R"(<Relationship Id="s" Type="x/styles" Target="/xl/styles.xml"/>)";
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const SheetXml& sheet = sheets[i];
    list += fmt::format(R"(<sheet name="{}" sheetId="{}" state="{}" r:id="r{}"/>)", sheet.name, i + 1,
                        sheet.state, i);
    relations +=
        fmt::format(R"(<Relationship Id="r{0}" Type="x/worksheet" Target="worksheets/s{0}.xml"/>)", i);
    zip.add({fmt::format("xl/worksheets/s{}.xml", i),
             fmt::format("<worksheet>{}<sheetData>{}</sheetData></worksheet>", sheet.before, sheet.rows)});
  }
  zip.add({"xl/workbook.xml",
           fmt::format("<workbook xmlns:r=\"r\">{}<sheets>{}</sheets></workbook>", book.properties, list)});
  zip.add({"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
  zip.add({"xl/sharedStrings.xml", "<sst>" + book.strings + "</sst>"});
  zip.add({"xl/styles.xml", "<styleSheet>" + book.styles + "</styleSheet>"});
  return zip;
}

inline std::string xlsx(const std::vector<SheetXml>& sheets, const BookXml& book = {}) {
  return xlsx_parts(sheets, book).text();
}

// `tables`: inside of <office:spreadsheet>; `styles`: inside of <office:automatic-styles>.
inline std::string ods(std::string_view tables, std::string_view styles = {}) {
  const std::string xml = fmt::format(
      "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" "
      "xmlns:draw=\"d\"><office:automatic-styles>{}</office:automatic-styles><office:body>"
      "<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>",
      styles, tables);
  return ZipWriter().add({"content.xml", xml}).text();
}

// A row of inline texts: "Tool|Vendor".
inline std::string text_row(std::string_view cells) {
  std::string row = "<row>";
  for (std::size_t at = 0; at <= cells.size();) {
    const std::size_t end = std::min(cells.find('|', at), cells.size());
    row += fmt::format(R"(<c t="inlineStr"><is><t>{}</t></is></c>)", cells.substr(at, end - at));
    at = end + 1;
  }
  return row + "</row>";
}

}  // namespace martech_audit::tests
