#include "report/page/gap.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "report/figures.h"
#include "report/page/sections.h"

namespace martech_audit::report {
namespace {

std::string range_of(const HalfScore& half) {
  return gap_range(half.proven_gap(), half.gap() - half.proven_gap());
}

// The halves, each of 100 of its own.
std::string split_phrase(const Score& score) {
  if (score.money && score.practice.exposure == 0)
    return fmt::format("money {}; practice does not count", range_of(*score.money));
  if (score.money)
    return fmt::format("practice {}, money {}", range_of(score.practice), range_of(*score.money));
  if (score.gap() == 0) return {};
  if (score.unproven == 0) return "all proven";
  return fmt::format("{} proven, {} more unproven", points_text(score.proven),
                     unproven_text(score.proven, score.unproven));
}

double share_of_all(Points points) {
  return static_cast<double>(points) / static_cast<double>(100 * points_per_point);
}

}  // namespace

Bar gap_bar(const Score& score, std::string words) {
  return {{{Part::proven, share_of_all(score.proven)}, {Part::unproven, share_of_all(score.unproven)}},
          std::move(words)};
}

std::vector<Key> gap_key() { return {{Part::proven, "proven"}, {Part::unproven, "unproven"}}; }

void write_gap(const AuditPage& input, Page& page) {
  const Score& score = input.report.score;
  if (!score.has_verdict()) {
    page.add(Heading{.title = "No gap", .in = on::page});
    return page.add(
        Paragraph{{{"No rule applied to any entity, so there is no gap to report. Add more to the "
                    "inventory, or add rule packs."}}});
  }
  const std::string range = gap_range(score.proven, score.unproven);
  const std::string split = split_phrase(score);
  page.add(Measure{"Gap " + range, " of 100 (lower is better)", split,
                   gap_bar(score, fmt::format("Gap {} of 100: {}", range, split)), gap_key()});
  // At a first look the last section says it.
  page.add(Paragraph{{{fmt::format("Evidence: {}, {} of {} checks decided", share_text(score.evidence()),
                                   grouped(score.decided), grouped(score.judged))}},
                     on::terminal | on::comment | on::page});
}

}  // namespace martech_audit::report
