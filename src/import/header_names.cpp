#include "import/header_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "import/cells/is_among.h"
#include "import/cells/money.h"

namespace martech_audit::import {
namespace {

using namespace std::string_view_literals;

// Sorted.
constexpr std::array identifying{
    "assigneduser"sv, "email"sv,  "emailaddress"sv, "emailaddressrequired"sv, "login"sv, "person"sv, "user"sv,
    "useremail"sv,    "userid"sv, "username"sv,     "userprincipalname"sv};
constexpr std::array of_users{"anwender"sv, "benutzer"sv, "gebruiker"sv,   "nguoidung"sv,
                              "nutzer"sv,   "users"sv,    "usuario"sv,     "usuarios"sv,
                              "utente"sv,   "utenti"sv,   "utilisateur"sv, "utilisateurs"sv};
constexpr std::array describing{"cardholder"sv,
                                "cardholdername"sv,
                                "employee"sv,
                                "applicationlogin"sv,
                                "applicationusername"sv,
                                "displayname"sv,
                                "employeeid"sv,
                                "employeename"sv,
                                "employeetitle"sv,
                                "expensedbyemail"sv,
                                "firstname"sv,
                                "firstnamerequired"sv,
                                "fullname"sv,
                                "homeaddress"sv,
                                "homephone"sv,
                                "homesecondaryemail"sv,
                                "ipaddress"sv,
                                "lastname"sv,
                                "lastnamerequired"sv,
                                "licensedtoemail"sv,
                                "licensedtoname"sv,
                                "licenseemail"sv,
                                "manageremail"sv,
                                "mobilephone"sv,
                                "newprimaryemailuploadonly"sv,
                                "password"sv,
                                "passwordrequired"sv,
                                "recoveryemail"sv,
                                "recoveryphone"sv,
                                "userdisplayname"sv,
                                "workaddress"sv,
                                "workphone"sv,
                                "worksecondaryemail"sv};

// People who have to do with a tool and do not use it, as keys.
constexpr std::array roles{"accountexecutive"sv,
                           "accountmanager"sv,
                           "accountrep"sv,
                           "accountrepresentative"sv,
                           "addedby"sv,
                           "ae"sv,
                           "approvedby"sv,
                           "approver"sv,
                           "assignedto"sv,
                           "assignee"sv,
                           "bearbeiter"sv,
                           "besteller"sv,
                           "bezahltvon"sv,
                           "boughtby"sv,
                           "buyer"sv,
                           "cardowner"sv,
                           "champion"sv,
                           "contact"sv,
                           "contactperson"sv,
                           "createdby"sv,
                           "csm"sv,
                           "customersuccess"sv,
                           "customersuccessmanager"sv,
                           "enteredby"sv,
                           "executive"sv,
                           "genehmiger"sv,
                           "genehmigtvon"sv,
                           "kontakt"sv,
                           "kontaktperson"sv,
                           "kundenbetreuer"sv,
                           "manager"sv,
                           "modifiedby"sv,
                           "negotiatedby"sv,
                           "negotiator"sv,
                           "orderedby"sv,
                           "paidby"sv,
                           "payer"sv,
                           "purchasedby"sv,
                           "purchaser"sv,
                           "rep"sv,
                           "representative"sv,
                           "requestedby"sv,
                           "requester"sv,
                           "requestor"sv,
                           "reviewedby"sv,
                           "reviewer"sv,
                           "salesperson"sv,
                           "salesrep"sv,
                           "signatory"sv,
                           "signedby"sv,
                           "submittedby"sv,
                           "successmanager"sv,
                           "updatedby"sv,
                           "vertriebskontakt"sv};
// What may stand before them, "Vendor account manager", and behind, "Contact e-mail".
constexpr std::array before_roles{"account"sv,   "billing"sv,  "commercial"sv, "contract"sv, "customer"sv,
                                  "direct"sv,    "external"sv, "finance"sv,    "internal"sv, "key"sv,
                                  "last"sv,      "line"sv,     "main"sv,       "our"sv,      "primary"sv,
                                  "renewal"sv,   "sales"sv,    "success"sv,    "supplier"sv, "support"sv,
                                  "technical"sv, "their"sv,    "vendor"sv};
constexpr std::array behind_roles{"address"sv, "e"sv,    "email"sv, "full"sv,    "mail"sv,
                                  "mobile"sv,  "name"sv, "phone"sv, "telefon"sv, "telephone"sv};

bool is_role(std::string_view heading) {
  std::vector<std::string> words = slug_words(heading);
  while (words.size() > 1 && is_among(behind_roles, words.back())) words.pop_back();
  std::string key;
  for (const std::string& word : words) {
    key += word;
    if (key == word && is_among(before_roles, word)) key.clear();
  }
  return is_among(roles, key);
}

constexpr std::array secrets{
    "accesskey"sv,   "accesstoken"sv, "activationcode"sv, "activationkey"sv, "apikey"sv,
    "apisecret"sv,   "apitoken"sv,    "clientsecret"sv,   "licencecode"sv,   "licencekey"sv,
    "licencekeys"sv, "licensecode"sv, "licensekey"sv,     "licensekeys"sv,   "lizenzschlussel"sv,
    "passphrase"sv,  "passwort"sv,    "privatekey"sv,     "productkey"sv,    "recoverykey"sv,
    "secretkey"sv,   "serialkey"sv,   "serialno"sv,       "serialnumber"sv,  "seriennummer"sv};
constexpr std::array secret_words{"passcode"sv, "pin"sv, "secret"sv, "serial"sv, "token"sv};

constexpr std::string_view unnamed = "unnamed";  // slug() of what has none

// Everything above Latin but marks, punctuation and symbols.
bool is_letter_of_other_script(char32_t c) {
  const bool mark = c >= 0x300 && c < 0x370;
  const bool symbol = (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
                      (c >= 0xFE00 && c < 0xFE70) || (c >= 0xFF00 && c < 0xFF10) ||
                      (c >= 0x1F000 && c < 0x20000);
  return c >= 0x180 && !mark && !symbol;
}

const HeaderName* find_name(std::string_view key) {
  for (const HeaderName& name : header_names()) {
    if (name.name == key) return &name;
  }
  return nullptr;
}

constexpr std::array counting_words{"# of "sv, "no. of "sv, "no of "sv, "nr. of "sv, "#"sv};
constexpr std::array filling_words{"contains"sv, "current"sv, "does"sv, "est"sv, "estimated"sv,
                                   "has"sv,      "in"sv,      "is"sv,   "it"sv,  "next"sv,
                                   "of"sv,       "our"sv,     "the"sv};
// Not before amounts: the sum of a contract may be for several years.
constexpr std::array owning_words{"app"sv, "contract"sv, "software"sv, "subscription"sv, "tool"sv};

std::vector<std::string> words_of_heading(std::string_view text) {
  const std::string lower = lower_ascii(text);
  for (const std::string_view counting : counting_words) {
    if (!lower.starts_with(counting)) continue;
    text = text.substr(counting.size());
    break;
  }
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool inside = c == '.' && words.back().size() > 1;  // "cost.yearly", but not "p.a."
    if (inside || std::string_view(" _/:,?-\n").find(c) != std::string_view::npos) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  std::erase(words, "");
  return words;
}

// English words that are codes in capitals.
constexpr std::array words_like_codes{"all"sv, "cup"sv, "gel"sv, "mad"sv, "mop"sv, "sos"sv, "top"sv, "try"sv};

std::optional<Currency> currency_word(const std::string& word) {
  const bool is_code = Currency::parse(word).has_value();
  return !is_code && is_among(words_like_codes, lower_ascii(word)) ? std::nullopt : read_currency(word);
}

bool is_amount(const HeaderName& meaning) {
  return meaning.field == "cost" || meaning.field == "pricing.unit_price" ||
         meaning.field.starts_with("one_time");
}

// "Current annual cost EUR", "Fee / month", "# of seats", "Contract renewal": without what the name can
// spare.
Heading read_words(std::string_view text) {
  Heading heading;
  std::string key;
  bool owned = false;
  for (const std::string& word : words_of_heading(text)) {
    const std::string plain = header_key(word);
    const auto currency = currency_word(word);
    const std::string_view per = read_period(word);
    if (is_among(filling_words, plain)) continue;
    if (is_among(owning_words, plain)) {
      owned = true;
    } else if (currency && !heading.currency) {
      heading.currency = currency;
    } else if (!per.empty() && heading.per.empty()) {
      heading.per = per;
    } else if (plain != "per") {
      key += plain;
    }
  }
  heading.meaning = find_name(key);
  if (heading.meaning == nullptr) return {};
  const bool priced = heading.currency || !heading.per.empty();
  const bool fits = is_amount(*heading.meaning) ? !owned : !priced;
  const bool twice = !heading.per.empty() && heading.meaning->with_field.ends_with(".per");
  return fits && !twice ? heading : Heading{};
}

// "Cost (USD)" → "USD", and "Cost " in `before`.
std::string_view bracketed(std::string_view text, std::string_view& before) {
  const std::size_t open = text.find_last_of("([");
  if (open == text.npos || (!text.ends_with(')') && !text.ends_with(']'))) return {};
  before = text.substr(0, open);
  return trim(text.substr(open + 1, text.size() - open - 2));
}

}  // namespace

// Letters of scripts that slug() cannot spell are part of a name too; signs such as "✓" only where there is
// nothing else.
std::string header_key(std::string_view text) {
  text = trim(text);
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const std::string_view letter = text.substr(begin, at - begin);
    const std::string spelt = slug(letter);
    if (spelt != unnamed) {
      key += spelt;
    } else if (is_letter_of_other_script(c)) {
      key += letter;
    }
  }
  return key.empty() ? lower_ascii(text) : key;
}

bool has_slug(std::string_view text) {
  const std::string key = header_key(text);
  return slug(text) != unnamed &&
         std::all_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string id_from(std::string_view text, EntityKind kind) {
  const std::string id = slug(text);
  return id == unnamed && lower_ascii(trim(text)) != unnamed ? std::string(name(kind)) : id;
}

Heading read_heading(std::string_view text) {
  Heading heading{.meaning = find_name(header_key(text)), .currency = {}};
  std::string_view before;
  if (const std::string_view inside = bracketed(trim(text), before); !inside.empty()) {
    for (const std::string& word : words_of_heading(inside)) {
      if (!heading.currency) heading.currency = currency_word(word);
      if (heading.per.empty()) heading.per = read_period(word);
    }
    if (heading.meaning == nullptr) heading.meaning = find_name(header_key(before));
    if (heading.meaning == nullptr) {
      const Heading words = read_words(before);
      heading.meaning = words.meaning;
      if (!heading.currency) heading.currency = words.currency;
      if (heading.per.empty()) heading.per = words.per;
    }
  }
  return heading.meaning == nullptr ? read_words(text) : heading;
}

PersonColumn person_column(std::string_view heading) {
  const std::string key = header_key(heading);
  if (std::binary_search(identifying.begin(), identifying.end(), key)) return PersonColumn::identifies;
  const bool describes = std::find(describing.begin(), describing.end(), key) != describing.end() ||
                         (is_role(heading) && read_heading(heading).meaning == nullptr);
  return describes ? PersonColumn::describes : PersonColumn::none;
}

bool is_of_users(std::string_view heading) { return is_among(of_users, header_key(heading)); }

bool is_secret(std::string_view heading) {
  const std::string key = header_key(heading);
  return is_among(secret_words, key) || std::any_of(secrets.begin(), secrets.end(),
                                                    [&](std::string_view end) { return key.ends_with(end); });
}

}  // namespace martech_audit::import
