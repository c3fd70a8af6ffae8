// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/meter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/audit.hpp"
#include "model/components/meter/meter_bill.hpp"
#include "model/components/meter/meter_equations.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

const Tariff* tariff_of(const SystemData& data, const Meter& meter) {
    return meter.tariff.index < 0 ? nullptr : &data.list<Tariff>()[static_cast<std::size_t>(meter.tariff.index)];
}

/// Energy given back may not be worth more than energy drawn, or a month would be worth more the more it turns over.
void check_netting(const SystemData& data, const Tariff& tariff, Complaints& complaints) {
    if (!tariff.nets_month || tariff.energy_per_mwh.values.empty() || tariff.export_per_mwh.values.empty()) return;
    const double credit = tariff.export_per_mwh[0];
    double least = std::numeric_limits<double>::infinity();
    std::vector<double> rest(static_cast<std::size_t>(data.horizon.step_count()), 1.0);
    for (const TariffPeriod& each : data.list<TariffPeriod>()) {
        if (each.tariff.name != tariff.name) continue;
        least = std::min(least, each.energy_per_mwh);
        for (int t = 0; t < data.horizon.step_count(); ++t)
            rest[static_cast<std::size_t>(t)] -= each.share(data.horizon, t);
    }
    // Where periods are all of the day, its own price never holds.
    if (std::any_of(rest.begin(), rest.end(), [](double share) { return share > 1e-9; }))
        least = std::min(least, tariff.energy_per_mwh[0]);
    if (credit > least)
        complaints.add("tariff", tariff.name,
                       fmt::format("a tariff that nets months and pays at most its least energy price ({}) for energy "
                                   "given back; it pays {}",
                                   least, credit));
}

/// Two periods of a tariff do not hold at once. Seen where their hours together are more than a step.
void check_overlap(const SystemData& data, const Tariff& tariff, Complaints& complaints) {
    for (int t = 0; t < data.horizon.step_count(); ++t) {
        double hours = 0.0;
        for (const TariffPeriod& each : data.list<TariffPeriod>())
            if (each.tariff.name == tariff.name) hours += each.share(data.horizon, t);
        if (hours <= 1.0 + 1e-9) continue;
        return complaints.add(
            "tariff", tariff.name,
            fmt::format("a tariff whose periods do not overlap; at {} two hold", to_string(data.horizon.start(t))));
    }
}

/// A period that the tariff has, with a power.
void check_period_peaks(const SystemData& data, const Meter& meter, Complaints& complaints) {
    std::vector<std::string> periods;
    for (const TariffPeriod& each : data.list<TariffPeriod>())
        if (each.tariff.name == meter.tariff.name) periods.push_back(each.name);
    for (const WeightedNames::Item& each : meter.period_peaks_so_far_mw.items) {
        if (std::find(periods.begin(), periods.end(), each.name) == periods.end())
            complaints.add("period_peaks_so_far_mw", each.name, "the name of a tariff_period of its tariff",
                           nearest_name(each.name, periods));
        if (each.weight < 0.0)
            complaints.add("period_peaks_so_far_mw", each.weight, "a power of at least 0 for every period");
    }
}

}  // namespace

std::span<const Equation> Meter::equations() { return meter_equations::all; }

void Meter::check(Complaints& complaints) const {
    if (zone.name == grid_zone.name)
        complaints.add("grid_zone", grid_zone.name, fmt::format("another zone than zone ({})", zone.name));
    for (const Steps::Step& each : earlier_peaks_mw.steps)
        if (each.from < 1.0 || each.from != std::round(each.from))
            complaints.add("earlier_peaks_mw", each.from, "pairs months:MW whose first number is a whole one from 1");
}

void Meter::check_in(const SystemData& data, Complaints& complaints) const {
    check_shedding(data.horizon, complaints);
    const Tariff* charged = tariff_of(data, *this);
    if (!charged) return;
    check_netting(data, *charged, complaints);
    check_overlap(data, *charged, complaints);
    check_period_peaks(data, *this, complaints);
}

std::vector<double> Meter::available(const System& system) const {
    const Availability left{system, name, rating_mw()};
    std::vector<double> share;
    for (int t = 0; t < system.horizon().step_count(); ++t) share.push_back(grid_available[t] * left.share(t));
    return share;
}

void Meter::add_to(Formulation& f, int) const {
    const int steps = f.horizon().step_count();
    std::vector<double> most_bought, most_given;
    for (const double share : available(f.system())) {
        most_bought.push_back(share * most_bought_mw());
        most_given.push_back(share * export_max_mw);
    }
    const bool is_billed = f.system().settings().billed_zone == zone.name;

    const Desk d = f.desk(*this);
    const Series bought = d.variables("import", "MW", 0.0, most_bought);
    const Series given = d.variables("export", "MW", 0.0, most_given);
    const std::optional<Series> modes = d.modes();
    for (int t = 0; t < steps; ++t) {
        const Expression into_zone = Expression{bought[t]} - given[t];
        f.zone_balance(zone, t) += into_zone;
        f.net_import(zone, t) += into_zone;
        if (!is_billed) {
            const Expression into_grid = Expression{given[t]} - 1.0 / (1.0 - loss_share) * bought[t];
            f.zone_balance(grid_zone, t) += into_grid;
            f.net_import(grid_zone, t) += into_grid;
        }
        if (!d.chooses_mode(t)) continue;
        const auto i = static_cast<std::size_t>(t);
        d.require(meter_equations::one_way, t, Expression{bought[t]} <= most_bought[i] * (*modes)[t]);
        d.require(meter_equations::one_way, t, Expression{given[t]} + most_given[i] * (*modes)[t] <= most_given[i]);
    }
    if (is_billed) add_bill(*this, f, d, bought, given);
}

void Meter::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto bought = d.series("import");
    const auto given = d.series("export");
    const double import_mw = import_max_mw.value_or(sanctioned_mw);
    const double rating = std::max(import_mw, export_max_mw);
    const bool is_billed = a.system().settings().billed_zone == zone.name;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        d.at_least(t, bought[i], 0.0, "import", "MW");
        d.at_least(t, given[i], 0.0, "export", "MW");
        d.at_most(t, bought[i], d.capacity_left(t, rating, import_mw) * grid_available[t], "import", "MW");
        d.at_most(t, given[i], d.capacity_left(t, rating, export_max_mw) * grid_available[t], "export", "MW");
        d.both_ways(t, bought[i], given[i], "draws and gives");
        a.inject(zone, t, bought[i] - given[i]);
        if (!is_billed) a.inject(grid_zone, t, given[i] - bought[i] / (1.0 - loss_share));
    }
    if (is_billed) audit_bill(*this, a, d);
}

}  // namespace indus::model
