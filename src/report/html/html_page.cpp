#include "report/html/html_page.h"

#include <utility>

#include "base/base64.h"
#include "base/dates.h"
#include "base/sha256.h"
#include "base/text.h"
#include "embedded/html_script.h"
#include "embedded/html_shapes.h"
#include "embedded/html_style.h"

namespace martech_audit::report {

HtmlDress full_dress() { return {embedded::html_style, embedded::html_script}; }

namespace {

std::pair<const char*, const char*> verdict_words(Masthead::Verdict verdict) {
  switch (verdict) {
    case Masthead::Verdict::passed:
      return {"passed", "Passed"};
    case Masthead::Verdict::failed:
      return {"failed", "Failed"};
    case Masthead::Verdict::none:
    case Masthead::Verdict::unasked:
      break;
  }
  return {"unjudged", "No verdict"};
}

// Of the scripts that run from right to left none begins with a lower byte; punctuation begins with 0xE2.
bool may_run_leftwards(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD6 && byte != 0xE2;
  });
}

// How a part looks in a key, and in a bar.
struct PartShape {
  std::string_view key, bar;
};

PartShape shape_of(Part part) {
  switch (part) {
    case Part::proven:
      return {"is-proven", "proven"};
    case Part::unproven:
      return {"is-unproven", "hatched"};
    case Part::waste:
      return {"is-waste", "waste"};
    case Part::spend:
    case Part::used:
      return {"is-spend", "spend"};
    case Part::astray:
      return {"is-astray", "astray"};
    case Part::early:
      return {"is-early", "early"};
    case Part::open:
      return {"is-open", "open"};
    case Part::rest:
      break;
  }
  return {"is-track", "track"};
}

struct Element {
  std::string_view tag, shape;
};

Element element_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return {};
    case Ink::strong:
      return {"strong", ""};
    case Ink::code:
      return {"code", ""};
    case Ink::faint:
      return {"span", "quiet"};
    case Ink::mark:
      return {"span", "mark"};
    case Ink::good:
      return {"span", "passed"};
    case Ink::critical:
      return {"span", "severity critical"};
    case Ink::high:
      return {"span", "severity high"};
    case Ink::medium:
      return {"span", "severity medium"};
    case Ink::low:
      return {"span", "severity low"};
    case Ink::info:
      break;
  }
  return {"span", "severity info"};
}

}  // namespace

void HtmlPage::put_head(const std::string& title) {
  const std::string accent = dress_.accent.empty() ? "" : fmt::format(":root{{--accent:{}}}", dress_.accent);
  const std::string style = std::string(dress_.style()) + accent;
  out_.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  out_.put(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; ",
      base64(sha256(style)));
  if (dress_.script != nullptr) out_.put("script-src 'sha256-{}'; ", base64(sha256(dress_.script())));
  if (!dress_.logo.empty()) out_.put("img-src data:; ");
  out_.put(
      "base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta name=\"generator\" content=\"{}\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"{}\">\n<title>{}</title>\n<style>",
      generator_, dress_.script == nullptr ? "light" : "light dark", title);
  out_.put_embedded(dress_.style);
  if (!accent.empty()) out_.put(":root{{--accent:{}}}", dress_.accent);
  out_.put("</style>\n</head>\n");
}

void HtmlPage::put_masthead(const Masthead& masthead) {
  const std::string day = to_string(masthead.as_of);
  out_.put("<header>\n");
  if (!dress_.logo.empty()) out_.put("<img class=\"logo\" src=\"{}\" alt=\"Logo\">\n", dress_.logo);
  out_.put("<p class=\"kind\">{}</p>\n<h1><bdi>{}</bdi></h1>\n", masthead.kind, masthead.organisation);
  out_.put("<p>{}, as of <time datetime=\"{}\">{}</time></p>\n", masthead.facts, day, day);
  if (masthead.verdict != Masthead::Verdict::unasked) {
    const auto [verdict, word] = verdict_words(masthead.verdict);
    out_.put("<p class=\"verdict {}\"><strong>{}</strong> <span>{}</span></p>\n", verdict, word,
             masthead.why);
  }
  out_.put("</header>\n");
}

void HtmlPage::begin(const Masthead& masthead, std::span<const Link> contents) {
  put_head(fmt::format("{}: {} of {}", masthead.organisation, lower_ascii(masthead.kind),
                       to_string(masthead.as_of)));
  out_.put("<body>\n");
  if (!contents.empty()) out_.put("<a class=\"skip\" href=\"#content\">Skip to content</a>\n");
  out_.put_embedded(embedded::html_shapes);
  put_masthead(masthead);
  if (!contents.empty()) {
    out_.put("<nav aria-label=\"Parts of the report\"><ul>\n");
    for (const Link& link : contents) {
      out_.put("<li><a href=\"#{}\">", link.id);
      put_foreign(link.title);
      out_.put("</a></li>\n");
    }
    out_.put("</ul></nav>\n");
  }
  out_.put("<main id=\"content\">\n");
}

void HtmlPage::end() {
  out_.put("</main>\n<footer><p>{}</p></footer>\n", generator_);
  if (dress_.script != nullptr) {
    out_.put("<script>");
    out_.put_embedded(dress_.script);
    out_.put("</script>\n");
  }
  out_.put("</body>\n</html>\n");
}

void HtmlPage::open_section(std::string_view title, std::string_view scale) {
  end_section();
  in_section_ = true;
  out_.put("<section aria-labelledby=\"{}\">\n<h2 id=\"{}\">", section_, section_);
  put_foreign(title);
  out_.put("{}</h2>\n", scale);
}

void HtmlPage::end_section() {
  if (std::exchange(in_section_, false)) out_.put("</section>\n");
}

void HtmlPage::put_foreign(std::string_view text) {
  may_run_leftwards(text) ? out_.put("<bdi>{}</bdi>", text) : out_.put("{}", text);
}

// Whether it leads somewhere.
bool HtmlPage::open_link(const Span& span) {
  if (span.link.empty() || !dress_.links) return false;
  out_.put("<a href=\"{}#{}\">", *dress_.links, span.link);
  return true;
}

void HtmlPage::put_text(const Text& text) {
  for (const Span& span : text) {
    if (span.text.empty()) continue;
    const Element element = element_of(span.ink);
    const bool is_link = open_link(span);
    if (element.shape.empty() && !element.tag.empty()) out_.put("<{}>", element.tag);
    if (!element.shape.empty()) out_.put("<{} class=\"{}\">", element.tag, element.shape);
    put_foreign(span.text);
    if (!element.tag.empty()) out_.put("</{}>", element.tag);
    if (is_link) out_.put("</a>");
  }
}

void HtmlPage::put_key(const std::vector<Key>& key) {
  if (key.empty()) return;
  out_.put("<ul class=\"key\">");
  for (const Key& part : key) {
    out_.put("<li class=\"{}\">{}", shape_of(part.part).key, part.word);
    if (!part.figure.empty()) out_.put(" ");
    put_text(part.figure);
    out_.put("</li>");
  }
  out_.put("</ul>\n");
}

void HtmlPage::put_bar(const Bar& bar, std::string_view shape) {
  constexpr double whole = 1000;
  out_.put("<svg class=\"{}\" viewBox=\"0 0 1000 40\" preserveAspectRatio=\"none\"", shape);
  bar.words.empty() ? out_.put(" aria-hidden=\"true\">")
                    : out_.put(" role=\"img\" aria-label=\"{}\">", bar.words);
  out_.put("<rect class=\"track\" width=\"1000\" height=\"40\"/>");
  double from = 0;
  for (const Bar::Segment& segment : bar.segments) {
    const double share = std::clamp(segment.share, 0.0, 1.0 - from);
    out_.put("<rect class=\"{}\" x=\"{}\" width=\"{}\" height=\"40\"/>", shape_of(segment.part).bar,
             length(from * whole), length(share * whole));
    from += share;
  }
  out_.put("</svg>");
}

void HtmlPage::write(const Heading& block) {
  if (block.level == 2) {
    open_section(block.title);
  } else {
    out_.put("<h3>");
    put_foreign(block.title);
    out_.put("</h3>\n");
  }
  if (!block.note.empty()) {
    out_.put("<p class=\"quiet\">");
    put_foreign(block.note);
    out_.put("</p>\n");
  }
  put_key(block.key);
}

void HtmlPage::write(const Paragraph& block) {
  out_.put("<p>");
  put_text(block.text);
  out_.put("</p>\n");
}

void HtmlPage::write(const Measure& block) {
  open_section(block.title, block.scale);
  if (!block.detail.empty()) out_.put("<p>{}</p>\n", block.detail);
  put_bar(block.bar, "gap");
  out_.put("\n");
  put_key(block.key);
}

void HtmlPage::write(const Facts& block) {
  out_.put("<dl class=\"figures\">\n");
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    const Fact& fact = block.rows[i];
    const bool ends = i + 1 == block.rows.size() || !block.rows[i + 1].label.empty();
    if (i == 0 || !fact.label.empty()) out_.put("<div><dt>{}</dt>", fact.label);
    out_.put("<dd><strong>");
    for (const Span& span : fact.value) {
      const bool is_link = open_link(span);
      put_foreign(span.text);
      if (is_link) out_.put("</a>");
    }
    out_.put("</strong>");
    // On a line of its own there, so without what joins it.
    const std::size_t word = std::min(fact.note.find_first_not_of(" ,:;"), fact.note.size());
    if (word < fact.note.size()) out_.put(" <span>{}</span>", std::string_view(fact.note).substr(word));
    out_.put("</dd>");
    if (ends) out_.put("</div>\n");
  }
  out_.put("</dl>\n");
  if (!block.remark.empty()) out_.put("<p class=\"quiet\">{}</p>\n", block.remark);
}

bool HtmlPage::open_fold(const Fold& fold) {
  if ((fold.in & on::page) == 0) return false;
  out_.put("<details><summary>{}</summary>\n", fold.summary);
  return true;
}

void HtmlPage::put_rest(std::size_t count, std::string_view noun) {
  if (count > 0 && !noun.empty()) out_.put("<p>and {}</p>\n", counted(count, "more " + std::string(noun)));
}

void HtmlPage::put_item(const Item& item) {
  out_.put("<li>");
  if (!item.more.empty()) out_.put("<p>");
  put_text(item.text);
  if (!item.aside.empty()) {
    out_.put(" <span class=\"points\">");
    put_text(item.aside);
    out_.put("</span>");
  }
  if (!item.more.empty()) out_.put("</p>");
  for (const Text& text : item.more) {
    out_.put("<p>");
    put_text(text);
    out_.put("</p>");
  }
  out_.put("</li>\n");
}

void HtmlPage::put_items(const List& block, std::size_t from, std::size_t end) {
  if (block.ordered) {
    from == 0 ? out_.put("<ol class=\"items\">\n")
              : out_.put("<ol class=\"items\" start=\"{}\">\n", from + 1);
  } else {
    out_.put("<ul class=\"items\">\n");
  }
  for (std::size_t i = from; i < end; ++i) put_item(block.item(i));
  block.ordered ? out_.put("</ol>\n") : out_.put("</ul>\n");
}

void HtmlPage::write(const List& block) {
  const bool folded = open_fold(block.fold);
  const std::size_t count = shown(block.most, block.size);
  const std::size_t open = std::min(block.open, count);
  put_items(block, 0, open);
  if (open < count) {
    out_.put("<details><summary>{}</summary>\n", counted(count - open, "more " + block.noun));
    put_items(block, open, count);
  }
  put_rest(block.size - count + block.left_out, block.noun);
  if (open < count) out_.put("</details>\n");
  if (folded) out_.put("</details>\n");
}

void HtmlPage::put_branches(const std::vector<Branch>& branches) {
  for (const Branch& branch : branches) {
    out_.put("<li>");
    put_text(branch.text);
    if (!branch.below.empty()) {
      out_.put("\n<ul>\n");
      put_branches(branch.below);
      out_.put("</ul>");
    }
    out_.put("</li>\n");
  }
}

void HtmlPage::write(const Tree& block) {
  out_.put("<ul class=\"tree\" aria-label=\"{}\">\n", block.label);
  put_branches(block.branches);
  out_.put("</ul>\n");
}

void HtmlPage::write(const Symbols& block) {
  out_.put("<ul class=\"key glyphs\">");
  for (const Symbols::Symbol& symbol : block.symbols) {
    out_.put("<li><svg viewBox=\"{}\" aria-hidden=\"true\"><use href=\"#{}\"/></svg>{}</li>", symbol.box,
             symbol.id, symbol.words);
  }
  out_.put("</ul>\n");
}

void HtmlPage::write(const Figure& block) {
  if (block.label.empty()) return block.draw(out_);
  out_.put("<figure><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">", block.label);
  block.draw(out_);
  out_.put("</div>");
  if (!block.caption.empty()) out_.put("<figcaption>{}</figcaption>", block.caption);
  out_.put("</figure>\n");
}

}  // namespace martech_audit::report
