// Any bytes as an inventory, judged by one of the built-in packs, and everything that can be made of the
// report.
#include <numeric>

#include "fuzzing.h"

void martech_audit::fuzz::check_input(std::string_view text) {
  AuditOptions judging = options();
  judging.packs = {pack(std::accumulate(text.begin(), text.end(), std::size_t{0}))};
  check_audit({source("inventory.yaml", text)}, judging);
}
