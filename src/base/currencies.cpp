#include "base/currencies.h"

#include <algorithm>
#include <array>

namespace martech_audit {
namespace {

// As of January 2026: BGN, ANG, CUC, HRK, SLL and ZWL are withdrawn, SLE, XAD, XCG and ZWG are in. Metals,
// bond units, test and "no currency" codes have no smallest unit and are left out. Indexed by the number of
// decimals.
constexpr std::array<std::string_view, 5> codes{
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",

    "",

    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
    "CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU "
    "MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR "
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED "
    "VES WST XAD XCD XCG YER ZAR ZMW ZWG",

    "BHD IQD JOD KWD LYD OMR TND",

    "CLF UYW"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string_view currencies_with(int decimals) { return codes.at(static_cast<std::size_t>(decimals)); }

std::optional<int> currency_decimals(std::string_view code) {
  // Three letters without a space can only match one whole entry.
  if (code.size() != 3 || !std::all_of(code.begin(), code.end(), is_capital)) return std::nullopt;
  for (int decimals = 0; decimals < static_cast<int>(codes.size()); ++decimals) {
    if (currencies_with(decimals).find(code) != std::string_view::npos) return decimals;
  }
  return std::nullopt;
}

}  // namespace martech_audit
