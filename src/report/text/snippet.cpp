#include <fmt/format.h>

#include <algorithm>

#include "base/excerpt.h"
#include "base/text.h"
#include "report/phrases.h"
#include "report/text/text_page.h"

namespace martech_audit::report {

void TextPage::write_snippet(std::size_t indent, const Place& place) {
  Canvas& canvas = canvas_;
  canvas.paragraph(indent + 2, {{place_phrase(place), Ink::faint}}, 2);
  if (place.snippet.empty()) return;
  const std::string number = fmt::format("{}", place.line);
  const std::size_t gutter = std::max<std::size_t>(5, number.size());
  const std::size_t columns = canvas.columns() - std::min(canvas.columns(), indent + gutter + 3);
  const MarkedLine line =
      marked_line(place, columns, [&](std::string_view text) { return canvas.shown(text); });
  const std::size_t room = columns - std::min(columns, display_width(line.before));
  const std::size_t length =
      std::clamp<std::size_t>(display_width(line.mark), 1, std::max<std::size_t>(1, room));
  canvas.line(indent, {{fmt::format("{:>{}} │ ", number, gutter), Ink::faint},
                       {line.before + line.mark + line.after}});
  canvas.line(indent, {{fmt::format("{:{}} │ ", "", gutter), Ink::faint},
                       {std::string(display_width(line.before), ' ') + "^" + std::string(length - 1, '~'),
                        Ink::medium}});
}

}  // namespace martech_audit::report
