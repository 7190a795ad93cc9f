#include "decisions/decisions.h"

#include <utility>

#include "decisions/draft.h"

namespace martech_audit {

std::vector<Decision> make_decisions(const DecisionInput& input) {
  std::vector<decisions::Draft> drafts = decisions::gather(input);
  decisions::count_money(input, drafts);
  decisions::find_last_days(input, drafts);
  decisions::rank(drafts);
  std::vector<Decision> made;
  made.reserve(drafts.size());
  for (decisions::Draft& draft : drafts) made.push_back(std::move(draft.decision));
  return made;
}

}  // namespace martech_audit
