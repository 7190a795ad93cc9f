#include "base/text.h"
#include "base/wrap.h"
#include "martech_audit/report.h"
#include "report/grouping.h"
#include "report/html/html_page.h"
#include "report/page/findings.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t widest_snippet = 100;
constexpr std::size_t open_groups = 3;

}  // namespace

void HtmlPage::put_snippet(const Place& place) {
  out_.put("<p class=\"place\"><bdi>{}</bdi></p>\n", place_phrase(place));
  if (place.snippet.empty()) return;
  MarkedLine line = marked_line(place, widest_snippet, escape_controls);
  line.before.erase(0, line.before.find_first_not_of(' '));
  out_.put("<pre><code>");
  out_.put_between(line.before);
  out_.put("<mark>");
  out_.put_between(line.mark);
  out_.put("</mark>");
  out_.put_between(line.after);
  out_.put("</code></pre>\n");
}

void HtmlPage::put_marks(const FindingWords& words) {
  out_.put("<bdi>{}</bdi> <span class=\"points\">{}</span>", words.message, words.points);
  if (!words.mark.empty()) out_.put(" <span class=\"mark\">{}</span>", words.mark);
}

// `named` where no group says severity and rule.
void HtmlPage::put_finding(const FindingWords& words, bool named) {
  out_.put("<li id=\"{}\"><p>", words.id);
  if (named) put_text({{std::string(name(words.severity)), ink_of(words.severity)}, {" "}});
  put_marks(words);
  if (named) out_.put(" <code>{}</code>", words.rule);
  if (!words.note.empty()) out_.put(" ({})", words.note);
  out_.put("</p>\n");
  if (!words.money.empty()) out_.put("<p class=\"gain\">{}</p>\n", words.money);
  if (!words.terms.empty()) out_.put("<p><bdi>{}</bdi></p>\n", words.terms);
  if (words.place != nullptr) put_snippet(*words.place);
}

void HtmlPage::write(const Findings& block) {
  out_.put("<div data-filter=\"findings\">\n");
  std::size_t number = 0;
  for (const FindingGroup& group : *block.groups) {
    const Rule& rule = block.report->rules[group.rule];
    const std::string_view severity = name(group.severity);
    out_.put("<details{} data-severity=\"{}\">\n", number++ < open_groups ? " open" : "", severity);
    out_.put("<summary><span class=\"severity {}\">{}</span> <bdi>{}</bdi> ", severity, severity, rule.title);
    out_.put("<span class=\"points\">{}, {}</span></summary>\n", counted(group.shown.size(), "finding"),
             points_phrase(group.points()));
    out_.put("<p>{}</p>\n<p><strong>What to do</strong> ({} effort): {}</p>\n<p><code>{}</code></p>\n",
             flowed(rule.why), name(rule.effort), flowed(rule.fix), rule.id);
    out_.put("<ul class=\"findings\">\n");
    for (const Shown& item : group.shown) {
      put_finding(words_of(*item.finding, *block.report), false);
      if (!item.lesser.empty()) out_.put("<p class=\"place\">Also explains:</p><ul>");
      for (const Finding* lesser : item.lesser) {
        const FindingWords words = words_of(*lesser, *block.report);
        out_.put("<li id=\"{}\">", words.id);
        put_text({{std::string(name(words.severity)), ink_of(words.severity)}, {" "}});
        put_marks(words);
        if (!words.money.empty()) out_.put(" <span class=\"gain\">{}</span>", words.money);
        out_.put("</li>");
      }
      if (!item.lesser.empty()) out_.put("</ul>\n");
      out_.put("</li>\n");
    }
    out_.put("</ul>\n</details>\n");
  }
  out_.put("</div>\n");
}

void HtmlPage::write(const FindingList& block) {
  const bool folded = open_fold(block.fold);
  out_.put("<ul class=\"findings\">\n");
  const std::size_t count = shown(block.most, block.size);
  for (std::size_t i = 0; i < count; ++i) {
    put_finding(block.finding(i), true);
    out_.put("</li>\n");
  }
  out_.put("</ul>\n");
  put_rest(block.size - count, "finding");
  if (folded) out_.put("</details>\n");
}

}  // namespace martech_audit::report
