// comparable_key: which scores may be compared.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/rule_pack.h"

namespace martech_audit {

// SHA-256 (64 hex digits) over the score's model, the share of the money half, the packs (id, version,
// SHA-256), the rules in force (id, weight) and the parameters, each sorted: what decides a gap beside the
// inventory and the day. Severities do not, so they are not in it; nor are titles and other texts that change
// no outcome, except as part of a pack's SHA-256.
std::string comparable_key(std::vector<PackUse> packs, std::span<const Rule> rules,
                           std::vector<ParamUse> params, Points money_share);

}  // namespace martech_audit
