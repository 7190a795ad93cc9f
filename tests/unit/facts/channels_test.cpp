#include "support.h"

using namespace martech_audit::test;

TEST_CASE("who runs channels, and whether they know the customer") {
  static constexpr Case cases[] = {
      {"named at either end, in use; one that is connected is enough", R"(
tools:
  - {id: crm, name: CRM, category: crm}
  - {id: mail, name: Mail, category: email-marketing, channels: [email]}
  - {id: form, name: Form, category: forms}
  - {id: gone, name: Gone, category: forms, status: retired}
integrations: [{from: crm, to: mail, status: active}]
channels:
  - {id: web, tools: [form, gone]}
  - {id: email, tools: [form]}
  - {id: fax, tools: [gone]}
  - {id: market, tools: {not_applicable: a partner runs it}}
)",
       "channel.runners channel.reaches_customer_record", R"(
channel web reaches_customer_record = false
channel email reaches_customer_record = true
channel fax reaches_customer_record = false
channel market reaches_customer_record = unknown (tools: a partner runs it)
channel web runners = [form]
channel email runners = [form, mail]
channel fax runners = []
channel market runners = unknown (tools: a partner runs it)
)"},
      {"a connection in doubt", R"(
tools: [{id: crm, name: CRM, category: crm}, {id: mail, name: Mail, category: email-marketing}]
integrations: [{from: crm, to: mail}]
channels: [{id: email, tools: [mail]}]
)",
       "channel.reaches_customer_record", R"(
channel email reaches_customer_record = unknown (integration crm-to-mail.status)
)"},
  };
  check(cases);
}

TEST_CASE("who sends beside others on one channel") {
  static constexpr Case cases[] = {
      {"unconnected, in a scope that meets", R"(
tools:
  - {id: a, name: A, category: email-marketing, channels: [email]}
  - {id: b, name: B, category: marketing-automation, channels: [email, sms]}
  - {id: c, name: C, category: marketing-automation, channels: [email], scope: {audience: dealers}}
  - {id: d, name: D, category: mobile-marketing, channels: [sms]}
  - {id: e, name: E, category: cms, channels: [email]}
  - {id: f, name: F, category: email-marketing, channels: [email], status: implementing}
integrations: [{from: b, to: d, status: active}]
channels: [{id: email, tools: [a]}, {id: sms, tools: [b]}, {id: push, tools: [e]}]
)",
       "channel.conflicting_senders", R"(
channel email conflicting_senders = [a, b, c]
channel sms conflicting_senders = []
channel push conflicting_senders = []
)"},
      {"scopes that do not meet", R"(
tools:
  - {id: a, name: A, category: email-marketing, channels: [email], scope: {regions: [EU]}}
  - {id: b, name: B, category: email-marketing, channels: [email], scope: {regions: [US]}}
integrations: []
channels: [{id: email, tools: [a, b]}]
)",
       "channel.conflicting_senders", R"(
channel email conflicting_senders = []
)"},
      {"a sender that names no channel may send on any; a channel without tools may be anybody's", R"(
tools:
  - {id: a, name: A, category: email-marketing, channels: [email]}
  - {id: b, name: B, category: email-marketing}
integrations: []
channels: [{id: email, tools: [a]}, {id: sms}]
)",
       "channel.conflicting_senders", R"(
channel email conflicting_senders = unknown (tool b.channels)
channel sms conflicting_senders = unknown (tools)
)"},
      {"connected, they do not mind where they send", R"(
tools:
  - {id: a, name: A, category: email-marketing, channels: [email]}
  - {id: b, name: B, category: email-marketing}
integrations: [{from: a, to: b, status: active}]
channels: [{id: email, tools: [a]}, {id: sms}]
)",
       "channel.conflicting_senders", R"(
channel email conflicting_senders = []
channel sms conflicting_senders = []
)"},
      {"a connection in doubt, or a category", R"(
tools:
  - {id: a, name: A, category: email-marketing, channels: [email]}
  - {id: b, name: B, category: email-marketing, channels: [email]}
  - {id: c, name: C, channels: [sms]}
  - {id: d, name: D, category: email-marketing, channels: [sms]}
integrations: [{from: a, to: b}]
channels: [{id: email, tools: [a, b]}, {id: sms, tools: [c, d]}]
)",
       "channel.conflicting_senders", R"(
channel email conflicting_senders = unknown (integration a-to-b.status)
channel sms conflicting_senders = unknown (tool c.category)
)"},
      {"no list of integrations", R"(
tools:
  - {id: a, name: A, category: email-marketing, channels: [email]}
  - {id: b, name: B, category: email-marketing, channels: [email]}
channels: [{id: email, tools: [a, b]}]
)",
       "channel.conflicting_senders", R"(
channel email conflicting_senders = unknown (organisation.integrations)
)"},
  };
  check(cases);
}
