// Which row has the headings, which column names the tools, which are about persons.
#include <fmt/format.h>

#include "import/header_names.h"
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::says;
using martech_audit::import::test::tools_of;

namespace {

// The names of the tools, and the row of the headings.
std::string names_and_row(const std::string& sheet) {
  const auto made = import_text("list.csv", sheet, in("EUR"));
  if (!made.result) return made.messages;
  std::string text;
  const std::string tools = tools_of(made);
  for (std::size_t at = 0; (at = tools.find("    name: ", at)) != tools.npos;) {
    at += 10;
    text += tools.substr(at, tools.find('\n', at) - at) + "; ";
  }
  const std::size_t row = made.result->summary.find("headings in row ");
  return text + made.result->summary.substr(row, made.result->summary.find('\n', row) - row);
}

}  // namespace

TEST_CASE("a row of data is not taken for the headings") {
  struct Case {
    const char* what;
    std::string sheet;
    std::string wanted;
  };
  for (const auto& [what, sheet, expected] :
       {Case{"known words in the data of one column",
             "Provider,Sort,Hint\nNorth,Platform,Seats\nSouth,Platform,Help\n",
             "North; South; headings in row 1"},
        Case{"more known words in the data than in the headings",
             "Product,Sort,Hint\nService,Platform,x\nKit,Bundle,y\n", "Service; Kit; headings in row 1"},
        Case{"numbers in a row of known words", "Provider,Cost,Sort\nService,12,Platform\nTool,13,Bundle\n",
             "headings in row 1"},
        Case{"days", "Product,From,Until\nMail,2026-01-01,2026-12-31\nChat,2026-02-01,2026-12-31\n",
             "Mail; Chat; headings in row 1"},
        Case{"years", "Product,Founded,Joined,Left\nMail,2019,2020,2021\nChat,2018,2021,2022\n",
             "Mail; Chat; headings in row 1"},
        Case{"a title of several cells", "Stack,2026,\nTool,Cost,Owner\nMail,12,Kim\n",
             "Mail; headings in row 2"},
        Case{"groups above headings all of which are known",
             "Basics,Money,People\nTool,Cost,Owner\nMail,12,Kim\n", "Mail; headings in row 2"},
        Case{"headings printed again", "Tool,Vendor\nMail,Acme\nTool,Vendor\nChat,Bolt\n",
             "Mail; Chat; headings in row 1"}}) {
    INFO(what);
    CHECK(says(names_and_row(sheet), expected));
  }
}

TEST_CASE("the fullest column of different texts names the tools") {
  struct Case {
    const char* what;
    std::string sheet;
    std::string names;
  };
  for (const auto& [what, sheet, expected] :
       {Case{"not a sparse vendor", "Thing,Vendor,Cost\nMail,Acme,1\nChat,,2\nMaps,,3\n",
             "Mail; Chat; Maps; "},
        Case{"not a vendor of several tools", "Thing,Vendor,Cost\nMail,Acme,1\nChat,Acme,2\n",
             "Mail; Chat; "},
        Case{"a heading that ends with 'name'", "job_name,Vendor,Cost\nMail,Acme,1\nChat,Bolt,2\n",
             "Mail; Chat; "},
        Case{"the vendor before any other text", "Vendor,Hint,Cost\nAcme,old,1\nBolt,new,2\n",
             "Acme; Bolt; "},
        Case{"the vendor before codes", "Vendor,Ref,Cost\nAcme,PO-1,1\nAcme,PO-2,2\n", "Acme; Acme; "},
        Case{"no name that most rows leave out", "Title,Thing,Cost\n,Mail,1\n,Chat,2\nOld,Maps,3\n",
             "Mail; Chat; Maps; "},
        Case{"of two names the fuller one", "Tool,Product name,Cost\n,Mail,1\n,Chat,2\nOld,Maps,3\n",
             "Mail; Chat; Maps; "}}) {
    INFO(what);
    CHECK(says(names_and_row(sheet), expected));
  }
  const auto made = import_text("list.csv", "Thing,Vendor\nMail,Acme\nChat,\n", in("EUR"));
  REQUIRE(made.result);
  CHECK(says(made.result->summary,
             "the names of the tools are those of 'Thing', the fullest column of different texts"));
  CHECK(says(names_and_row("Thing,Cost\nMail,1\nChat,2\n"), "no column contains the tool names"));
}

TEST_CASE("two rows of headings are joined where that makes them known") {
  const auto made = import_text("list.csv",
                                "Stack of the year,,,,,,\n"
                                ",,Contract,,Licences,,\n"
                                "Tool,Owner,Begin,End,Bought,Used,Comment\n"
                                "Mail,Kim,2026-01-01,2026-12-31,10,4,slow\n",
                                in("EUR"));
  CHECK(tools_of(made) ==
        "tools:\n  - id: mail\n    name: Mail\n    owner: Kim\n    seats:\n      purchased: 10\n"
        "    usage:\n      active: 4\n    contract:\n      ends: 2026-12-31\n    notes: slow\n"
        "    x-contract-begin: \"2026-01-01\"\n");
  REQUIRE(made.result);
  CHECK(says(made.result->summary,
             "headings in row 3\n  the headings are those of rows 2 and 3, joined\n"
             "  left out above the headings: Stack of the year\n"));
  // The upper row may be the one with most of the headings.
  CHECK(says(tools_of(import_text("list.csv",
                                  "Tool,Owner,Contract,,Licences,\n,,Start,End,Bought,Used\n"
                                  "Mail,Kim,2026-01-01,2026-12-31,10,4\n",
                                  in("EUR"))),
             "    contract:\n      starts: 2026-01-01\n      ends: 2026-12-31\n"));
  CHECK(says(names_and_row("Tool,Owner\nVendor,Status\nChat,Kim\n"), "Vendor; Chat; headings in row 1"));
}

TEST_CASE("people who have to do with a tool are known by their headings") {
  for (const char* heading :
       {"Paid by", "paid_by", "Account manager", "Vendor account manager", "Customer Success Manager", "CSM",
        "Our CSM", "Approver", "Approved by", "Contact", "Contact e-mail", "Primary contact name",
        "Requested by", "Sales rep", "Manager", "Line manager", "Purchaser"}) {
    INFO(heading);
    CHECK(person_column(heading) == PersonColumn::describes);
  }
  for (const char* heading :
       {"Tag manager", "Password manager", "Contacts", "Contact team", "Owner", "Technical contact",
        "Payment", "Reviewed", "Buyer journey", "Support", "Account", "Manager tool"}) {
    INFO(heading);
    CHECK(person_column(heading) == PersonColumn::none);
  }
}
