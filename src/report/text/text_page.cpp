#include "report/text/text_page.h"

#include <fmt/format.h>

#include <utility>

#include "base/dates.h"
#include "base/text.h"
#include "report/text/parts.h"

namespace martech_audit::report {
namespace {

Span verdict_span(Masthead::Verdict verdict) {
  switch (verdict) {
    case Masthead::Verdict::passed:
      return {"PASS", Ink::good};
    case Masthead::Verdict::failed:
      return {"FAIL", Ink::high};
    case Masthead::Verdict::none:
    case Masthead::Verdict::unasked:
      break;
  }
  return {"NO VERDICT", Ink::high};
}

// "█ proven, ░ unproven, · no gap"
std::string key_text(const std::vector<Key>& key) {
  std::string text;
  for (const Key& part : key)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", mark_of(part.part).text, part.word);
  return text;
}

}  // namespace

void TextPage::begin(const Masthead& masthead, std::span<const Link>) {
  canvas_.paragraph(0, {{masthead.organisation, Ink::strong},
                        {fmt::format(", {}, as of {}", masthead.facts, to_string(masthead.as_of))}});
  if (masthead.verdict == Masthead::Verdict::unasked) return;
  canvas_.gap();
  canvas_.paragraph(0, {verdict_span(masthead.verdict), {"  " + masthead.why}}, 6);
}

void TextPage::write(const Heading& block) {
  is_new_ = false;
  under_heading_ = true;
  std::string title = block.title;
  const std::string note = block.key.empty() ? block.note : key_text(block.key);
  if (block.level < 4) {
    if (!note.empty()) title += fmt::format(" ({})", note);
    return canvas_.heading(title);
  }
  if (!is(on::first_look)) canvas_.gap();
  canvas_.paragraph(0, {{title, Ink::strong}, {note.empty() ? "" : fmt::format(" ({})", note), Ink::faint}});
}

void TextPage::write(const Paragraph& block) {
  if (std::exchange(is_new_, false) && !is(on::first_look)) {
    canvas_.gap();
    under_heading_ = false;
  }
  canvas_.paragraph(under_heading_ ? 2 : 0, block.text);
}

void TextPage::write(const Measure& block) {
  is_new_ = false;
  canvas_.paragraph(
      0, {{block.title, Ink::strong}, {block.scale + (block.detail.empty() ? "" : ": " + block.detail)}});
}

void TextPage::write(const Facts& block) {
  if (std::exchange(is_new_, false)) canvas_.gap();
  const std::size_t indent = under_heading_ ? 2 : 0;
  std::size_t label_columns = 0;
  for (const Fact& fact : block.rows)
    label_columns = std::max(label_columns, canvas_.width_of(fact.label) + 2);
  for (const Fact& fact : block.rows) {
    Text text{{canvas_.padded(fact.label, label_columns)}};
    text.insert(text.end(), fact.value.begin(), fact.value.end());
    text.push_back({fact.note});
    canvas_.paragraph(indent, text, label_columns);
  }
  if (!block.remark.empty()) canvas_.paragraph(indent + label_columns, {{block.remark, Ink::faint}});
}

void TextPage::write_rest(std::size_t hidden, std::string_view noun, std::size_t left_out) {
  if (noun.empty() || hidden + left_out == 0) return;
  std::string text = "and " + counted(hidden + left_out, fmt::format("more {}", noun));
  if (hidden > 0) {
    text += left_out == 0 ? " (--verbose shows all)"
                          : fmt::format(" (--verbose shows {} of them)", grouped(hidden));
  }
  canvas_.line(2, {{text}});
}

void TextPage::write_item(const List& block, std::size_t i) {
  const Item item = block.item(i);
  const std::string label = block.ordered ? fmt::format("{}. ", i + 1) : "";
  const bool in_brief = is(on::first_look) && !item.brief.empty();
  Text text{{label}};
  const Text& words = in_brief ? item.brief : item.text;
  text.insert(text.end(), words.begin(), words.end());
  canvas_.row(2, text, item.aside, block.ordered ? label.size() : 2);
  if (in_brief) return;
  for (const Text& more : item.more) canvas_.paragraph(2 + label.size(), more, 2);
}

void TextPage::write(const List& block) {
  const std::size_t count = shown(block.most, block.size);
  for (std::size_t i = 0; i < count; ++i) write_item(block, i);
  write_rest(block.size - count, block.noun, block.left_out);
}

// What hangs below it continues its stem, also beside the further lines of its own words.
void TextPage::write_branch(const Branch& branch, const std::string& lead, const std::string& stem) {
  canvas_.branch(under_heading_ ? 2 : 0, lead, stem + (branch.below.empty() ? "  " : "│ "), branch.text);
  for (std::size_t i = 0; i < branch.below.size(); ++i) {
    const bool is_last = i + 1 == branch.below.size();
    write_branch(branch.below[i], stem + (is_last ? "└─ " : "├─ "), stem + (is_last ? "   " : "│  "));
  }
}

void TextPage::write(const Tree& block) {
  if (std::exchange(is_new_, false)) canvas_.gap();
  for (const Branch& branch : block.branches) write_branch(branch, "", "");
}

}  // namespace martech_audit::report
