#include "import/workbook/workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"
#include "base/text.h"
#include "import/workbook/archive.h"
#include "import/workbook/ods.h"
#include "import/workbook/xlsx.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view archive_mark = "PK\x03\x04";
constexpr std::string_view empty_archive_mark = "PK\x05\x06";
constexpr std::string_view old_office_mark = "\xD0\xCF\x11\xE0";

// As names of streams stand in an old Office file.
std::string in_utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

Refusal old_office_refusal(std::string_view bytes) {
  if (bytes.find(in_utf16("EncryptedPackage")) != bytes.npos) return password_refusal();
  return refusal("this is an old Excel workbook (.xls) or another old Office file",
                 "open it in a spreadsheet program and save it as .xlsx");
}

Refusal other_archive_refusal(const Archive& archive) {
  constexpr const char* save_as = "open it and export it as .xlsx, or as 'CSV UTF-8'";
  if (archive.has_folder("index/") || archive.has("index.zip")) {
    return refusal("this is a document of Apple Numbers, Pages or Keynote", save_as);
  }
  if (archive.has_folder("word/") || archive.has_folder("ppt/")) {
    return refusal("this is a Word or PowerPoint file, not a workbook",
                   "copy the list into a spreadsheet program, and save it as .xlsx");
  }
  return refusal("this is a ZIP archive, not a workbook", "unpack it, and import what is in it");
}

Refusal read_archive(const SourcePtr& file, std::vector<Sheet>& sheets) {
  Archive archive(file->text());
  if (Refusal wrong = archive.open()) return wrong;
  const bool other = archive.has_folder("word/") || archive.has_folder("ppt/");
  if (!other && is_xlsx(archive)) return read_xlsx(archive, file->name(), sheets);
  if (!other && is_ods(archive)) return read_ods(archive, file->name(), sheets);
  return other_archive_refusal(archive);
}

std::string quoted(std::string_view name) { return fmt::format("'{}'", shorten(escape_controls(name), 40)); }

// At most a dozen: people look for one.
std::string listed(const std::vector<Sheet>& sheets, const Sheet* without = nullptr) {
  constexpr std::size_t most = 12;
  std::string text;
  std::size_t count = 0;
  for (const Sheet& sheet : sheets) {
    if (&sheet == without || ++count > most) continue;
    text +=
        fmt::format("{}{}{}", text.empty() ? "" : ", ", quoted(sheet.name), sheet.hidden ? " (hidden)" : "");
  }
  return count > most ? fmt::format("{} and {} more", text, count - most) : text;
}

const Sheet* named_sheet(const std::vector<Sheet>& sheets, const std::string& name, const SourcePtr& file,
                         Diagnostics& diagnostics) {
  const auto is_named = [&](const Sheet& sheet) { return sheet.name == name; };
  const auto is_like = [&](const Sheet& sheet) {
    return lower_ascii(trim(sheet.name)) == lower_ascii(trim(name));
  };
  auto found = std::find_if(sheets.begin(), sheets.end(), is_named);
  if (found == sheets.end()) found = std::find_if(sheets.begin(), sheets.end(), is_like);
  if (found != sheets.end()) return &*found;
  std::vector<std::string_view> names;
  names.reserve(sheets.size());
  for (const Sheet& sheet : sheets) names.push_back(sheet.name);
  diagnostics.error({file, 0, 0},
                    fmt::format("there is no sheet {}; the sheets are {}", quoted(name), listed(sheets)),
                    nearest(name, names).empty() ? std::string() : did_you_mean(name, names));
  return nullptr;
}

}  // namespace

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with(archive_mark) || bytes.starts_with(empty_archive_mark) ||
         bytes.starts_with(old_office_mark);
}

SourcePtr workbook_place(const SourcePtr& file) {
  return std::make_shared<const Source>(file->name(), std::string(), std::vector<CellMark>());
}

std::optional<std::vector<Sheet>> read_workbook(const SourcePtr& file, Diagnostics& diagnostics) {
  std::vector<Sheet> sheets;
  Refusal wrong = file->text().starts_with(old_office_mark) ? old_office_refusal(file->text())
                                                            : read_archive(file, sheets);
  const auto is_empty = [](const Sheet& sheet) { return sheet.row_count == 0; };
  if (!wrong && std::all_of(sheets.begin(), sheets.end(), is_empty))
    wrong = refusal("there is nothing in this workbook", "save it again, including its rows");
  if (!wrong) return sheets;
  if (!wrong->where) wrong->where = {workbook_place(file), 0, 0};
  diagnostics.add(std::move(*wrong));
  return std::nullopt;
}

const Sheet* choose_sheet(const std::vector<Sheet>& sheets, const std::string& name, const SourcePtr& file,
                          const std::function<SheetScore(const Sheet&)>& score, Diagnostics& diagnostics) {
  if (!name.empty()) return named_sheet(sheets, name, file, diagnostics);
  std::vector<SheetScore> scores;
  scores.reserve(sheets.size());
  for (const Sheet& sheet : sheets) scores.push_back(score(sheet));
  const auto best = std::max_element(scores.begin(), scores.end(), [](const auto& a, const auto& b) {
    return std::pair(a.known_headings, a.rows) < std::pair(b.known_headings, b.rows);
  });
  for (auto other = scores.begin(); other != scores.end(); ++other) {
    if (other == best || other->known_headings < 2 || other->rows == 0) continue;
    const std::string& title = sheets[static_cast<std::size_t>(other - scores.begin())].name;
    diagnostics.warning(other->where,
                        fmt::format("this sheet has {} below known headings, too, and is not read",
                                    counted(other->rows, "row")),
                        fmt::format("import it alone: --sheet {}", quoted(title)));
  }
  return &sheets[static_cast<std::size_t>(best - scores.begin())];
}

std::vector<std::string> remarks_on(const Sheet& chosen, const std::vector<Sheet>& sheets) {
  std::string choice = fmt::format("sheet {}{}", quoted(chosen.name), chosen.hidden ? " (hidden)" : "");
  if (sheets.size() > 1)
    choice += fmt::format(" of {}; the others: {}", sheets.size(), listed(sheets, &chosen));
  std::vector<std::string> remarks{std::move(choice)};
  std::vector<std::string> hidden;
  if (chosen.hidden_rows > 0) hidden.push_back(counted(chosen.hidden_rows, "hidden row"));
  if (chosen.hidden_columns > 0) hidden.push_back(counted(chosen.hidden_columns, "hidden column"));
  if (!hidden.empty()) remarks.push_back(fmt::format("{} read as well", fmt::join(hidden, " and ")));
  if (chosen.formulas_without_value > 0) {
    remarks.push_back(
        fmt::format("{} without a saved value, read as empty (the first is {}): open the workbook "
                    "in a spreadsheet program, save it and import it again",
                    counted(chosen.formulas_without_value, "formula"), chosen.first_formula));
  }
  return remarks;
}

}  // namespace martech_audit::import
