// SPDX-License-Identifier: Apache-2.0
#include "model/bills.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <set>

namespace indus::model {

namespace {

using std::chrono::days;
using std::chrono::minutes;

bool has_day(const TariffPeriod& period, std::chrono::local_days day) {
    constexpr std::array<std::string_view, 8> names{"", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (!period.days.empty() && !period.days.contains(names[std::chrono::weekday{day}.iso_encoding()])) return false;
    const auto month = static_cast<int>(unsigned{std::chrono::year_month_day{day}.month()});
    // From the first month on, counted round the year.
    const auto first = static_cast<int>(period.month_from);
    const auto last = static_cast<int>(period.month_to);
    return (month - first + 12) % 12 <= (last - first + 12) % 12;
}

bool has_minute(const TariffPeriod& period, TimePoint minute) {
    const auto day = std::chrono::floor<days>(minute);
    const double since_midnight = static_cast<double>((minute - day).count());
    const double from = std::round(60.0 * period.from_h);
    const double to = std::round(60.0 * period.to_h);
    if (from < to) return since_midnight >= from && since_midnight < to && has_day(period, day);
    if (since_midnight >= from && has_day(period, day)) return true;
    return since_midnight < to && has_day(period, day - days{1});
}

/// One meter and what it read.
class Billing {
public:
    Billing(const System& system, const Meter& meter, std::span<const double> bought, std::span<const double> given,
            const std::vector<WheeledPower>& wheeled)
        : system_{system},
          meter_{meter},
          tariff_{system.at(meter.tariff)},
          bought_{bought},
          given_{given},
          wheeled_{wheeled},
          periods_{periods_of(system, meter)},
          shares_{hours_of_periods(system, meter)} {}

    std::vector<BillRecord> run() const {
        const std::vector<BilledMonth> months = billed_months(system_.horizon());
        const PeakHistory history = peak_history(meter_, months, bought_);
        const std::vector<double> demands =
            billing_demands(history.peaks_mw, tariff_.floor_share * meter_.sanctioned_mw, tariff_.lookback_share,
                            static_cast<int>(tariff_.lookback_months));
        std::vector<BillRecord> made;
        for (const BilledMonth& month : months) {
            const auto place = static_cast<std::size_t>(history.before + month.since_first);
            BillRecord bill;
            bill.meter = meter_.name;
            bill.zone = meter_.zone.name;
            bill.month = month.name;
            bill.month_share = month.share;
            bill.peak_mw = history.peaks_mw[place];
            bill.billing_demand_mw = demands[place];
            count_energy(month, bill);
            charge_energy(month, bill);
            bill.fixed = month.share * (tariff_.fixed_per_mw_month * bill.billing_demand_mw + tariff_.fixed_per_month +
                                        period_charges(month));
            bill.total = bill.energy + bill.fixed + bill.wheeling - bill.export_credit;
            made.push_back(bill);
        }
        return made;
    }

private:
    double hours(int t) const { return system_.horizon().weight(t) * system_.horizon().hours(t); }

    /// Import less what is wheeled [MW].
    double utility(int t) const {
        const auto i = static_cast<std::size_t>(t);
        double power = bought_[i];
        for (const WheeledPower& each : wheeled_) power -= each.mw[i];
        return power;
    }

    void count_energy(const BilledMonth& month, BillRecord& bill) const {
        for (const int t : month.steps) {
            const auto i = static_cast<std::size_t>(t);
            bill.import_mwh += hours(t) * bought_[i];
            bill.export_mwh += hours(t) * given_[i];
            bill.peak_import_mwh += hours(t) * bought_[i] * (1.0 - shares_.back()[i]);
            for (const WheeledPower& each : wheeled_) {
                const double energy = hours(t) * each.mw[i];
                bill.wheeled_mwh += energy;
                bill.wheeling += energy * (each.contract->charge_per_mwh + each.contract->energy_price_per_mwh);
            }
        }
    }

    double price(std::size_t period, int t) const {
        return period < periods_.size() ? periods_[period]->energy_per_mwh : tariff_.energy_per_mwh[t];
    }

    void charge_energy(const BilledMonth& month, BillRecord& bill) const {
        for (std::size_t p = 0; p < shares_.size(); ++p) {
            double net = 0.0, drawn_cost = 0.0, given_credit = 0.0;
            for (const int t : month.steps) {
                const auto i = static_cast<std::size_t>(t);
                const double within = hours(t) * shares_[p][i];
                net += within * (utility(t) - given_[i]);
                drawn_cost += within * utility(t) * price(p, t);
                given_credit += within * given_[i] * tariff_.export_per_mwh[t];
            }
            if (tariff_.nets_month) {
                drawn_cost = std::max(0.0, net) * price(p, 0);
                given_credit = std::max(0.0, -net) * tariff_.export_per_mwh[0];
            }
            bill.energy += drawn_cost;
            bill.export_credit += given_credit;
        }
    }

    double period_charges(const BilledMonth& month) const {
        double money = 0.0;
        for (std::size_t p = 0; p < periods_.size(); ++p) {
            double peak = month.since_first == 0 ? meter_.peak_so_far_mw_of(periods_[p]->name) : 0.0;
            for (const int t : month.steps)
                if (shares_[p][static_cast<std::size_t>(t)] > 0.0)
                    peak = std::max(peak, bought_[static_cast<std::size_t>(t)]);
            money += periods_[p]->fixed_per_mw_month * peak;
        }
        return money;
    }

    const System& system_;
    const Meter& meter_;
    const Tariff& tariff_;
    std::span<const double> bought_, given_;
    const std::vector<WheeledPower>& wheeled_;
    std::vector<const TariffPeriod*> periods_;
    std::vector<std::vector<double>> shares_;
};

/// What a contract is paid, month by month. A zone with several meters is paid at the first.
void pay_for_calls(const System& system, const Solution& solution, const InterruptibleContract& contract,
                   std::span<BillRecord> bills_of_meter) {
    const SeriesRecord* cut = solution.find(contract.name, "cut", InterruptibleContract::kind);
    const SeriesRecord* begin = solution.find(contract.name, "begin", InterruptibleContract::kind);
    if (!cut || !begin) return;
    const Horizon& horizon = system.horizon();
    const std::vector<BilledMonth> months = billed_months(horizon);
    for (std::size_t k = 0; k < months.size(); ++k)
        for (const int t : months[k].steps) {
            const auto i = static_cast<std::size_t>(t);
            const double paid = horizon.weight(t) * (contract.payment_per_mwh * horizon.hours(t) * cut->values[i] +
                                                     contract.payment_per_call * begin->values[i]);
            bills_of_meter[k].interruption += paid;
            bills_of_meter[k].total -= paid;
        }
}

}  // namespace

std::vector<BilledMonth> billed_months(const Horizon& horizon) {
    std::vector<BilledMonth> months;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const std::string name = to_string(horizon.start(t)).substr(0, 7);
        auto found = std::find_if(months.begin(), months.end(), [&](const auto& each) { return each.name == name; });
        if (found == months.end()) found = months.insert(found, BilledMonth{.name = name, .steps = {}});
        found->steps.push_back(t);
    }
    std::sort(months.begin(), months.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    const auto month_of = [&](int t) {
        const std::chrono::year_month_day date{std::chrono::floor<days>(horizon.start(t))};
        return date.year() / date.month();
    };
    for (BilledMonth& each : months) {
        const std::chrono::year_month month = month_of(each.steps.front());
        each.since_first = static_cast<int>((month - month_of(months.front().steps.front())).count());
        const auto first_day = std::chrono::local_days{month / 1};
        const auto next = std::chrono::local_days{(month + std::chrono::months{1}) / 1};
        for (const int t : each.steps) each.share += horizon.weight(t) * horizon.hours(t);
        each.share = std::min(1.0, each.share / static_cast<double>(24 * (next - first_day).count()));
    }
    return months;
}

double share_by_minute(const TariffPeriod& period, const Horizon& horizon, int t) {
    int within = 0;
    int all = 0;
    for (TimePoint minute = horizon.start(t); minute < horizon.end(t); minute += minutes{1}) {
        ++all;
        within += has_minute(period, minute) ? 1 : 0;
    }
    return static_cast<double>(within) / all;
}

std::vector<const TariffPeriod*> periods_of(const System& system, const Meter& meter) {
    std::vector<const TariffPeriod*> periods;
    for (const TariffPeriod& each : system.all<TariffPeriod>())
        if (each.tariff.name == meter.tariff.name) periods.push_back(&each);
    return periods;
}

std::vector<std::vector<double>> hours_of_periods(const System& system, const Meter& meter) {
    const auto steps = static_cast<std::size_t>(system.horizon().step_count());
    std::vector<std::vector<double>> shares;
    std::vector<double> rest(steps, 1.0);
    for (const TariffPeriod* each : periods_of(system, meter)) {
        std::vector<double>& share = shares.emplace_back(steps, 0.0);
        for (std::size_t i = 0; i < steps; ++i) {
            share[i] = share_by_minute(*each, system.horizon(), static_cast<int>(i));
            rest[i] -= share[i];
        }
    }
    shares.push_back(std::move(rest));
    return shares;
}

std::vector<double> billing_demands(std::span<const double> peaks_mw, double floor_mw, double lookback_share,
                                    int lookback_months) {
    std::vector<double> demands;
    for (std::size_t m = 0; m < peaks_mw.size(); ++m) {
        const std::size_t seen = std::min(m, static_cast<std::size_t>(lookback_months));
        double earlier = 0.0;
        for (const double peak : peaks_mw.subspan(m - seen, seen)) earlier = std::max(earlier, peak);
        demands.push_back(std::max({peaks_mw[m], floor_mw, lookback_share * earlier}));
    }
    return demands;
}

PeakHistory peak_history(const Meter& meter, const std::vector<BilledMonth>& months,
                         std::span<const double> import_mw) {
    PeakHistory history;
    for (const Steps::Step& each : meter.earlier_peaks_mw.steps)
        history.before = std::max(history.before, static_cast<int>(each.from));
    const auto before = static_cast<std::size_t>(history.before);
    history.peaks_mw.assign(before + static_cast<std::size_t>(months.back().since_first) + 1, 0.0);
    for (const Steps::Step& each : meter.earlier_peaks_mw.steps)
        history.peaks_mw[before - static_cast<std::size_t>(each.from)] = each.value;
    history.peaks_mw[before] = meter.peak_so_far_mw;
    for (const BilledMonth& month : months)
        for (const int t : month.steps) {
            double& peak = history.peaks_mw[before + static_cast<std::size_t>(month.since_first)];
            peak = std::max(peak, import_mw[static_cast<std::size_t>(t)]);
        }
    return history;
}

std::vector<WheeledPower> wheeled_power(const System& system, const Solution& solution, const Meter& meter) {
    std::vector<WheeledPower> made;
    const SeriesRecord* bought = solution.find(meter.name, "import", Meter::kind);
    if (!bought) return made;
    std::vector<double> open = bought->values;  // import that no contract covers yet
    for (const Wheeling& each : system.all<Wheeling>()) {
        if (each.meter.name != meter.name) continue;
        const SeriesRecord* decided = solution.find(meter.name, "wheeled_" + each.plant, Meter::kind);
        const SeriesRecord* output = solution.find(each.plant, "output", SolarPlant::kind);
        if (!output) output = solution.find(each.plant, "output", WindPlant::kind);
        WheeledPower power{&each, std::vector<double>(open.size(), 0.0)};
        for (std::size_t i = 0; i < open.size(); ++i) {
            const double arrives = decided ? decided->values[i]
                                           : (output ? each.share * (1.0 - each.loss_share) * output->values[i] : 0.0);
            power.mw[i] = std::clamp(arrives, 0.0, std::max(0.0, open[i]));
            open[i] -= power.mw[i];
        }
        made.push_back(std::move(power));
    }
    return made;
}

std::vector<BillRecord> bills_of(const System& system, const Meter& meter, std::span<const double> import_mw,
                                 std::span<const double> export_mw, const std::vector<WheeledPower>& wheeled) {
    return Billing{system, meter, import_mw, export_mw, wheeled}.run();
}

std::vector<BillRecord> bills(const System& system, const Solution& solution) {
    std::vector<BillRecord> made;
    std::set<std::string, std::less<>> zones;
    for (const Meter& meter : system.all<Meter>()) {
        const SeriesRecord* bought = solution.find(meter.name, "import", Meter::kind);
        const SeriesRecord* given = solution.find(meter.name, "export", Meter::kind);
        if (!bought || !given) continue;
        std::vector<BillRecord> own =
            bills_of(system, meter, bought->values, given->values, wheeled_power(system, solution, meter));
        if (zones.insert(meter.zone.name).second)
            for (const InterruptibleContract& each : system.all<InterruptibleContract>())
                if (system.at(each.demand).zone.name == meter.zone.name) pay_for_calls(system, solution, each, own);
        std::move(own.begin(), own.end(), std::back_inserter(made));
    }
    return made;
}

double bill_of_zone(const std::vector<BillRecord>& bills, std::string_view zone) {
    return std::accumulate(bills.begin(), bills.end(), 0.0, [&](double sum, const BillRecord& each) {
        return each.zone == zone ? sum + each.total : sum;
    });
}

}  // namespace indus::model
