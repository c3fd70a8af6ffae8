// SPDX-License-Identifier: Apache-2.0
// Numbers for people: thin spaces between thousands, a true minus sign, about three significant digits,
// a unit of fitting size. Machine-readable files never use these.
#pragma once

#include <string>
#include <string_view>

namespace indus::reports {

/// "1 812.5" with narrow no-break spaces (U+202F) and U+2212 as minus sign; "-" where not finite.
std::string grouped(double value, int decimals);

/// Decimals that show about three significant digits of `value`, at most four.
int fitting_decimals(double value);

/// A unit of fitting size: value / divisor is shown with `unit`.
struct Scale {
    double divisor = 1.0;
    std::string unit{};
};
/// Units known: MW, MWh, GJ, tCO2, money (then `unit` is "", "thousand", "million", "billion").
/// Others keep their own size.
Scale scale_for(std::string_view unit, double largest);

/// "1 812 GWh", "3.20 MW".
std::string quantity_text(double value, std::string_view unit);
/// "PKR 12.3 billion"; below ten thousand in full.
std::string money_text(double value, std::string_view currency);
/// "0.43 %", "12 %"; a share of 0.01 is one per cent.
std::string percent_text(double share);
/// "2 min 5 s", "0.8 s".
std::string duration_text(double seconds);

}  // namespace indus::reports
