// The blocks of a page as text, Markdown and HTML: each kind, and text that wants to be more than text.
#include "report/page/page.h"

#include <array>
#include <string>
#include <vector>

#include "report/grouping.h"
#include "report/html/html_page.h"
#include "report/markdown/markdown_page.h"
#include "report/text/text_page.h"
#include "report_builder.h"
#include "support/catch.h"

namespace martech_audit::report {
namespace {

struct Written {
  std::string text, markdown, html;
};

template <class AddBlocks>
std::string text_of(AddBlocks add, const ReportStyle& style = {}, Media medium = on::terminal) {
  std::string out;
  const Sink sink = [&](std::string_view piece) { out += piece; };
  TextPage page(medium, style, sink);
  add(page);
  return out;
}

template <class AddBlocks>
Written written(AddBlocks add) {
  Written made{text_of(add), {}, {}};
  const Sink to_markdown = [&](std::string_view piece) { made.markdown += piece; };
  MarkdownPage markdown("marker", to_markdown);
  add(markdown);
  const Sink to_html = [&](std::string_view piece) { made.html += piece; };
  HtmlPage html("program 1", to_html);
  html.begin_section("here");
  add(html);
  return made;
}

template <class Block>
void check(const Block& block, const Written& expected) {
  const Written made = written([&](Page& page) { page.add(block); });
  CHECK(made.text == expected.text);
  CHECK(made.markdown == expected.markdown);
  CHECK(made.html == expected.html);
}

// A link, an image, a command to a terminal and one to a CI service, markup, and a text run leftwards.
constexpr const char* evil = "<b>[x](https://e.example) \x1b[31m|` ::error::\u202Eשלום";
constexpr const char* evil_text = "<b>[x](https://e.example) \\x1b[31m|` ::error::\\u{202e}שלום";
constexpr const char* evil_markdown =
    "`<b>[x](https://e.example)` \\\\x1b\\[31m\\|\\` ::error::\\\\u{202e}שלום";
constexpr const char* evil_html = "&lt;b&gt;[x](https://e.example) \\x1b[31m|` ::error::\\u{202e}שלום";

std::vector<Cell> row_of_three(std::size_t i) {
  constexpr std::array shares{0.5, 0.25, 0.0};
  return {{.text = {{"name " + std::to_string(i)}}},
          {.bar = Bar{{{Part::proven, shares[i]}, {Part::unproven, 0.25}}, "words " + std::to_string(i)}},
          {.text = {{std::to_string(10 * i)}}, .sort = std::to_string(i)}};
}

const Table table{
    .label = "Label",
    .columns = {{"Name", ColumnKind::name}, {"Bar", ColumnKind::bar, 8}, {"Sum", ColumnKind::number}},
    .size = 3,
    .row = row_of_three,
    .most = {.terminal = 2, .comment = 1},
    .noun = "thing"};

TEST_CASE("blocks that are words") {
  check(Heading{.title = "Title & co", .note = "a note"},
        {"── Title & co (a note) "
         "─────────────────────────────────────────────────────────\n",
         "**Title &amp; co** (a note)\n\n",
         "<section aria-labelledby=\"here\">\n<h2 id=\"here\">Title &amp; co</h2>\n<p class=\"quiet\">a "
         "note</p>\n"});
  check(Heading{.title = "Part", .key = {{Part::proven, "p"}, {Part::rest, "r"}}, .level = 3},
        {"── Part (█ p, · r) "
         "─────────────────────────────────────────────────────────────\n",
         "**Part**\n\n",
         "<h3>Part</h3>\n<ul class=\"key\"><li class=\"is-proven\">p</li><li "
         "class=\"is-track\">r</li></ul>\n"});
  check(Heading{.title = "Lane", .note = "a note", .level = 4},
        {"Lane (a note)\n", "**Lane** (a note)\n\n", "<h3>Lane</h3>\n<p class=\"quiet\">a note</p>\n"});
  check(Paragraph{{{"plain "},
                   {"strong", Ink::strong},
                   {" "},
                   {"a_b", Ink::code},
                   {" "},
                   {"at risk", Ink::mark},
                   {" "},
                   {"high", Ink::high},
                   {" "},
                   {"there", Ink::plain, "f1"}}},
        {"plain strong a_b at risk high there\n", "plain **strong** `a_b` at risk high there\n\n",
         "<p>plain <strong>strong</strong> <code>a_b</code> <span class=\"mark\">at risk</span> <span "
         "class=\"severity high\">high</span> <a href=\"#f1\">there</a></p>\n"});
  check(
      Measure{"Gap 3", " of 100", "2 proven", {{{Part::proven, 0.03}}, "words"}, {{Part::proven, "proven"}}},
      {"Gap 3 of 100: 2 proven\n", "**Gap 3** of 100: 2 proven\n\n",
       "<section aria-labelledby=\"here\">\n<h2 id=\"here\">Gap 3 of 100</h2>\n<p>2 proven</p>\n<svg "
       "class=\"gap\" "
       "viewBox=\"0 0 1000 40\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"words\"><rect "
       "class=\"track\" "
       "width=\"1000\" height=\"40\"/><rect class=\"proven\" x=\"0\" width=\"30\" height=\"40\"/></svg>\n<ul "
       "class=\"key\"><li class=\"is-proven\">proven</li></ul>\n"});
  check(Facts{{{"Spend", {{"EUR 5"}}, ", a year"}, {"KPIs", {{"one"}}}, {"", {{"two"}}}}, "A remark."},
        {"Spend  EUR 5, a year\nKPIs   one\n       two\n       A remark.\n",
         "| | |\n|---|---|\n| Spend | EUR 5, a year |\n| KPIs | one |\n|  | two |\n\nA remark.\n\n",
         "<dl class=\"figures\">\n<div><dt>Spend</dt><dd><strong>EUR 5</strong> <span>a "
         "year</span></dd></div>\n"
         "<div><dt>KPIs</dt><dd><strong>one</strong></dd><dd><strong>two</strong></dd></div>\n</dl>\n"
         "<p class=\"quiet\">A remark.</p>\n"});
}

TEST_CASE("blocks that are rows") {
  check(table,
        {"  Name    Bar       Sum\n  name 0  ████░░··    0\n  name 1  ██░░····   10\n"
         "  and 1 more thing (--verbose shows all)\n",
         "| Name | Sum |\n|---|---:|\n| name 0 | 0 |\n\nand 2 more things; see the full report\n\n",
         "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Label\"><table class=\"bars "
         "sortable\"><thead><tr><th scope=\"col\">Name</th><th scope=\"col\" data-plain>Bar</th><th "
         "scope=\"col\" class=\"number\">Sum</th></tr></thead><tbody>\n"
         "<tr><th scope=\"row\">name 0</th><td><svg class=\"bar\" viewBox=\"0 0 1000 40\" "
         "preserveAspectRatio=\"none\" role=\"img\" aria-label=\"words 0\"><rect class=\"track\" "
         "width=\"1000\" "
         "height=\"40\"/><rect class=\"proven\" x=\"0\" width=\"500\" height=\"40\"/><rect class=\"hatched\" "
         "x=\"500\" width=\"250\" height=\"40\"/></svg></td><td class=\"number\" data-v=\"0\">0</td></tr>\n"
         "<tr><th scope=\"row\">name 1</th><td><svg class=\"bar\" viewBox=\"0 0 1000 40\" "
         "preserveAspectRatio=\"none\" role=\"img\" aria-label=\"words 1\"><rect class=\"track\" "
         "width=\"1000\" "
         "height=\"40\"/><rect class=\"proven\" x=\"0\" width=\"250\" height=\"40\"/><rect class=\"hatched\" "
         "x=\"250\" width=\"250\" height=\"40\"/></svg></td><td class=\"number\" data-v=\"1\">10</td></tr>\n"
         "<tr><th scope=\"row\">name 2</th><td><svg class=\"bar\" viewBox=\"0 0 1000 40\" "
         "preserveAspectRatio=\"none\" role=\"img\" aria-label=\"words 2\"><rect class=\"track\" "
         "width=\"1000\" "
         "height=\"40\"/><rect class=\"proven\" x=\"0\" width=\"0\" height=\"40\"/><rect class=\"hatched\" "
         "x=\"0\" width=\"250\" height=\"40\"/></svg></td><td class=\"number\" data-v=\"2\">20</td></tr>\n"
         "</tbody></table></div>\n"});
  const auto item = [](std::size_t i) {
    return Item{{{"item " + std::to_string(i)}}, {{"1 point"}}, {{{"below"}}}, {}};
  };
  check(List{.size = 2,
             .item = item,
             .ordered = true,
             .most = {.terminal = 1, .comment = 1},
             .left_out = 3,
             .fold = {"Folded", on::comment}},
        {"  1. item 0                                                              1 point\n     below\n"
         "  and 4 more lines (--verbose shows 1 of them)\n",
         "<details><summary>Folded</summary>\n\n1. item 0: 1 point  \n   below\n\nand 4 more lines; see the "
         "full "
         "report\n\n</details>\n\n",
         "<ol class=\"items\">\n<li><p>item 0 <span class=\"points\">1 point</span></p><p>below</p></li>\n"
         "<li><p>item 1 <span class=\"points\">1 point</span></p><p>below</p></li>\n</ol>\n"
         "<p>and 3 more lines</p>\n"});
}

const Tree tree{"What grows",
                {{{{"Root", Ink::strong}}, {{{{"one"}}, {{{{"inner"}}}}}, {{{"two "}, {"bad", Ink::high}}}}},
                 {{{"Leaf: "}, {"5"}}}}};

TEST_CASE("a tree is drawn, or a list of lists") {
  check(tree, {"Root\n├─ one\n│  └─ inner\n└─ two bad\nLeaf: 5\n",
               "- **Root**\n  - one\n    - inner\n  - two bad\n- Leaf: 5\n\n",
               "<ul class=\"tree\" aria-label=\"What grows\">\n<li><strong>Root</strong>\n<ul>\n<li>one\n"
               "<ul>\n<li>inner</li>\n</ul></li>\n<li>two <span class=\"severity high\">bad</span></li>\n"
               "</ul></li>\n<li>Leaf: 5</li>\n</ul>\n"});
  const auto add = [](Page& page) {
    page.add(Heading{.title = "Title"});
    page.add(tree);
  };
  CHECK(text_of(add, {.colour = true, .width = 40}) ==
        "\x1b[2m── \x1b[0m\x1b[1mTitle\x1b[0m\x1b[2m ───────────────────────────────\x1b[0m\n"
        "  \x1b[1mRoot\x1b[0m\n  \x1b[2m├─ \x1b[0mone\n  \x1b[2m│  └─ \x1b[0minner\n"
        "  \x1b[2m└─ \x1b[0mtwo \x1b[1;31mbad\x1b[0m\n  Leaf: 5\n");
  CHECK(text_of(add, {.unicode = false}) ==
        "Title\n  Root\n  |- one\n  |  `- inner\n  `- two bad\n  Leaf: 5\n");
}

TEST_CASE("long words of a tree are wrapped beside its lines") {
  const Text words{{"words that are longer than the line they are on"}};
  const auto add = [&](Page& page) {
    page.add(Tree{"T", {{words, {{words, {{words}, {{{"short"}}}}}, {words}}}}});
  };
  CHECK(text_of(add, {.width = 32}) ==
        "words that are longer than the\n│ line they are on\n├─ words that are longer than\n"
        "│  │ the line they are on\n│  ├─ words that are longer than\n│  │    the line they are on\n"
        "│  └─ short\n└─ words that are longer than\n     the line they are on\n");
  // However deep, words have some room.
  Branch deep{words};
  for (int i = 0; i < 12; ++i) deep = {{{"d"}}, {deep}};
  const std::string drawn = text_of([&](Page& page) { page.add(Tree{"T", {deep}}); }, {.width = 40});
  CHECK(drawn.ends_with("└─ words that are\n" + std::string(36, ' ') + "  longer than the\n" +
                        std::string(38, ' ') + "line they are on\n"));
}

TEST_CASE("a tree that is too long for a comment says so") {
  Tree forest{"Forest", {}};
  for (int i = 0; i < 3; ++i) forest.branches.push_back({{{"tree"}}});
  forest.branches[1].below.assign(100'000, {{{"leaf"}}});
  const Written made = written([&](Page& page) { page.add(forest); });
  CHECK(made.markdown.size() < 65'536);
  CHECK(made.markdown.starts_with("- tree\n- tree\n  - leaf\n  - leaf\n"));
  CHECK(made.markdown.ends_with("  - leaf\n\nand more; see the full report\n\n"));
  CHECK(made.text.ends_with("└─ leaf\ntree\n"));
}

TEST_CASE("blocks that are pictures are left out where there are none") {
  check(Symbols{{{"owns", "owns it"}}},
        {"", "",
         "<ul class=\"key glyphs\"><li><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use "
         "href=\"#owns\"/></svg>owns it</li></ul>\n"});
  check(
      Figure{.label = "Map",
             .caption = "What it is.",
             .draw = [](Markup& out) { out.put("<svg>{}</svg>", evil); }},
      {"", "",
       std::string("<figure><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Map\"><svg>") +
           evil_html + "</svg></div><figcaption>What it is.</figcaption></figure>\n"});
  check(Table{.label = "M",
              .columns = {{"N", ColumnKind::name},
                          {.title = "T", .kind = ColumnKind::picture, .upright = true}},
              .size = 1,
              .row =
                  [](std::size_t) {
                    return std::vector<Cell>{{.text = {{"a"}}}, {.text = {{"owns"}}, .symbol = "owns"}};
                  },
              .titles_in_text = false,
              .matrix = true},
        {"  a                                                                         owns\n",
         "| N | T |\n|---|---|\n| a | owns |\n\n",
         "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"M\"><table "
         "class=\"matrix\"><thead><tr><th "
         "scope=\"col\">N</th><th scope=\"col\" "
         "class=\"upright\"><span><bdi>T</bdi></span></th></tr></thead><tbody>\n"
         "<tr><th scope=\"row\">a</th><td><svg class=\"glyph\" role=\"img\" "
         "aria-label=\"owns\"><title>owns</title><use "
         "href=\"#owns\"/></svg></td></tr>\n</tbody></table></div>\n"});
}

TEST_CASE("findings, in groups and one after the other") {
  test::ReportBuilder builder("Org");
  builder.rule({"core-rule", "Title", "spend", Severity::high, Effort::low, "Do <it>."});
  builder.finding({"core-rule", {EntityKind::tool, "a", "A"}, "A is <odd>", test::tenths(12)});
  const AuditReport report = builder.build();
  const std::vector<FindingGroup> groups = group_findings(report);
  const std::string id = "f" + std::string(report.findings[0].fingerprint_text().substr(0, 16));
  check(Findings{&report, &groups},
        {"HIGH  Title  core-rule                                                1.2 points\n  A is <odd>  " +
             std::string(report.findings[0].fingerprint_text().substr(0, 8)) +
             "\n"
             "  fix (low effort): Do <it>.\n",
         "| severity | finding | where | points | money |\n|---|---|---|---:|---|\n| high | A is &lt;odd&gt; "
         "`core-rule` |  | 1.2 |  |\n\n",
         "<div data-filter=\"findings\">\n<details open>\n<summary><b class=\"high\">high</b> <bdi>A</bdi> "
         "<span "
         "class=\"points\">1 finding, 1.2 points</span></summary>\n<ul class=\"findings\">\n<li id=\"" +
             id +
             "\"><p><b class=\"high\">high</b> <bdi>A is &lt;odd&gt;</bdi> <i>1.2 points</i> <a "
             "href=\"#r0\">What to do</a></p>\n</li>\n</ul>\n</details>\n</div>\n<h3>What to do, by "
             "rule</h3>\n<details id=\"r0\"><summary><bdi>Title</bdi></summary>\n<p>" +
             std::string(report.rules[0].why) +
             "</p>\n<p><strong>What to do</strong> (low effort): Do &lt;it&gt;.</p>\n"
             "<p><code>core-rule</code></p></details>\n"});
  const auto words = [](std::size_t) {
    return FindingWords{Severity::low, "f1", evil, "rule", "+1.2", "EUR 5", "new", "fixed", "until then"};
  };
  const Written made =
      written([&](Page& page) { page.add(FindingList{.size = 1, .finding = words, .about = "about"}); });
  CHECK(made.text ==
        std::string("  low  ") + evil_text + " (new)     +1.2\n    rule (fixed) (until then)\n    EUR 5\n");
  CHECK(made.markdown ==
        std::string("| severity | finding | where | points | about |\n|---|---|---|---:|---|\n| low | ") +
            evil_markdown + " (new) `rule` |  | \\+1.2 | EUR 5; fixed; until then |\n\n");
  CHECK(made.html == std::string("<ul class=\"findings\">\n<li id=\"f1\"><p><b class=\"low\">low</b> <bdi>") +
                         evil_html +
                         "</bdi> <i>+1.2</i> <span class=\"mark\">new</span> <code>rule</code> "
                         "(fixed)</p>\n<p>EUR 5</p>\n<p><bdi>until then</bdi></p>\n"
                         "</li>\n</ul>\n");
}

// Wherever a section may put it.
TEST_CASE("no block lets text act on what it is read with") {
  const auto add = [](Page& page) {
    const Text text{{evil}, {evil, Ink::strong}, {evil, Ink::code}, {evil, Ink::faint, "f1"}};
    page.begin({evil, evil, evil, Date{}, Masthead::Verdict::failed, evil}, std::array{Link{evil, evil}});
    page.begin_section(evil);
    page.add(Heading{.title = evil, .note = evil, .key = {{Part::proven, evil}}});
    page.add(Heading{.title = evil, .note = evil, .level = 3});
    page.add(Paragraph{text});
    page.add(Measure{evil, evil, evil, {{}, evil}, {{Part::proven, evil}}});
    page.add(Facts{{{evil, text, evil}}, evil});
    page.add(Table{
        .label = evil,
        .columns = {{evil, ColumnKind::name}, {evil, ColumnKind::bar}, {.title = evil, .upright = true}},
        .size = 1,
        .row =
            [&](std::size_t) {
              return std::vector<Cell>{{.text = text, .sort = evil},
                                       {.bar = Bar{{}, evil}},
                                       {.text = text, .sort = evil, .symbol = evil, .count = evil}};
            },
        .caption = evil,
        .filter = evil,
        .fold = {evil, on::everywhere}});
    page.add(List{.size = 1,
                  .item =
                      [&](std::size_t) {
                        return Item{text, text, {text}, text};
                      },
                  .fold = {evil, on::everywhere}});
    page.add(Tree{evil, {{text, {{text}}}}});
    page.add(FindingList{.size = 1,
                         .finding =
                             [](std::size_t) {
                               return FindingWords{Severity::low, evil, evil, evil, evil,
                                                   evil,          evil, evil, evil};
                             },
                         .fold = {evil, on::everywhere}});
    page.add(Symbols{{{evil, evil}}});
    page.add(Figure{.label = evil, .caption = evil, .draw = [](Markup& out) { out.put("{}", evil); }});
    page.end_section();
  };
  const Written made = written(add);
  for (const std::string& out : {made.text, made.markdown, made.html}) {
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find("\u202E") == std::string::npos);
    CHECK(out.find("\n::") == std::string::npos);
  }
  CHECK(made.html.find("<b>") == std::string::npos);
  CHECK(made.html.find("שלום") != std::string::npos);
  std::string outside_code = made.markdown;
  for (std::size_t at = outside_code.find('`'); at != std::string::npos; at = outside_code.find('`', at)) {
    if (at > 0 && outside_code[at - 1] == '\\') {
      ++at;
      continue;
    }
    const std::size_t end = outside_code.find('`', at + 1);
    REQUIRE(end != std::string::npos);
    outside_code.erase(at, end - at + 1);
  }
  CHECK(outside_code.find("<b>") == std::string::npos);
  CHECK(outside_code.find("](") == std::string::npos);
}

TEST_CASE("a block stands in the media that it names, and as far as its budget goes") {
  const auto add = [](Page& page) {
    page.add(Paragraph{{{"text"}}, on::text});
    page.add(Paragraph{{{"comment"}}, on::comment});
    page.add(Paragraph{{{"page"}}, on::page});
    page.add(List{.size = 2,
                  .item =
                      [](std::size_t i) {
                        return Item{{{"item " + std::to_string(i)}}, {}, {}, {{"brief"}}};
                      },
                  .most = {.first_look = 1, .terminal = 0, .comment = 0, .page = 0},
                  .noun = ""});
  };
  const Written made = written(add);
  CHECK(made.text == "text\n");
  CHECK(made.markdown == "comment\n\n\n");
  CHECK(made.html == "<p>page</p>\n<ul class=\"items\">\n</ul>\n");
  CHECK(text_of(add, {}, on::first_look) == "text\n  brief\n");
  CHECK(text_of(add, {.verbose = true}) == "text\n  item 0\n  item 1\n");
}

struct Stack {
  int tools = 0;
};

TEST_CASE("a section is written once and stands in each format, and in the list of contents") {
  constexpr std::array sections{
      Section<Stack>{"count", "Count",
                     [](const Stack& stack, Page& page) {
                       page.add(Heading{.title = "How many"});
                       page.add(Paragraph{{{std::to_string(stack.tools) + " tools"}}});
                     }},
      Section<Stack>{"none", "None", [](const Stack&, Page& page) { page.add(Heading{.title = "Never"}); },
                     on::everywhere, [](const Stack&) { return false; }},
      Section<Stack>{"chart", "Chart", [](const Stack&, Page& page) { page.add(Heading{.title = "Chart"}); },
                     on::page}};
  const Date day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)};
  const Written made = written([&](Page& page) {
    write_page({"Audit", "Acme", "4 tools", day, Masthead::Verdict::passed, "no findings"},
               std::span<const Section<Stack>>(sections), Stack{4}, page);
  });
  CHECK(made.text ==
        "Acme, 4 tools, as of 2026-11-23\n\nPASS  no findings\n\n── How many "
        "────────────────────────────────────────────────────────────────────\n  4 tools\n");
  CHECK(
      made.markdown ==
      "<!-- marker -->\n### Audit passed: no findings\n\nAcme, 4 tools, as of 2026-11-23\n\n**How many**\n\n"
      "4 tools\n\n");
  CHECK(made.html.find(
            "<ul>\n<li><a href=\"#count\">Count</a></li>\n<li><a href=\"#chart\">Chart</a></li>\n</ul>") !=
        std::string::npos);
  CHECK(made.html.find(
            "<section aria-labelledby=\"count\">\n<h2 id=\"count\">How many</h2>\n<p>4 tools</p>\n"
            "</section>\n<section aria-labelledby=\"chart\">\n<h2 id=\"chart\">Chart</h2>\n</section>\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace martech_audit::report
