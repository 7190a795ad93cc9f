// Names and aliases that do not tell one tool from another.
#include <fmt/format.h>

#include <algorithm>

#include "base/slots.h"
#include "base/text.h"
#include "model/field_path.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

constexpr std::size_t name_slot = *tool_shape.index_of("name");
constexpr std::size_t aliases_slot = *tool_shape.index_of("aliases");

// A word, and what it is to a tool.
struct Use {
  const Record* tool;
  std::string_view as;  // "id", "name", "alias"
  std::string_view word;
};

// Words are compared as people do: without case and space around them.
class NameCheck {
 public:
  explicit NameCheck(Building& building) : building_(building) {}

  void run() {
    const auto& tools = building_.storage.list(EntityKind::tool).records;
    any_alias_ = std::ranges::any_of(tools, [](const Record& tool) {
      const Value& aliases = values_of(tool)[aliases_slot];
      return aliases.is(ValueKind::list) && !aliases.as_list().empty();
    });
    for (const Record& tool : tools) add_names(tool);
    for (const Record& tool : tools) check_aliases(tool);
  }

 private:
  void add_names(const Record& tool) {
    const std::string_view id = id_of(tool);
    if (any_alias_ && !id.empty()) uses_.try_emplace(lower_ascii(id), Use{&tool, "id", id});
    const Value& name = values_of(tool)[name_slot];
    if (!name.is(ValueKind::string)) return;
    const std::string folded = lower_ascii(trim(name.as_text()));
    if (any_alias_) uses_.try_emplace(folded, Use{&tool, "name", name.as_text()});
    const auto [same, is_new] = names_.try_emplace(folded, &tool);
    if (is_new || values_of(*same->second)[name_slot].as_text() == name.as_text()) return;
    warn({&tool, "name", name.as_text()},
         fmt::format("'{}' and the '{}' of tool '{}' differ only in case", name.as_text(),
                     values_of(*same->second)[name_slot].as_text(), id_of(*same->second)),
         "use one spelling, or remove the duplicate tool");
  }

  void check_aliases(const Record& tool) {
    const Value& aliases = values_of(tool)[aliases_slot];
    if (!aliases.is(ValueKind::list)) return;
    for (const Value& alias : aliases.as_list()) {
      const auto [use, is_new] =
          uses_.try_emplace(lower_ascii(trim(alias.as_text())), Use{&tool, "alias", alias.as_text()});
      if (is_new || use->second.tool == &tool) continue;
      const Use& first = use->second;
      warn({&tool, "alias", alias.as_text()},
           fmt::format("'{}' is an alias of '{}' and {} '{}'", alias.as_text(), id_of(tool),
                       first.as == "alias" ? "of" : fmt::format("the {} of", first.as), id_of(*first.tool)),
           "an alias must identify one tool: remove it from one of the two");
    }
  }

  void warn(const Use& use, std::string message, std::string hint) {
    building_.diagnostics.warning(place_of(use), std::move(message), std::move(hint));
  }

  Location place_of(const Use& use) const {
    if (use.as != "alias") return location_of(building_.storage, *use.tool, use.as);
    for (const Node item : building_.node(*use.tool).find("aliases")) {
      if (item.is_scalar() && item.text() == use.word) return item.where();
    }
    return location_of(building_.storage, *use.tool, "aliases");
  }

  Building& building_;
  bool any_alias_ = false;
  std::unordered_map<std::string, Use> uses_;
  std::unordered_map<std::string, const Record*> names_;
};

}  // namespace

void check_names(Building& building) { NameCheck(building).run(); }

}  // namespace martech_audit::model
