#include "score/comparable_key.h"

#include <algorithm>
#include <tuple>

#include "base/netstring.h"
#include "base/sha256.h"
#include "martech_audit/score.h"

namespace martech_audit {
namespace {

// One list: its length first, so that no item can pass for one of the next list.
template <class Items, class Append>
void append_list(std::string& out, const Items& items, Append append) {
  append_netstring(out, std::to_string(items.size()));
  for (const auto& item : items) append(item);
}

}  // namespace

std::string comparable_key(std::vector<PackUse> packs, std::span<const Rule> rules,
                           std::vector<ParamUse> params, Points money_share) {
  std::ranges::sort(packs, {},
                    [](const PackUse& pack) { return std::tie(pack.id, pack.version, pack.sha256); });
  std::ranges::sort(params, {}, [](const ParamUse& param) {
    return std::tie(param.pack, param.name, param.category, param.value);
  });
  std::vector<const Rule*> by_id;
  for (const Rule& rule : rules) by_id.push_back(&rule);
  std::ranges::sort(by_id, {}, [](const Rule* rule) -> const std::string& { return rule->id; });

  std::string text;
  const auto append = [&](const auto&... parts) { (append_netstring(text, parts), ...); };
  append(score_model, std::to_string(money_share));
  append_list(text, packs, [&](const PackUse& pack) { append(pack.id, pack.version, pack.sha256); });
  append_list(text, by_id, [&](const Rule* rule) { append(rule->id, std::to_string(rule->weight)); });
  append_list(text, params, [&](const ParamUse& param) {
    append(param.pack, param.name, param.value);
    if (!param.category.empty()) append("for", param.category);
  });
  return sha256_hex(text);
}

}  // namespace martech_audit
