// Findings by tool, and below them what to do, rule by rule: the same advice for many tools stands once.
#include <algorithm>

#include "base/text.h"
#include "base/wrap.h"
#include "martech_audit/report.h"
#include "report/grouping.h"
#include "report/html/by_entity.h"
#include "report/html/html_page.h"
#include "report/page/findings.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t widest_snippet = 64;
constexpr std::size_t open_entities = 3;

}  // namespace

// The inventory's own line, for whoever mends it.
void HtmlPage::put_snippet(const Place& place) {
  if (place.snippet.empty()) return out_.put("<p class=\"place\"><bdi>{}</bdi></p>\n", place_phrase(place));
  out_.put("<details><summary>{}</summary>", place_phrase(place));
  MarkedLine line = marked_line(place, widest_snippet, escape_controls);
  line.before.erase(0, line.before.find_first_not_of(' '));
  out_.put("<pre>");
  out_.put_between(line.before);
  out_.put("<mark>");
  out_.put_between(line.mark);
  out_.put("</mark>");
  out_.put_between(line.after);
  out_.put("</pre></details>\n");
}

void HtmlPage::put_severity(Severity severity) { out_.put("<b class=\"{0}\">{0}</b> ", name(severity)); }

void HtmlPage::put_finding(const FindingWords& words) {
  out_.put("<li id=\"{}\"><p>", words.id);
  put_severity(words.severity);
  out_.put("<bdi>{}</bdi> <i>{}</i>", words.message, words.points);
  if (!words.mark.empty()) out_.put(" <span class=\"mark\">{}</span>", words.mark);
  words.advice.empty() ? out_.put(" <code>{}</code>", words.rule)
                       : out_.put(" <a href=\"#{}\">What to do</a>", words.advice);
  if (!words.note.empty()) out_.put(" ({})", words.note);
  out_.put("</p>\n");
  if (!words.money.empty()) out_.put("<p>{}</p>\n", words.money);
  if (!words.terms.empty()) out_.put("<p><bdi>{}</bdi></p>\n", words.terms);
  if (words.place != nullptr) put_snippet(*words.place);
  out_.put("</li>\n");
}

void HtmlPage::put_entity(const EntityFindings& entity, const AuditReport& report, bool open) {
  out_.put("<details{}>\n<summary>", open ? " open" : "");
  put_severity(entity.severity());
  out_.put("<bdi>{}</bdi> <span class=\"points\">{}, {}</span></summary>\n<ul class=\"findings\">\n",
           named(entity.entity()), counted(entity.findings.size(), "finding"),
           points_phrase(entity.points()));
  for (const Finding* finding : entity.findings) put_finding(words_of(*finding, report));
  out_.put("</ul>\n</details>\n");
}

void HtmlPage::put_rule(std::uint32_t number, const Rule& rule) {
  out_.put("<details id=\"{}\"><summary><bdi>{}</bdi></summary>\n<p>{}</p>\n", rule_id(number), rule.title,
           flowed(rule.why));
  out_.put("<p><strong>What to do</strong> ({} effort): {}</p>\n<p><code>{}</code></p></details>\n",
           name(rule.effort), flowed(rule.fix), rule.id);
}

void HtmlPage::write(const Findings& block) {
  out_.put("<div data-filter=\"findings\">\n");
  std::size_t number = 0;
  const std::vector<EntityFindings> entities = by_entity(*block.groups);
  for (const EntityFindings& entity : entities) put_entity(entity, *block.report, number++ < open_entities);
  out_.put("</div>\n<h3>What to do, by rule</h3>\n");
  for (const std::uint32_t rule : rules_of(entities)) put_rule(rule, block.report->rules[rule]);
}

void HtmlPage::write(const FindingList& block) {
  const bool folded = open_fold(block.fold);
  out_.put("<ul class=\"findings\">\n");
  const std::size_t count = shown(block.most, block.size);
  for (std::size_t i = 0; i < count; ++i) put_finding(block.finding(i));
  out_.put("</ul>\n");
  put_rest(block.size - count, "finding");
  if (folded) out_.put("</details>\n");
}

}  // namespace martech_audit::report
