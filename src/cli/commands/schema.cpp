// schema: the JSON Schema of a format, or a page of reference, generated from the one table of each.
#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>

#include "base/word_hint.h"
#include "catalogue/categories_page.h"
#include "cli/checks.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "config/config.h"
#include "model/schema.h"
#include "report/json_schema.h"
#include "rules/pack_schema.h"

namespace martech_audit::cli {
namespace {

struct Page {
  std::string_view name;
  std::string (*print)();
};

constexpr std::array pages = {
    Page{"benchmarks", benchmarks_schema},
    Page{"categories", categories_page},
    Page{"config", config_schema},
    Page{"inventory", inventory_schema},
    Page{"reference", inventory_reference},
    Page{"report", report_schema},
    Page{"rules", rules_schema},
};

int schema(const std::string& wanted) {
  std::vector<std::string_view> names;
  for (const Page& page : pages) {
    names.push_back(page.name);
    if (page.name != wanted) continue;
    const Result<Written> written = write_text("-", page.print());
    return written ? exit_ok : fail(written.error());
  }
  return fail(fmt::format("unknown schema '{}'; {}", wanted, word_hint(wanted, names)));
}

}  // namespace

Action declare_schema(CLI::App& app, const Globals&) {
  auto wanted = std::make_shared<std::string>();
  std::vector<std::string_view> names;
  names.reserve(std::size(pages));
  for (const Page& page : pages) names.push_back(page.name);
  app.add_option("of", *wanted,
                 "inventory, config, rules, benchmarks or report; in Markdown: reference (inventory fields) "
                 "and categories")
      ->required()
      ->check(usually_one_of(names))
      ->type_name("FORMAT");
  return [wanted] { return schema(*wanted); };
}

}  // namespace martech_audit::cli
