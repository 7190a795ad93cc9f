#include "support.h"

using namespace martech_audit::test;

TEST_CASE("who reaches the customer record") {
  static constexpr Case cases[] = {
      {"over any number of steps, whatever the direction; back and forth without files", R"(
tools:
  - {id: crm, name: CRM, category: crm}
  - {id: hub, name: Hub, category: cdp}
  - {id: mail, name: Mail, category: email-marketing}
  - {id: till, name: Till, category: point-of-sale}
  - {id: file, name: File, category: other}
  - {id: far, name: Far, category: other}
  - {id: gone, name: Gone, category: crm, status: retired}
integrations:
  - {from: crm, to: hub, status: active, kind: api, direction: both}
  - {from: hub, to: mail, status: active, kind: native, direction: one-way}
  - {from: mail, to: crm, status: active, kind: ipaas, direction: one-way}
  - {from: till, to: hub, status: active, kind: api, direction: one-way}
  - {from: file, to: hub, status: active, kind: file, direction: both}
  - {from: far, to: hub, status: broken, kind: api, direction: both}
)",
       "org.customer_records tool.reaches_customer_record tool.exchanges_with_customer_record", R"(
organisation customer_records = [crm]
tool crm exchanges_with_customer_record = true
tool hub exchanges_with_customer_record = true
tool mail exchanges_with_customer_record = true
tool till exchanges_with_customer_record = false
tool file exchanges_with_customer_record = false
tool far exchanges_with_customer_record = false
tool gone exchanges_with_customer_record = false
tool crm reaches_customer_record = true
tool hub reaches_customer_record = true
tool mail reaches_customer_record = true
tool till reaches_customer_record = true
tool file reaches_customer_record = true
tool far reaches_customer_record = false
tool gone reaches_customer_record = false
)"},
      {"a direction is half known, a kind not at all, and a category may be the record", R"(
tools:
  - {id: crm, name: CRM, category: crm}
  - {id: a, name: A, category: other}
  - {id: b, name: B, category: other}
  - {id: c, name: C, category: other, integrations: {not_applicable: meant to stand alone}}
  - {id: d, name: D, category: other}
  - {id: e, name: E}
integrations:
  - {from: crm, to: a, status: active, kind: api}
  - {from: crm, to: b, status: active, direction: both}
  - {from: d, to: e, status: active, kind: api, direction: both}
)",
       "org.customer_records tool.reaches_customer_record tool.exchanges_with_customer_record", R"(
organisation customer_records = [crm]
tool crm exchanges_with_customer_record = true
tool a exchanges_with_customer_record = unknown (integration crm-to-a.direction, integration crm-to-b.kind)
tool b exchanges_with_customer_record = unknown (integration crm-to-a.direction, integration crm-to-b.kind)
tool c exchanges_with_customer_record = unknown (integrations: meant to stand alone)
tool d exchanges_with_customer_record = unknown (tool e.category)
tool e exchanges_with_customer_record = unknown (category)
tool crm reaches_customer_record = true
tool a reaches_customer_record = true
tool b reaches_customer_record = true
tool c reaches_customer_record = unknown (integrations: meant to stand alone)
tool d reaches_customer_record = unknown (tool e.category)
tool e reaches_customer_record = unknown (category)
)"},
      {"a data set may be the record, and some say too little", R"(
tools:
  - {id: shop, name: Shop, category: ecommerce-platform}
  - {id: hub, name: Hub, category: cdp}
integrations: []
datasets:
  - {id: buyers, subject: Customers, tool: shop, record_of: true}
  - {id: copies, subject: customer, tool: hub, record_of: false}
  - {id: prices, subject: product, tool: hub, record_of: true}
  - {id: maybe, subject: customer, tool: hub}
)",
       "org.customer_records tool.reaches_customer_record", R"(
organisation customer_records = [shop]
tool shop reaches_customer_record = true
tool hub reaches_customer_record = unknown (dataset maybe.record_of)
)"},
      {"a record nobody places may be anywhere", R"(
tools: [{id: shop, name: Shop, category: ecommerce-platform}]
integrations: []
datasets: [{id: buyers, subject: customer, record_of: true}]
)",
       "org.customer_records tool.reaches_customer_record", R"(
organisation customer_records = unknown (dataset buyers.tool)
tool shop reaches_customer_record = unknown (dataset buyers.tool)
)"},
      {"no CRM, and no list of data sets", "tools: [{id: shop, name: Shop, category: cms}]\nintegrations: []",
       "org.customer_records tool.reaches_customer_record", R"(
organisation customer_records = unknown (datasets)
tool shop reaches_customer_record = unknown (organisation.datasets)
)"},
      {"no CRM, and data sets that are no record", R"(
tools: [{id: shop, name: Shop, category: cms}]
integrations: []
datasets: []
)",
       "org.customer_records tool.reaches_customer_record", R"(
organisation customer_records = []
tool shop reaches_customer_record = false
)"},
      {"no list of integrations", R"(
tools: [{id: crm, name: CRM, category: CRM}, {id: mail, name: Mail, category: Email marketing}]
)",
       "tool.reaches_customer_record tool.exchanges_with_customer_record", R"(
tool crm exchanges_with_customer_record = true
tool mail exchanges_with_customer_record = unknown (organisation.integrations)
tool crm reaches_customer_record = true
tool mail reaches_customer_record = unknown (organisation.integrations)
)"},
      {"no tools", "teams: []", "org.customer_records org.analytics_tools org.media_attributable", R"(
organisation analytics_tools = unknown (tools)
organisation customer_records = unknown (tools)
organisation media_attributable = unknown (tools)
)"},
  };
  check(cases);
}

TEST_CASE("what categories say") {
  static constexpr Case cases[] = {
      {"who sends, and who counts visits", R"(
tools:
  - {id: mail, name: Mail, category: Marketing Automation}
  - {id: visits, name: Visits, category: web-analytics}
  - {id: old, name: Old, category: web-analytics, status: retired}
  - {id: own, name: Own, category: something of ours}
  - {id: none, name: None, category: {not_applicable: does nothing}}
  - {id: what, name: What}
)",
       "tool.sends_messages org.analytics_tools", R"(
organisation analytics_tools = [visits]
tool mail sends_messages = true
tool visits sends_messages = false
tool old sends_messages = false
tool own sends_messages = false
tool none sends_messages = false
tool what sends_messages = unknown (category)
)"},
      {"one without a category may count visits", "tools: [{id: what, name: What}]", "org.analytics_tools",
       R"(
organisation analytics_tools = unknown (tool what.category)
)"},
      {"media, orders and a place to compare them are connected", R"(
tools:
  - {id: ads, name: Ads, category: search-advertising}
  - {id: hub, name: Hub}
  - {id: shop, name: Shop, category: ecommerce-platform}
  - {id: store, name: Store, category: data-warehouse}
integrations:
  - {from: ads, to: hub, status: active}
  - {from: shop, to: store, status: active}
  - {from: hub, to: store, status: active}
)",
       "org.media_attributable", R"(
organisation media_attributable = true
)"},
      {"one connection is in doubt", R"(
tools:
  - {id: ads, name: Ads, category: search-advertising}
  - {id: crm, name: CRM, category: crm}
  - {id: visits, name: Visits, category: web-analytics}
integrations: [{from: ads, to: visits, status: active}, {from: crm, to: visits}]
)",
       "org.media_attributable", R"(
organisation media_attributable = unknown (integration crm-to-visits.status)
)"},
      {"one tool without a category can take one part, not two", R"(
tools:
  - {id: ads, name: Ads, category: search-advertising}
  - {id: what, name: What}
  - {id: crm, name: CRM, category: crm}
integrations: [{from: ads, to: what, status: active}]
)",
       "org.media_attributable", R"(
organisation media_attributable = false
)"},
  };
  check(cases);
}
