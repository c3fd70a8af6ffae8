// SPDX-License-Identifier: Apache-2.0
#include "reports/tariff_price.hpp"

#include "model/bills.hpp"

namespace indus::reports {

std::vector<double> tariff_price(const model::System& system, const model::Meter& meter,
                                 const std::vector<std::vector<double>>& shares) {
    std::vector<double> price = system.at(meter.tariff).energy_per_mwh.values;
    const auto periods = model::periods_of(system, meter);
    for (std::size_t t = 0; t < price.size(); ++t) {
        price[t] *= shares.back()[t];
        for (std::size_t p = 0; p < periods.size(); ++p) price[t] += shares[p][t] * periods[p]->energy_per_mwh;
    }
    return price;
}

std::vector<double> tariff_price(const model::System& system, const model::Meter& meter) {
    return tariff_price(system, meter, model::hours_of_periods(system, meter));
}

}  // namespace indus::reports
