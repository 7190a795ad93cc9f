// A page for a terminal: wrapped to its width, coloured, and safe (canvas.h).
#pragma once

#include <string>

#include "report/grouping.h"
#include "report/page/page.h"
#include "report/text/canvas.h"

namespace martech_audit::report {

class TextPage : public Page {
 public:
  // `medium` is on::terminal or on::first_look.
  TextPage(Media medium, const ReportStyle& style, const Sink& sink)
      : Page(medium, style.verbose), canvas_(style, sink) {}

  void begin(const Masthead& masthead, std::span<const Link> contents) override;
  void begin_section(std::string_view) override { is_new_ = true; }

 private:
  // How findings are shown: some in full, some on a line each.
  struct Limits {
    std::size_t in_full;    // groups with places, money and fixes
    std::size_t each;       // findings of such a group
    std::size_t on_a_line;  // groups after them
    std::size_t names;      // of the findings that a group folds
  };

  void write(const Heading& block) override;
  void write(const Paragraph& block) override;
  void write(const Measure& block) override;
  void write(const Facts& block) override;
  void write(const Table& block) override;
  void write(const List& block) override;
  void write(const Tree& block) override;
  void write(const Findings& block) override;
  void write(const FindingList& block) override;

  // `hidden` are rows that --verbose shows, `left_out` those that nobody has.
  void write_rest(std::size_t hidden, std::string_view noun, std::size_t left_out = 0);
  void write_item(const List& block, std::size_t i);
  void write_branch(const Branch& branch, const std::string& lead, const std::string& stem);
  void write_snippet(std::size_t indent, const Place& place);  // snippet.cpp

  // text_table.cpp
  struct Layout;
  Layout layout_of(const Table& block, std::size_t count) const;
  void write_row(const Table& block, const std::vector<Cell>& cells, const Layout& layout);

  // text_findings.cpp
  Limits limits() const;
  void write_title(const FindingGroup& group, const Rule& rule);
  void write_finding(const Shown& item, bool alone, const AuditReport& report);
  void write_lesser(std::size_t indent, const FindingWords& words);
  void write_folded(const FindingGroup& group, std::size_t from);
  void write_in_full(const FindingGroup& group, const AuditReport& report);
  void write_on_a_line(const FindingGroup& group, const Rule& rule);
  void write_groups_left(std::span<const FindingGroup> groups);

  Canvas canvas_;
  bool is_new_ = false;  // nothing of the section is written
  bool under_heading_ = false;
};

}  // namespace martech_audit::report
