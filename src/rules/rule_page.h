// Pages about rules for people, made from the packs alone.
#pragma once

#include <span>
#include <string>

#include "martech_audit/rule.h"
#include "martech_audit/rule_pack.h"

namespace martech_audit {

// What `explain RULE` prints: what it is, why it matters, the conditions, the pack's parameters that it reads
// with their values in force and sources, what to do, where the idea comes from. Plain text of at most
// `width` columns where words allow.
std::string rule_page(const Rule& rule, const RulePack& pack, std::size_t width = 80);

// Every rule of the packs as a Markdown page: the packs, then for each dimension its rules and the parameters
// that they read.
std::string rules_index(std::span<const RulePack> packs);

}  // namespace martech_audit
