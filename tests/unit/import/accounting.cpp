#include "accounting.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "import/read_table.h"

namespace martech_audit::import::test {
namespace {

using Texts = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> same_words{std::pair{"yes", "true"},
                                                                                   {"y", "true"},
                                                                                   {"1", "true"},
                                                                                   {"no", "false"},
                                                                                   {"n", "false"},
                                                                                   {"0", "false"},
                                                                                   {"true", "true"},
                                                                                   {"false", "false"},
                                                                                   {"yearly", "annual"},
                                                                                   {"3 months", "quarterly"},
                                                                                   {"usage-based", "usage"},
                                                                                   {"live", "active"},
                                                                                   {"free plan", "free"},
                                                                                   {"free", "0"},
                                                                                   {"\u2713", "true"},
                                                                                   {"per user", "seat"}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_digit(c)) out += c;
  }
  return out;
}

// Of an amount: "1.200 €", "12k" and "43200.00" by what counts of them.
Texts amounts(std::string_view text) {
  std::string all = digits(text);
  all.erase(0, all.find_first_not_of('0'));
  Texts texts{all};
  const std::size_t mark = text.find_last_of(".,");
  const bool has_cents = mark != text.npos && digits(text.substr(mark)).size() <= 2;
  if (has_cents) {
    texts.push_back(all.substr(0, all.size() - digits(text.substr(mark)).size()));
    if (all.find_last_not_of('0') != all.npos) texts.push_back(all.substr(0, all.find_last_not_of('0') + 1));
  }
  if (lower_ascii(text).find('k') != text.npos) texts.push_back(all + "000");
  return texts;
}

bool same_amount(std::string_view cell, std::string_view value) {
  if (digits(cell).empty() || digits(value).empty()) return false;
  const Texts a = amounts(cell);
  const Texts b = amounts(value);
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& text) {
                       return !text.empty() && std::find(b.begin(), b.end(), text) != b.end();
                     }) ||
         (a[0].empty() && b[0].empty());
}

// The numbers of a date in whatever order, months by name as numbers.
std::vector<int> date_numbers(std::string_view text) {
  static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                           "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string lower = lower_ascii(text.substr(0, text.find('T')));
  std::vector<int> numbers;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (lower.find(months[i]) != lower.npos) numbers.push_back(static_cast<int>(i) + 1);
  }
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (!is_digit(lower[at])) continue;
    int number = 0;
    for (; at < lower.size() && is_digit(lower[at]) && number < 100'000; ++at)
      number = number * 10 + lower[at] - '0';
    numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

bool same_date(const std::string& cell, const std::string& value) {
  if (value.size() != 10 || value[4] != '-' || value[7] != '-') return false;
  return date_numbers(cell) == date_numbers(value);
}

// Everything that is written below a node.
void collect(Node node, Texts& texts) {
  if (node.is_scalar()) texts.emplace_back(trim(node.text()));
  for (const Node value : node) collect(value, texts);
}

std::vector<Texts> entries_of(const std::string& yaml, std::string_view list) {
  Diagnostics diagnostics;
  const auto document = read_document(std::make_shared<Source>("inventory.yaml", yaml), diagnostics);
  std::vector<Texts> entries;
  const Node found = document ? document->root().find(list) : Node();
  if (!found) return entries;
  for (const Node entry : found) collect(entry, entries.emplace_back());
  return entries;
}

Texts split(const std::string& text, char separator) {
  Texts items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view item = trim(std::string_view(text).substr(begin, end - begin));
    if (!item.empty()) items.emplace_back(item);
    begin = end + 1;
  }
  return items;
}

bool is_among(const std::string& cell, const Texts& values) {
  return std::any_of(values.begin(), values.end(),
                     [&](const std::string& value) { return says_same(cell, value); });
}

// As one value, or as the items of a list.
bool is_said(const std::string& cell, const Texts& values) {
  if (is_among(cell, values)) return true;
  for (const char separator : {'\n', ';', ','}) {
    const Texts items = split(cell, separator);
    const auto is_there = [&](const std::string& item) { return is_among(item, values); };
    if (items.size() > 1 && std::all_of(items.begin(), items.end(), is_there)) return true;
  }
  return false;
}

class Accountant {
 public:
  Accountant(const RecordTable& table, const Imported& imported)
      : table_(table), yaml_(imported.result->yaml), summary_(imported.result->summary) {
    for (const std::string_view list : {"objectives", "kpis"}) {
      for (const Texts& entry : entries_of(yaml_, list))
        declared_.insert(declared_.end(), entry.begin(), entry.end());
    }
  }

  Texts lost() {
    for (const std::string& title : table_.banner) {
      if (summary_.find(escape_controls(title)) == summary_.npos) lost_.push_back(title);
    }
    const bool pays = yaml_.find("\nledger:\n") != yaml_.npos;
    const std::vector<Texts> entries = entries_of(yaml_, pays ? "ledger" : "tools");
    std::size_t next = 0;
    for (const RecordRow& row : table_.rows) {
      const bool left_out = says(fmt::format("  left out: row {} ", row.number));
      static const Texts nothing;
      check(row, left_out || next == entries.size() ? nothing : entries[next++], left_out);
    }
    if (next != entries.size()) lost_.push_back(fmt::format("{} entries of no row", entries.size() - next));
    return std::move(lost_);
  }

 private:
  bool says(const std::string& text) const { return summary_.find(text) != summary_.npos; }

  void check(const RecordRow& row, const Texts& entry, bool left_out) {
    for (const Cell& cell : row.cells) {
      const std::string& text = cell.text;
      const std::string heading = shorten(escape_controls(table_.columns[cell.column].name), 40);
      if (is_said(text, entry)) continue;
      if (left_out && says(fmt::format("    {}: {}\n", heading, escape_controls(text)))) continue;
      if (says(fmt::format("  '{}' in {}: row", shorten(escape_controls(text), 40), heading))) continue;
      if (says(fmt::format("  {} → skipped", heading))) continue;
      if (is_among(text, declared_)) continue;
      if (Currency::parse(text) && yaml_.find("currency: " + text) != yaml_.npos) continue;
      lost_.push_back(fmt::format("row {}, '{}': {}", row.number, heading, text));
    }
  }

  const RecordTable& table_;
  Texts declared_;  // titles of objectives and KPIs, whose ids the entries have
  const std::string& yaml_;
  const std::string& summary_;
  Texts lost_;
};

}  // namespace

bool says_same(const std::string& cell, const std::string& value) {
  if (trim(cell) == trim(value) || same_date(cell, value) || same_amount(cell, value)) return true;
  const std::string lower = lower_ascii(cell);
  for (const auto& [word, meaning] : same_words) {
    if (lower == word && value == meaning) return true;
  }
  return slug(cell) == slug(value) && slug(cell) != "unnamed";
}

std::vector<std::string> lost_cells(const SourceText& source, const ImportOptions& options,
                                    const std::string& mapping) {
  const Imported imported = import_text(source.name, source.text, options, mapping);
  if (!imported.result) return {imported.messages};
  Diagnostics diagnostics;
  const auto text = std::make_shared<Source>(source.name, source.text);
  const TableOptions how{
      source.header_row == 0 ? std::nullopt : std::optional(source.header_row), {}, {}, [](std::string_view) {
        return false;
      }};
  const auto table = read_table(text, how, diagnostics);
  if (!table) return {"the source cannot be read"};
  return Accountant(*table, imported).lost();
}

}  // namespace martech_audit::import::test
