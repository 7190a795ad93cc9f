// The blocks that pages are made of. How formats differ is said of a block, not by the section: in which it
// stands, how many of its rows they show, where it is folded.
//
// Blocks hold words as they are: escaping for a terminal, Markdown or HTML is each writer's own, so that no
// section can forget it. Rows are made when the writer comes to them, and dropped: a page may be longer than
// memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/report.h"
#include "report/page/words.h"

namespace martech_audit::report {

struct FindingGroup;
class Markup;

// Where a page is read; a set of them.
using Media = std::uint8_t;
namespace on {
inline constexpr Media first_look = 1;  // a terminal, of an inventory that says too little for details
inline constexpr Media terminal = 2;
inline constexpr Media text = first_look | terminal;
inline constexpr Media comment = 4;  // on a pull request: Markdown
inline constexpr Media page = 8;     // HTML
inline constexpr Media everywhere = text | comment | page;
}  // namespace on

inline constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

// How many rows are shown; the rest is counted.
struct Most {
  std::size_t first_look = no_limit, terminal = no_limit, comment = no_limit, page = no_limit;
};

// Closed until somebody opens it, where that can be; what is seen meanwhile.
struct Fold {
  std::string summary;
  Media in = 0;
};

// What a length of a bar stands for.
enum class Part : std::uint8_t { proven, unproven, spend, waste, used, astray, early, open, rest };

struct Key {
  Part part;
  std::string_view word;
  Text figure = {};  // how much of it there is
};

// Shares of a whole one after the other; what is left of 1 is the rest.
struct Bar {
  struct Segment {
    Part part;
    double share;
  };
  std::vector<Segment> segments;
  std::string words;  // what it shows, to who does not see it
};

// A picture, drawn where pictures can be.
using Drawing = std::function<void(Markup&)>;

struct Masthead {
  std::string kind;          // "Marketing technology audit"
  std::string organisation;  // whose
  std::string facts;         // "31 tools"
  Date as_of;
  enum class Verdict : std::uint8_t { passed, failed, none, unasked } verdict = Verdict::none;
  std::string why = {};
};

struct Heading {
  std::string title;
  std::string note = {};  // beside it, or below
  std::vector<Key> key = {};
  int level = 2;  // 2 begins a section, 3 a part of it, 4 a small one
  Media in = on::everywhere;
};

struct Paragraph {
  Text text;
  Media in = on::everywhere;
};

// The one figure that a page is about.
struct Measure {
  std::string title;        // "Gap 33–48"
  std::string scale;        // " of 100 (lower is better)"
  std::string detail = {};  // "33 proven, 15 more unproven"
  Bar bar = {};
  std::vector<Key> key = {};
  Media in = on::everywhere;
};

// Figures, or words, by name.
struct Fact {
  std::string label;  // empty: another line of the one before
  Text value;
  std::string note = {};  // goes on where the value ends
};
struct Facts {
  std::vector<Fact> rows;
  std::string remark = {};
  Media in = on::everywhere;
};

enum class ColumnKind : std::uint8_t { name, text, number, date, bar, picture };
struct Column {
  std::string title;
  ColumnKind kind = ColumnKind::text;
  std::size_t widest = 20;  // of bars, in columns of a terminal
  bool upright = false;     // the title, where columns are narrow
  Media in = on::everywhere;
};
struct Cell {
  Text text = {};
  std::optional<Bar> bar = {};
  std::string sort = {};             // by which rows are sorted, where not by the text
  std::string symbol = {};           // stands for the text where symbols can be drawn…
  std::string count = {};            // …with a number beside it
  std::vector<double> profile = {};  // heights of 0 to 1
  Drawing drawing = {};
};
struct Table {
  std::string label;  // what it is a table of
  std::vector<Column> columns;
  std::size_t size = 0;
  std::function<std::vector<Cell>(std::size_t row)> row = {};
  Most most = {};
  std::string noun = "row";
  std::string caption = {};
  std::string filter = {};     // by which the page's script knows it
  bool titles_in_text = true;  // of the columns
  bool sortable = true;
  bool matrix = false;  // cells are symbols
  bool stacks = false;  // on a phone the cells of a row stand below each other
  Fold fold = {};
  Media in = on::everywhere;
};

struct Item {
  Text text;
  Text aside = {};              // a figure, set apart
  std::vector<Text> more = {};  // paragraphs below
  Text brief = {};              // the whole in one line, at a first look
};
struct List {
  std::size_t size = 0;
  std::function<Item(std::size_t)> item;
  bool ordered = false;
  Most most = {};
  std::size_t open = no_limit;  // how many are not folded, where a list can be in part
  std::string noun = "line";
  std::size_t left_out = 0;  // beyond `size`, which the report itself does not hold
  Fold fold = {};
  Media in = on::everywhere;
};

// Words, and what stands below them.
struct Branch {
  Text text;
  std::vector<Branch> below = {};
};
struct Tree {
  std::string label;  // what it is a tree of, to who does not see it
  std::vector<Branch> branches;
  Media in = on::everywhere;
};

// A finding in words (findings.h).
struct FindingWords {
  Severity severity = Severity::medium;
  std::string id;  // of its place on the page
  std::string message, rule, points;
  std::string money = {};
  std::string mark = {};   // "worsened"
  std::string note = {};   // why it is here
  std::string terms = {};  // until when, by whom
  std::string print = {};  // the first digits of its fingerprint
  const Place* place = nullptr;
  std::string advice = {};  // the id of the place on the page that says what to do
};

// All findings, by rule, or by what they are about where there is room to follow links to the rules.
struct Findings {
  const AuditReport* report = nullptr;
  const std::vector<FindingGroup>* groups = nullptr;
  Media in = on::everywhere;
};

// Findings one after the other.
struct FindingList {
  std::size_t size = 0;
  std::function<FindingWords(std::size_t)> finding;
  std::string about = {};  // what `money` or `note` is
  Most most = {};
  Fold fold = {};
  Media in = on::everywhere;
};

// What symbols in cells stand for, where symbols can be drawn.
struct Symbols {
  struct Symbol {
    std::string_view id, words;
    std::string_view box = "0 0 24 24";  // where it lies
  };
  std::vector<Symbol> symbols;
  Media in = on::page;
};

struct Figure {
  std::string label = {};  // none: no picture of its own
  std::string caption = {};
  Drawing draw;
  Media in = on::page;
};

struct Link {
  std::string_view id, title;
};

}  // namespace martech_audit::report
