// schema: the JSON Schema of a format, or a page of reference, generated from the one table of each.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/word_hint.h"
#include "catalogue/categories_page.h"
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
  std::string (*print)(const Command& root);
};

template <std::string (*text)()>
std::string same(const Command&) {
  return text();
}

constexpr std::array pages = {
    Page{"benchmarks", same<benchmarks_schema>},
    Page{"categories", same<categories_page>},
    Page{"config", [](const Command& root) { return config_schema(options::Keys(root)); }},
    Page{"inventory", same<inventory_schema>},
    Page{"reference", same<inventory_reference>},
    Page{"report", same<report_schema>},
    Page{"rules", same<rules_schema>},
};

struct SchemaOptions {
  std::string of;
};

std::vector<std::string_view> page_names() {
  std::vector<std::string_view> names;
  names.reserve(pages.size());
  for (const Page& page : pages) names.push_back(page.name);
  return names;
}

constexpr std::array page_rows{
    Row{Option::known("of", "FORMAT",
                      "inventory, config, rules, benchmarks or report; in Markdown: reference (inventory "
                      "fields) and categories",
                      page_names)
            .as_required_argument(),
        &SchemaOptions::of},
};

int schema(SchemaOptions& options, const Run& run) {
  const auto page = std::ranges::find(pages, options.of, &Page::name);
  if (page == pages.end())
    return fail(fmt::format("unknown schema '{}'; {}", options.of, word_hint(options.of, page_names())));
  const Result<Written> written = write_text("-", page->print(run.root));
  return written ? exit_ok : fail(written.error());
}

}  // namespace

Command schema_command(const Globals& globals) {
  return command<SchemaOptions>(globals, "schema", "Print a JSON Schema", page_rows, schema);
}

}  // namespace martech_audit::cli
