"""Inputs that grow: each shape is a function of n to files and the arguments that the program gets.

An argument that begins with a file's name is taken in the folder of the files. `before` are runs that make further files.
"""

import io
import zipfile
from dataclasses import dataclass, field

HEAD = "martech: 1\norganisation: {name: Growth, currency: EUR}\n"
ONE_TOOL = HEAD + "tools:\n- {id: one, name: One}\n"
DAY = ["--as-of", "2026-11-23"]


@dataclass
class Input:
    files: dict
    arguments: list
    before: list = field(default_factory=list)
    codes: tuple = (0, 1, 2)  # exit codes that are right


SHAPES = {}


def shape(*codes):
    """Adds a shape; `codes` are the exit codes that it must end with."""

    def add(make):
        name = make.__name__.replace("_", " ")

        def made(n):
            given = make(n)
            given.codes = codes
            return given

        SHAPES[name] = made
        return make

    return add


def lines(n, text, head=""):
    """`text` for each number from 0, with {i} and {j}, the number after it."""
    return head + "".join(text.format(i=i, j=i + 1) for i in range(n))


def inventory(command, text, name="inventory.yaml"):
    return Input({name: text}, [command, name] + (DAY if command == "scan" else []))


TOOL = "- {{id: t{i}, name: Tool {i}, owner: Anna, cost: {{amount: {j}, per: year}}, contract: {{ends: 2027-03-31}}}}\n"
BLOCK_TOOL = """\
- id: t{i}
  name: Tool {i}
  category: crm
  status: active
  owner: Anna
  seats: {{purchased: 40, assigned: 30}}
  usage: {{active: 3, measured_on: 2026-11-01, window_days: 60}}
  cost: {{amount: {j}, per: year}}
  contract: {{ends: 2027-03-31, notice_days: 90, auto_renews: true}}
"""


# ---- good ----------------------------------------------------------------------------------------------------------


@shape(0, 1)
def tools(n):
    return inventory("scan", lines(n, BLOCK_TOOL, HEAD + "tools:\n"))


@shape(0)
def tools_in_JSON(n):
    tools = ",".join('{"id":"t%d","name":"Tool %d","cost":{"amount":%d,"per":"year"}}' % (i, i, i + 1) for i in range(n))
    text = '{"martech":1,"organisation":{"name":"G","currency":"EUR"},"tools":[%s]}' % tools
    return inventory("validate", text, "inventory.json")


@shape(0)
def aliases_of_one_tool(n):
    return inventory("validate", lines(n, "  - alias {i}\n", HEAD + "tools:\n- id: one\n  name: One\n  aliases:\n"))


@shape(0, 1)
def objectives_and_KPIs(n):
    text = lines(n, "- {{id: o{i}, title: Objective {i}, priority: 1, status: active, kpis: [k{i}]}}\n", HEAD + "objectives:\n")
    text += lines(n, "- {{id: k{i}, title: Measure {i}, unit: percent, target: 3}}\n", "kpis:\n")
    return inventory("scan", text + "tools:\n- {id: one, name: One, objectives: [o0]}\n")


@shape(0, 1)
def people_and_teams(n):
    text = lines(n, "- {{id: team{i}, name: Team {i}, function: marketing}}\n", HEAD + "teams:\n")
    text += lines(n, "- {{id: p{i}, name: Person {i}, team: team{i}, skills: {{sql: 2}}}}\n", "people:\n")
    return inventory("scan", text + "tools:\n- {id: one, name: One, owner: p0}\n")


@shape(0, 1)
def chain_of_integrations(n):
    text = lines(n + 1, "- {{id: t{i}, name: Tool {i}}}\n", HEAD + "tools:\n")
    return inventory("scan", text + lines(n, "- {{from: t{i}, to: t{j}, kind: api}}\n", "integrations:\n"))


@shape(0)
def integrations_of_one_pair(n):
    head = HEAD + "tools:\n- {id: a, name: A}\n- {id: b, name: B}\nintegrations:\n"
    return inventory("validate", lines(n, "- {{from: a, to: b, kind: api}}\n", head))


@shape(0, 1)
def one_capability_of_all_tools(n):
    head = HEAD + "capabilities:\n- {id: mail, importance: important}\ntools:\n"
    return inventory("scan", lines(n, "- {{id: t{i}, name: Tool {i}, capabilities: [mail]}}\n", head))


@shape(0, 1)
def processes_and_pilots_of_tools(n):
    processes = lines(n, "- {{id: p{i}, title: Process {i}}}\n", "processes:\n")
    tools = lines(n, "- {{id: t{i}, name: Tool {i}, status: pilot, process: p{i}}}\n", "tools:\n")
    pilots = lines(n, "- {{id: i{i}, tool: t{i}, kind: pilot, starts: 2026-10-01}}\n", "initiatives:\n")
    return inventory("scan", HEAD + processes + tools + pilots)


@shape(0, 1)
def payments(n):
    text = lines(n, "- {{vendor: Vendor {i}, amount: 12, period: {{starts: 2026-03-01, ends: 2026-03-31}}}}\n", ONE_TOOL + "ledger:\n")
    return inventory("scan", text)


@shape(0, 1)
def payments_to_nobody(n):
    tools = lines(n, "- {{id: t{i}, name: Tool {i}, purchased_on: 2025-01-01}}\n", HEAD + "tools:\n")
    return inventory("scan", lines(n, "- {{amount: 12, period: {{starts: 2026-03-01, ends: 2026-03-31}}}}\n", tools + "ledger:\n"))


@shape(0, 1)
def roadmap_without_days(n):
    tools = lines(n, "- {{id: t{i}, name: Tool {i}, purchased_on: 2025-01-01}}\n", HEAD + "tools:\n")
    return inventory("scan", lines(n, "  - {{id: r{i}, name: Item {i}}}\n", tools + "strategy:\n  roadmap:\n"))


WAIVER = "- {{rule: ownerless-tool, entity: t{i}, reason: Soon, owner: Anna, expires: 2026-12-31}}\n"


@shape(0, 1)
def waivers_in_use(n):
    text = lines(n, "- {{id: t{i}, name: Tool {i}}}\n", HEAD + "tools:\n")
    given = inventory("scan", text)
    return Input({**given.files, "waivers.yaml": lines(n, WAIVER)}, given.arguments + ["--waivers", "waivers.yaml"])


@shape(0, 1)
def waivers_of_a_team(n):
    people = lines(n, "- {{id: p{i}, name: P {i}, team: crm}}\n", "teams: [{id: crm, name: CRM}]\npeople:\n")
    waiver = "- {{rule: roi-unmeasured, entity: t{i}, reason: Later, owner: crm, approved_by: cfo, expires: 2026-12-31}}\n"
    text = HEAD + people + lines(n, "- {{id: t{i}, name: T {i}}}\n", "tools:\n") + lines(n, waiver, "waivers:\n")
    files = {"inventory.yaml": text, "config.yaml": "waiver_policy: {approved_by: [cfo]}\n"}
    return Input(files, ["scan", "inventory.yaml", "--config", "config.yaml"] + DAY)


@shape(0, 1)
def KPIs_of_other_objectives(n):
    objectives = lines(n, "- {{id: o{i}, status: active, kpis: [k{i}]}}\n", "objectives:\n")
    kpi = "- {{id: k{i}, baseline: 1, target: 3, current: 2, source: manual, owner: ana, measured_on: 2026-11-01}}\n"
    tool = "- {{id: t{i}, name: T {i}, owner: ana, cost: {{amount: 9, per: year}}, objectives: [o0], kpis: [k{i}]}}\n"
    text = HEAD + "people: [{id: ana, name: Ana}]\n" + objectives + lines(n, kpi, "kpis:\n") + lines(n, tool, "tools:\n")
    return inventory("scan", text)


@shape(0, 1)
def links_claimed_since(n):
    tool = "- {{id: t{i}, name: T {i}, owner: Owner {i}, cost: {{amount: 9, per: year}}}}\n"
    head = HEAD + "objectives: [{id: o, status: active}]\ntools:\n"
    files = {"before.yaml": lines(n, tool, head), "after.yaml": lines(n, tool.replace("cost:", "objectives: [o], cost:"), head)}
    return Input(files, ["diff", "before.yaml", "after.yaml"] + DAY)


@shape(0, 1)
def running_martech_budgets(n):
    budget = "- {{id: b{i}, kind: martech, period: {{starts: 2026-01-01, ends: 2026-12-31}}, amount: 5, spent: 6}}\n"
    return inventory("scan", ONE_TOOL + lines(n, budget, "budgets:\n"))


@shape(0, 1)
def baseline_of_all(n):
    given = inventory("scan", lines(n, "- {{id: t{i}, name: Tool {i}}}\n", HEAD + "tools:\n"))
    before = [given.arguments + ["--exit-zero", "--write-baseline", "baseline.txt"]]
    return Input(given.files, given.arguments + ["--baseline", "baseline.txt"], before)


@shape(0, 1)
def fields_of_the_user(n):
    return inventory("scan", lines(n, "  x-note-{i}: text {i}\n", HEAD + "tools:\n- id: one\n  name: One\n"))


PACK = "pack: growth\nversion: 1.0.0\ntitle: Growth\nrules:\n"
RULE = """\
- id: rule-{i}
  title: Rule {i}
  dimension: contracts
  for: tool
  severity: low
  assert: tool.contract.term_months <= {j}
  message: "{{tool.name}} is long"
  why: It binds.
  fix: Ask.
"""


@shape(0)
def rules_of_a_pack(n):
    return Input({"pack.yaml": lines(n, RULE, PACK)}, ["rules", "check", "pack.yaml"])


@shape(0, 1)
def rules_switched_off(n):
    config = lines(n, "  rule-{i}: off\n", "rules:\n")
    return Input(
        {"pack.yaml": lines(n, RULE, PACK), "inventory.yaml": ONE_TOOL, "config.yaml": config},
        ["scan", "inventory.yaml", "--rules", "pack.yaml", "--config", "config.yaml"] + DAY,
    )


@shape(0, 1)
def variables_of_a_rule(n):
    chain = "    v0: '1'\n" + lines(n, "    v{j}: v{i} + 1\n")
    rule = RULE.format(i=0, j=1)
    at = rule.index("  assert:")
    text = PACK + rule[:at] + "  variables:\n" + chain + f"  assert: v{n} < 0\n" + rule[rule.index("\n", at) + 1 :]
    return Input({"pack.yaml": text, "inventory.yaml": ONE_TOOL}, ["scan", "inventory.yaml", "--no-built-in-rules", "--rules", "pack.yaml"] + DAY)


@shape(0)
def thresholds_of_categories(n):
    tools = lines(n, "- {{id: t{i}, name: Tool {i}, category: c{i}}}\n", HEAD + "tools:\n")
    thresholds = lines(n, "  c{i}: {{spend: {{target_active: 0.8}}}}\n", "thresholds:\n")
    given = inventory("scan", tools)
    return Input({**given.files, "config.yaml": thresholds}, given.arguments + ["--config", "config.yaml", "--exit-zero"])


@shape(0, 1)
def inventory_of_many_files(n):
    files = {"folder/base.yaml": HEAD}
    for i in range(n // 4 + 1):
        files["folder/f%d.yaml" % i] = "martech: 1\ntools:\n" + TOOL.format(i=i, j=i + 1)
    return Input(files, ["scan", "folder"] + DAY)


SHEET = "Tool,Vendor,Owner,Annual cost,Currency,Renewal date\n"


@shape(0)
def sheet(n):
    rows = lines(n, "Tool {i},Vendor {i},Anna,{j},EUR,2027-01-31\n", SHEET)
    return Input({"sheet.csv": rows}, ["import", "sheet.csv", "--currency", "EUR"])


def workbook(rows, strings=""):
    """The bytes of one sheet, given the XML of its rows and of the strings they share."""
    relation = '<Relationship Id="{0}" Type="x/{0}" Target="{1}"/>'.format
    parts = {
        "_rels/.rels": f"<r>{relation('officeDocument', 'xl/workbook.xml')}</r>",
        "xl/workbook.xml": '<w><sheets><sheet name="S" id="worksheet"/></sheets></w>',
        "xl/_rels/workbook.xml.rels": f"<r>{relation('worksheet', 's.xml')}{relation('sharedStrings', 't.xml')}</r>",
        "xl/s.xml": f"<w><sheetData>{rows}</sheetData></w>",
        "xl/t.xml": f"<s>{strings}</s>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts.items():
            out.writestr(name, text)
    return made.getvalue()


def text_cells(*texts):
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts) + "</row>"


@shape(0)
def sheet_of_a_workbook(n):
    head = text_cells("Tool", "Vendor", "Annual cost")
    row = '<row><c t="s"><v>{i}</v></c><c t="inlineStr"><is><t>V {i}</t></is></c><c><v>{j}.5</v></c></row>'
    book = workbook(lines(n, row, head), lines(n, "<si><t>Tool {i}</t></si>"))
    return Input({"sheet.xlsx": book}, ["import", "sheet.xlsx", "--currency", "EUR"])


@shape(0)
def columns_of_a_workbook(n):
    head = text_cells("Tool", *(f"Column {i}" for i in range(n)))
    return Input({"sheet.xlsx": workbook(head + text_cells("Slack", *"x" * n))}, ["import", "sheet.xlsx", "--currency", "EUR"])


@shape(0)
def rows_of_one_name(n):
    return Input({"sheet.csv": lines(n, "Slack,Vendor {i},Anna,{j},EUR,2027-01-31\n", SHEET)}, ["import", "sheet.csv", "--currency", "EUR"])


@shape(0)
def names_that_give_one_id(n):
    sign = lambda i: "".join("!?*~"[i >> 2 * place & 3] for place in range(8))
    rows = "".join(f"Slack{sign(i)},V,Anna,1,EUR,2027-01-31\n" for i in range(n))
    return Input({"sheet.csv": SHEET + rows}, ["import", "sheet.csv", "--currency", "EUR"])


@shape(0)
def columns_of_one_heading(n):
    return Input({"sheet.csv": "Tool" + ",Notes" * n + "\nSlack" + ",x" * n + "\n"}, ["import", "sheet.csv", "--currency", "EUR"])


@shape(0)
def columns(n):
    head = "Tool" + "".join(",Column %d" % i for i in range(n))
    return Input({"sheet.csv": head + "\nSlack" + ",x" * n + "\n"}, ["import", "sheet.csv", "--currency", "EUR"])


@shape(0)
def columns_of_a_mapping(n):
    head = "Tool" + "".join(",Column %d" % i for i in range(n))
    mapping = lines(n, "  Column {i}: x-field-{i}\n", "columns:\n  Tool: name\n")
    return Input(
        {"sheet.csv": head + "\nSlack" + ",x" * n + "\n", "mapping.yaml": mapping},
        ["import", "sheet.csv", "--currency", "EUR", "--map", "mapping.yaml"],
    )


@shape(0)
def records_in_JSON(n):
    records = ",".join('{"name":"Tool %d","vendor":"V","cost":%d}' % (i, i + 1) for i in range(n))
    return Input({"records.json": "[" + records + "]"}, ["import", "records.json", "--currency", "EUR"])


@shape(0)
def columns_of_which_each_row_fills_one(n):
    head = "Tool" + "".join(f",Column {i}" for i in range(n))
    rows = "".join(f"Tool {i},x\n" for i in range(n))
    return Input({"sheet.csv": f"{head}\n{rows}"}, ["import", "sheet.csv", "--currency", "EUR"])


@shape(0)
def records_with_a_key_of_their_own_each(n):
    records = ",".join('{"name":"Tool %d","due %d on":"01/0%d/2026"}' % (i, i, i % 9 + 1) for i in range(n))
    return Input({"records.json": "[" + records + "]"}, ["import", "records.json", "--currency", "EUR"])


@shape(0)
def people_to_count(n):
    rows = lines(n, "person{i}@example.com,Tool {i},2026-10-01\n", "Email,Application,Last login\n")
    return Input({"people.csv": rows}, ["import", "people.csv", "--currency", "EUR"])


def saved(n, arguments, name="report.json"):
    given = inventory("scan", lines(n, BLOCK_TOOL, HEAD + "tools:\n"))
    return Input(given.files, arguments, [given.arguments + ["--exit-zero", "--output", "json=" + name]])


@shape(0)
def report_read_back(n):
    return saved(n, ["convert", "report.json", "--format", "json"])


@shape(0)
def report_verified(n):
    return saved(n, ["verify", "report.json"])


@shape(0, 1)
def report_against_itself(n):
    return saved(n, ["diff", "report.json", "report.json"])


@shape(0, 1)
def evidence_that_is_lost(n):
    capabilities = lines(n, "- {{id: c{i}, name: C}}\n", "capabilities:\n")

    def stack(status, needed):
        head = HEAD + "objectives:\n- id: o\n  title: O\n  requires:\n" + "".join(f"  - c{i}\n" for i in needed) + capabilities
        return lines(n, "- {{id: t{i}, name: Tool {i}, status: " + status + "}}\n", head + "tools:\n")

    files = {"before.yaml": stack("active", range(n)), "after.yaml": stack("retiring", range(0, n, 2))}
    return Input(files, ["diff", "before.yaml", "after.yaml"] + DAY)


@shape(0)
def report_as_a_page(n):
    return saved(n, ["convert", "report.json", "--format", "html"])


@shape(0)
def report_as_SARIF(n):
    return saved(n, ["convert", "report.json", "--format", "sarif"])


@shape(0)
def graph(n):
    text = lines(n + 1, "- {{id: t{i}, name: Tool {i}}}\n", HEAD + "tools:\n")
    return inventory("graph", text + lines(n, "- {{from: t0, to: t{j}, kind: api}}\n", "integrations:\n"))


@shape(0)
def trace(n):
    text = lines(n, "- {{id: t{i}, name: Tool {i}, objectives: [grow]}}\n", HEAD + "objectives:\n- {id: grow, title: Grow}\ntools:\n")
    return inventory("trace", text)


FINDING = "a8a538b0ccf48ce76c32e7cae35d18db"  # ownerless-tool of t0


@shape(0)
def explained_finding(n):
    given = inventory("scan", lines(n, "- {{id: t{i}, name: Tool {i}}}\n", HEAD + "tools:\n"))
    return Input(given.files, ["explain", FINDING, "inventory.yaml"] + DAY)


GOOD = set(SHAPES)

# ---- erroneous -----------------------------------------------------------------------------------------------------


@shape(2)
def words_for_tools(n):
    return inventory("validate", lines(n, "- a\n", HEAD + "tools:\n"))


@shape(2)
def tools_of_nothing(n):
    return inventory("validate", lines(n, "- {{}}\n", HEAD + "tools:\n"))


@shape(2)
def one_key_given_again(n):
    return inventory("validate", lines(n, "a:\n"))


@shape(2)
def one_id_given_again(n):
    return inventory("validate", lines(n, "- {{id: one, name: One}}\n", HEAD + "tools:\n"))


@shape(2)
def unknown_keys(n):
    return inventory("validate", lines(n, "  ownr{i}: Anna\n", HEAD + "tools:\n- id: one\n  name: One\n"))


@shape(2)
def unknown_words(n):
    return inventory("validate", lines(n, "- {{id: t{i}, name: T, status: activ{i}}}\n", HEAD + "tools:\n"))


@shape(2)
def wrong_dates(n):
    return inventory("validate", lines(n, "- {{id: t{i}, name: T, live_on: 2026-13-{i}}}\n", HEAD + "tools:\n"))


def dangling(kind, declared, reference):
    text = lines
    return lambda n: inventory(
        "validate",
        text(n, declared, HEAD + kind + ":\n") + text(n, "- {{id: t{i}, name: Tool {i}, " + reference + "}}\n", "tools:\n"),
    )


for about, kind, declared, reference in (
    ("objectives", "objectives", "- {{id: objective-{i}, title: O}}\n", "objectives: [objectiv-x{i}]"),
    ("owners", "people", "- {{id: person-{i}, name: P}}\n", "owner: persn-x{i}"),
    ("capabilities", "capabilities", "- {{id: capability-{i}, importance: critical}}\n", "capabilities: [capabilty-x{i}]"),
    ("KPIs", "kpis", "- {{id: measure-{i}, title: K}}\n", "kpis: [mesure-x{i}]"),
):
    make = dangling(kind, declared, reference)
    make.__name__ = "dangling_" + about
    shape(2)(make)


@shape(0)
def stale_waivers(n):
    text = lines(n, "- {{id: tool-{i}, name: Tool {i}}}\n", HEAD + "tools:\n")
    waiver = "- {{rule: ownerless-tool, entity: tol-x{i}, reason: Soon, owner: Anna, expires: 2026-12-31}}\n"
    return inventory("validate", text + lines(n, waiver, "waivers:\n"))


@shape(2)
def waivers_of_unknown_rules(n):
    waiver = "- {{rule: ownerless-tol{i}, entity: one, reason: Soon, owner: Anna, expires: 2026-12-31}}\n"
    return Input({"inventory.yaml": ONE_TOOL, "waivers.yaml": lines(n, waiver)}, ["scan", "inventory.yaml", "--waivers", "waivers.yaml"] + DAY)


@shape(2)
def unknown_rules_in_the_configuration(n):
    config = lines(n, "  ownerless-tol{i}: off\n", "rules:\n")
    return Input({"inventory.yaml": ONE_TOOL, "config.yaml": config}, ["scan", "inventory.yaml", "--config", "config.yaml"] + DAY)


@shape(2)
def unknown_keys_of_the_configuration(n):
    return Input({"inventory.yaml": ONE_TOOL, "config.yaml": lines(n, "gat{i}: 1\n")}, ["scan", "inventory.yaml", "--config", "config.yaml"] + DAY)


@shape(2)
def rules_that_explain_nothing(n):
    text = lines(n, RULE + "  explained_by: [rul-x{i}]\n", PACK)
    return Input({"pack.yaml": text}, ["rules", "check", "pack.yaml"])


@shape(2)
def rules_with_wrong_conditions(n):
    return Input({"pack.yaml": lines(n, RULE.replace("term_months", "term_month"), PACK)}, ["rules", "check", "pack.yaml"])


@shape(2)
def lines_that_are_no_baseline(n):
    text = lines(n, "no entry {i}\n", "# martech-audit baseline 1 EUR\n")
    return Input({"inventory.yaml": ONE_TOOL, "baseline.txt": text}, ["scan", "inventory.yaml", "--baseline", "baseline.txt"] + DAY)


@shape(0)
def cells_that_cannot_be_read(n):
    return Input({"sheet.csv": lines(n, "Tool {i},V,Anna,about {j} or so,EUR,some day\n", SHEET)}, ["import", "sheet.csv", "--currency", "EUR"])


@shape(0)
def short_rows(n):
    return Input({"sheet.csv": lines(n, "Tool {i}\n", SHEET)}, ["import", "sheet.csv", "--currency", "EUR"])


@shape(2)
def report_that_lacks_everything(n):
    text = '{"$schema":"x","schema_version":"1.0","findings":[' + ",".join(["{}"] * n) + "]}"
    return Input({"report.json": text}, ["convert", "report.json", "--format", "text"])


@shape(2)
def quote_never_closed(n):
    return inventory("validate", lines(n, "- {{id: t{i}, name: T}}\n", HEAD + "tools:\n- {id: \"x, name: One}\n"))


@shape(2)
def brackets_never_closed(n):
    return inventory("validate", HEAD + "tools: " + "{tool: [" * n + "\n")


@shape(2)
def tabs(n):
    return inventory("validate", lines(n, "\t- {{id: t{i}}}\n", HEAD + "tools:\n"))


FULL_OF_ERRORS = [name for name in SHAPES if name not in GOOD]
