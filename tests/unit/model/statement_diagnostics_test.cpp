// Words and sentences that say nothing, and what is taken as evidence all the same.
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

std::string problem_of(const std::string& problem, const std::string& more = "") {
  return brief_of("tools:\n  - {id: crm, name: Sales Hub, vendor: Acme, category: crm" + more +
                  ", problem: " + problem + "}\n");
}

const std::string too_short =
    "'problem' does not say what the tool is for; treated as missing (write a sentence of at least 3 words "
    "beside the names)";

TEST_CASE("a placeholder in any language is no evidence, with or without dressing") {
  for (const char* word : {"tbd",
                           "TBD",
                           "T.B.D.",
                           "tba",
                           "n/a",
                           "N/A",
                           "na",
                           "none",
                           "None.",
                           "unknown",
                           "(unknown)",
                           "[to do]",
                           "TODO",
                           "<tbd>",
                           "xxx",
                           "???",
                           "-",
                           "--",
                           "...",
                           "…",
                           "–",
                           "_",
                           "lorem ipsum",
                           "Lorem ipsum dolor sit amet",
                           "to be defined",
                           "To be confirmed",
                           "not applicable",
                           "#N/A",
                           "null ",
                           "asdf",
                           "placeholder",
                           "unbekannt",
                           "Keine Angabe",
                           "offen",
                           "k.A.",
                           "entfällt",
                           "ENTFÄLLT",
                           "wird nachgereicht",
                           "à définir",
                           "À définir",
                           "inconnu",
                           "sans objet",
                           "n.d.",
                           "por definir",
                           "ninguno",
                           "pendiente",
                           "da definire",
                           "desconhecido",
                           "onbekend",
                           "n.v.t.",
                           "chưa có",
                           "không rõ",
                           "chưa xác định",
                           "待定",
                           "未定",
                           "なし"}) {
    INFO(word);
    const std::string said = problem_of("\"" + std::string(word) + "\"");
    CHECK(said.find(" warning: 'problem' is '" + std::string(word) +
                    "', a placeholder, and is treated as missing") != std::string::npos);
    CHECK(said.find('\n') == std::string::npos);
  }
}

TEST_CASE("words that only hold a placeholder are none") {
  for (const char* text : {"None of our letters reached anybody", "Unknown visitors become leads",
                           "Offene Rechnungen werden bezahlt", "The nil return of letters",
                           "TBD campaigns are planned here", "Sends n/a letters to all"}) {
    INFO(text);
    CHECK(problem_of("\"" + std::string(text) + "\"") == "");
  }
}

TEST_CASE("a problem needs three words beside the names of the tool, its vendor and category") {
  struct Case {
    const char* text;
    bool says_something;
  };
  for (const Case& c : std::initializer_list<Case>{{"Letters reach customers", true},
                                                   {"Letters customers", false},
                                                   {"CRM", false},
                                                   {"Sales Hub", false},
                                                   {"The Sales Hub of Acme", false},
                                                   {"The Sales Hub of Acme crm works", true},
                                                   {"sales SALES hub ACME letters reach", false},
                                                   {"it is-so", true},
                                                   {"a/b/c", false},
                                                   {"12 % less", false},
                                                   {"12 % less churn", true},
                                                   {"Größe zählt nicht", true},
                                                   {"Größe zählt", false},
                                                   {"Gửi thư cho khách", true},
                                                   {"顧客に手紙を送る", true},
                                                   {"顧客に手紙を", false},
                                                   {"ส่งจดหมายถึงลูกค้า", true},
                                                   {"!!! ??? ,,,", false}}) {
    INFO(c.text);
    const std::string said = problem_of("\"" + std::string(c.text) + "\"");
    CHECK((said == "") == c.says_something);
    CHECK((c.says_something || said.find(too_short) != std::string::npos));
  }
}

TEST_CASE("the purpose of AI is held against the same measure") {
  const auto said = [](const std::string& purpose) {
    return brief_of("tools:\n  - {id: crm, name: CRM, ai: {used: true, purpose: " + purpose + "}}\n");
  };
  CHECK(said("Drafts subject lines") == "");
  CHECK(said("Drafts") ==
        "4:52-58 warning: 'ai.purpose' does not say what the tool is for; treated as missing (write a "
        "sentence of at least 3 words beside the names)");
  CHECK(said("tbd") == "4:52-55 warning: 'purpose' is 'tbd', a placeholder, and is treated as missing");
}

TEST_CASE("one sentence for several tools is known of none of them") {
  const auto tools = [](std::initializer_list<const char*> problems) {
    std::string text = "tools:\n";
    char id = 'a';
    for (const char* problem : problems) {
      text += std::string("  - {id: ") + id + ", name: " + id + ", problem: \"" + problem + "\"}\n";
      ++id;
    }
    return brief_of(text);
  };
  const std::string hint = " (say what each of them is for that the others are not)";
  CHECK(tools({"Letters reach customers", "Letters reach visitors"}) == "");
  CHECK(tools({"Letters reach customers", "letters reach CUSTOMERS "}) ==
        "5:31-57 warning: 'a' and 'b' have the same 'problem'; treated as missing for all of them" + hint);
  CHECK(tools({"Letters reach customers", "Other words are here", "Letters reach customers",
               "Letters reach customers"}) ==
        "6:31-56 warning: 'a' and 'c' and 1 tool more have the same 'problem'; treated as missing for all of "
        "them" +
            hint);
  CHECK(tools({"tbd", "tbd"}) ==
        "4:31-36 warning: 'problem' is 'tbd', a placeholder, and is treated as missing\n"
        "5:31-36 warning: 'problem' is 'tbd', a placeholder, and is treated as missing");
}

TEST_CASE("a sentence that counts for nothing is not in the inventory") {
  const Reading reading =
      read_text(with_head("tools:\n"
                          "  - {id: a, name: A, problem: Letters reach all customers}\n"
                          "  - {id: b, name: B, problem: tbd, ai: {used: true, purpose: nothing}}\n"
                          "  - {id: c, name: C, objectives: [{id: o, how: n/a}]}\n"
                          "objectives: [{id: o, customer_problem: Nobody reads our letters}]\n"
                          "processes: [{id: p, documented: tba, steps: [write it, tbd, send it]}]\n"));
  REQUIRE(reading.inventory);
  CHECK(dump(*reading.inventory->find(EntityKind::tool, "a")) ==
        "tool 'a'\n  name: A\n  kind: business\n  status: active\n  problem: Letters reach all customers\n");
  CHECK(dump(*reading.inventory->find(EntityKind::tool, "b")) ==
        "tool 'b'\n  name: B\n  kind: business\n  status: active\n  ai: {used: true}\n");
  CHECK(dump(*reading.inventory->find(EntityKind::tool, "c")) ==
        "tool 'c'\n  name: C\n  kind: business\n  status: active\n  objectives: [objective:o]\n");
  CHECK(dump(*reading.inventory->find(EntityKind::process, "p")) ==
        "process 'p'\n  title: p\n  steps: [write it, send it]\n");
}

TEST_CASE("words count once, and letters and fillers are none") {
  for (const char* text :
       {"a b c d", "bla bla bla bla", "letters letters LETTERS", "foo bla dummy letters", "x 1 y 2"})
    CHECK(problem_of(text) ==
          "4:70-" + std::to_string(70 + std::string(text).size()) + " warning: " + too_short);
  CHECK(problem_of("Letters go out") == "");
}

TEST_CASE("how a tool serves an objective takes a sentence as well") {
  const auto said = [](const std::string& how) {
    return brief_of("objectives: [{id: o}]\ntools:\n  - {id: a, name: A, objectives: [{id: o, how: " + how +
                    "}]}\n");
  };
  CHECK(said("helps quite a lot") == "");
  CHECK(said("helps") ==
        "5:48-53 warning: 'how' does not say how the tool serves it; treated as missing (write a sentence of "
        "at "
        "least 3 words beside the names)");
}

TEST_CASE("documents lie somewhere") {
  const auto said = [](const std::string& place) {
    return brief_of("processes: [{id: p, documented: " + place + "}]\n");
  };
  CHECK(said("wiki") == "");
  CHECK(said("x") ==
        "3:33-34 warning: 'documented' names no place; treated as missing (write where the process is "
        "described, "
        "for example a URL)");
}

TEST_CASE("categories, vendors, units and topics may be placeholders") {
  CHECK(brief_of("tools: [{id: a, name: A, category: tbd, vendor: n/a}]\nkpis: [{id: k, unit: xxx}]\n"
                 "trainings: [{id: t, topics: [todo, sql]}]\n") ==
        "4:22-25 warning: 'unit' is 'xxx', a placeholder, and is treated as missing\n"
        "5:30-34 warning: an entry of 'topics' is 'todo', a placeholder, and is treated as missing\n"
        "3:36-39 warning: 'category' is 'tbd', a placeholder, and is treated as missing\n"
        "3:49-52 warning: 'vendor' is 'n/a', a placeholder, and is treated as missing");
}

TEST_CASE("a refund says what it was for") {
  CHECK(
      brief_of(
          "ledger: [{vendor: V, amount: -5, note: seats returned}, {vendor: V, amount: -5, note: tbd}]\n") ==
      "3:87-90 warning: 'note' is 'tbd', a placeholder, and is treated as missing\n"
      "3:77-79 warning: a refund without a note is not counted (say what it was for, as in note: credit note "
      "4711 for returned seats)");
}

TEST_CASE("an owner who is a placeholder is nobody") {
  CHECK(brief_of("tools: [{id: a, name: A, owner: tbd}]\n") ==
        "3:33-36 warning: the owner is 'tbd', a placeholder, and is treated as missing");
  CHECK(brief_of("tools: [{id: a, name: A, owner: Tbd Miller}]\n") == "");
  CHECK(brief_of("people: [{id: ana}]\ntools: [{id: a, name: A, owner: n/a}]\n") ==
        "4:33-36 error: unknown person or team 'n/a' (one of: ana)");
}

}  // namespace
}  // namespace martech_audit::test
