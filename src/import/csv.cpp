#include "import/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "document/foreign.h"
#include "document/limits.h"

namespace martech_audit::import {
namespace {

constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::size_t rows_looked_at = 60;  // to tell the delimiter

void report_foreign(const SourcePtr& source, const Foreign& foreign, Diagnostics& diagnostics) {
  if (foreign.kind == Foreign::Kind::encoding) {
    diagnostics.error({source, 0, 0}, fmt::format("the file is encoded as {}", foreign.what),
                      "save it as 'CSV UTF-8'");
    return;
  }
  diagnostics.error({source, 0, 0}, fmt::format("this is {}, not CSV", foreign.what),
                    foreign.kind == Foreign::Kind::archive
                        ? "unpack it first"
                        : "export the sheet as 'CSV UTF-8' and import that");
}

bool is_web_page(std::string_view text) {
  const std::string start = lower_ascii(trim(text.substr(0, 200)));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

bool is_readable(const SourcePtr& source, Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  if (trim(text).empty()) {
    diagnostics.error({source, 0, 0}, "there is nothing in this file",
                      "export the sheet again, including its rows");
    return false;
  }
  if (is_web_page(text)) {
    diagnostics.error({source, 0, 0}, "this is a web page, not CSV",
                      "sign in to the source and export the list again");
    return false;
  }
  if (const auto foreign = foreign_kind(text)) {
    report_foreign(source, *foreign, diagnostics);
    return false;
  }
  if (const auto nul = text.find('\0'); nul != text.npos) {
    const auto at = static_cast<std::uint32_t>(nul);
    diagnostics.error({source, at, at + 1}, "a NUL byte: this is not UTF-8 text",
                      "save it as 'CSV UTF-8'; it may be UTF-16");
    return false;
  }
  if (const auto invalid = first_invalid_utf8(text)) {
    const auto at = static_cast<std::uint32_t>(*invalid);
    diagnostics.error({source, at, at + 1}, "this byte is not UTF-8", "save the sheet as 'CSV UTF-8'");
    return false;
  }
  return true;
}

class CsvReader {
 public:
  CsvReader(const SourcePtr& source, char delimiter, Diagnostics& diagnostics)
      : source_(source), text_(source->text()), delimiter_(delimiter), diagnostics_(diagnostics) {}

  // At most `most` rows; nothing where a quote is not closed or a cell is too long.
  std::optional<std::vector<RecordRow>> read(std::size_t most) {
    std::vector<RecordRow> rows;
    while (at_ < text_.size() && rows.size() < most) {
      RecordRow row = read_row();
      if (!row.cells.empty()) rows.push_back(std::move(row));
    }
    if (failed_) return std::nullopt;
    return rows;
  }

  // The line `sep=;`
  void skip_row() { read_row(); }

 private:
  bool at_break() const { return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

  RecordRow read_row() {
    RecordRow row{.cells = {}, .where = place(at_, at_), .number = ++number_};
    for (;; ++at_) {  // past the delimiter
      Cell cell = read_cell();
      row.where = {source_, row.where.begin, cell.where.end};
      cell.column = row.width++;
      if (!cell.text.empty()) row.cells.push_back(std::move(cell));
      if (at_break()) break;
    }
    if (at_ < text_.size()) {
      const bool carriage = text_[at_++] == '\r';
      if (carriage && at_ < text_.size() && text_[at_] == '\n') ++at_;
    }
    return row;
  }

  Cell read_cell() {
    std::size_t begin = at_;
    while (begin < text_.size() && text_[begin] == ' ') ++begin;
    const bool quoted = begin < text_.size() && text_[begin] == '"';
    std::string text;
    if (quoted) {
      at_ = begin + 1;
      text = read_quoted(begin);
    } else {
      begin = at_;
    }
    const std::size_t rest = at_;
    while (!at_break() && text_[at_] != delimiter_) ++at_;
    const std::string_view behind = text_.substr(rest, at_ - rest);
    if (quoted && !trim(behind).empty()) {
      diagnostics_.warning(place(rest, at_), "there is text after the closing quote of a cell",
                           "double quotes inside a cell");
    }
    text += behind;
    if (text.size() > limits::scalar_length) {
      failed_ = true;
      diagnostics_.error(
          place(begin, at_),
          fmt::format("this cell has {} bytes; the maximum is {}", text.size(), limits::scalar_length),
          "shorten it, or check for a missing closing quote");
    }
    return {with_plain_breaks(trim(text)), place(begin, at_)};
  }

  // From behind the opening quote to behind the closing one.
  std::string read_quoted(std::size_t opening) {
    std::string text;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c != '"') {
        text += c;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        text += text_[at_++];
      } else {
        return text;
      }
    }
    failed_ = true;
    diagnostics_.error(place(opening, opening + 1), "this quote is never closed",
                       "end the cell with a quote; double quotes inside a cell");
    return text;
  }

  Location place(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  SourcePtr source_;
  std::string_view text_;
  char delimiter_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;  // of the row at hand
  bool failed_ = false;
};

// Rows that have as many cells as most rows have, then that number; nothing is regular about single cells.
std::pair<std::size_t, std::size_t> regularity(const std::vector<RecordRow>& rows) {
  std::map<std::size_t, std::size_t> rows_of;
  for (const RecordRow& row : rows) {
    if (row.width > 1) ++rows_of[row.width];
  }
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (const auto& [cells, count] : rows_of) best = std::max(best, {count, cells});
  return best;
}

char likely_delimiter(const SourcePtr& source) {
  char best = delimiters.front();
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const char delimiter : delimiters) {
    Diagnostics ignored;  // the reading that counts reports them
    const auto rows = CsvReader(source, delimiter, ignored).read(rows_looked_at);
    const auto found = rows ? regularity(*rows) : std::pair<std::size_t, std::size_t>{0, 0};
    if (found > most) {
      most = found;
      best = delimiter;
    }
  }
  return best;
}

}  // namespace

std::optional<std::vector<RecordRow>> read_csv(const SourcePtr& source, Diagnostics& diagnostics) {
  if (!is_readable(source, diagnostics)) return std::nullopt;
  const std::string_view first = trim(source->line(1));
  const bool says_delimiter = first.starts_with("sep=") && first.size() == 5;
  CsvReader reader(source, says_delimiter ? first[4] : likely_delimiter(source), diagnostics);
  if (says_delimiter) reader.skip_row();
  return reader.read(source->text().size());
}

}  // namespace martech_audit::import
