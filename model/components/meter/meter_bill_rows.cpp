// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/components/meter/meter_bill.hpp"
#include "model/components/meter/meter_equations.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

using namespace meter_equations;

/// A calendar month, or what of it lies in the horizon. Its parts lie between multiples of 24 hours from the start,
/// where the windows of a long run begin: what a month is charged for grows from part to part.
struct Month {
    int number = 0;  ///< months since year 0
    std::vector<int> steps{};
    std::vector<std::vector<int>> parts{};
    double share = 0.0;  ///< of the month's hours
    int first() const { return steps.front(); }
    int first(std::size_t part) const { return parts[part].front(); }
};

/// In the order of the calendar. A step that reaches into the next month counts with the one it begins in.
std::vector<Month> months_of(const Horizon& horizon) {
    std::map<int, Month> months;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(horizon.start(t))};
        const int number = 12 * int{date.year()} + static_cast<int>(unsigned{date.month()}) - 1;
        Month& month = months[number];
        month.number = number;
        const auto day = [&](int step) { return std::floor((horizon.hours_before(step) + 1e-9) / 24.0); };
        if (month.steps.empty() || day(t) != day(month.steps.back())) month.parts.emplace_back();
        month.steps.push_back(t);
        month.parts.back().push_back(t);
        const std::chrono::year_month_day_last last{date.year(), std::chrono::month_day_last{date.month()}};
        month.share += horizon.weight(t) * horizon.hours(t) / (24.0 * unsigned{last.day()});
    }
    std::vector<Month> made;
    for (auto& [number, month] : months) {
        month.share = std::min(1.0, month.share);
        made.push_back(std::move(month));
    }
    return made;
}

class BillRows {
public:
    BillRows(const Meter& meter, Formulation& f, const Desk& d, Series bought, Series given)
        : m_{meter},
          f_{f},
          d_{d},
          bought_{bought},
          given_{given},
          tariff_{f.system().at(meter.tariff)},
          months_{months_of(f.horizon())} {
        for (const TariffPeriod& each : f.system().all<TariffPeriod>())
            if (each.tariff.index == meter.tariff.index) periods_.push_back(&each);
        for (int t = 0; t < steps(); ++t) utility_.emplace_back(bought[t]);
    }

    void add() {
        wheel();
        if (tariff_.nets_month)
            charge_netted_energy();
        else
            charge_energy();
        charge_demand();
        for (const TariffPeriod* each : periods_)
            if (each->fixed_per_mw_month > 0.0) charge_period_demand(*each);
        if (tariff_.fixed_per_month == 0.0) return;
        for (const Month& month : months_)
            charge_month("tariff_fixed", month, Expression{month.share * tariff_.fixed_per_month});
    }

private:
    int steps() const { return f_.horizon().step_count(); }
    double most_mw() const { return m_.import_max_mw.value_or(m_.sanctioned_mw); }

    /// Money of a whole month, which no step's weight multiplies; booked at its first step.
    void charge_month(std::string_view category, const Month& month, const Expression& money) const {
        d_.cost(category, month.first(), 1.0 / f_.horizon().weight(month.first()) * money);
    }

    /// How much a quantity grows from part to part: columns with a price of their own, so that a window of a long run
    /// knows what its own part costs. Where no month has several parts, the quantity itself.
    std::vector<std::vector<Expression>> growth_of(const std::string& quantity, std::string_view unit,
                                                   const Series& series, double least, double most) const {
        std::vector<std::vector<Expression>> made;
        if (!grows()) {
            for (const Month& month : months_) made.push_back(by_part(series, month));
            return made;
        }
        const Series growth = per_part(quantity + "_growth", unit, std::vector<double>(months_.size(), least), most);
        for (const Month& month : months_) {
            const std::vector<Expression> so_far = by_part(series, month);
            made.push_back(by_part(growth, month));
            for (std::size_t i = 0; i < so_far.size(); ++i)
                d_.require(growing_demand, month.first(i),
                           so_far[i] - (i == 0 ? Expression{} : so_far[i - 1]) - made.back()[i] == 0.0);
        }
        return made;
    }
    bool grows() const {
        return std::any_of(months_.begin(), months_.end(), [](const Month& each) { return each.parts.size() > 1; });
    }

    void charge_parts(std::string_view category, const Month& month, double price,
                      const std::vector<Expression>& growth) const {
        for (std::size_t i = 0; i < growth.size(); ++i)
            d_.cost(category, month.first(i), price / f_.horizon().weight(month.first(i)) * Expression{growth[i]});
    }

    /// A column per part of a month, at its first step.
    Series per_part(const std::string& quantity, std::string_view unit, const std::vector<double>& least,
                    double most) const {
        std::vector<double> lower(static_cast<std::size_t>(steps()), 0.0), upper = lower;
        for (std::size_t k = 0; k < months_.size(); ++k)
            for (std::size_t i = 0; i < months_[k].parts.size(); ++i) {
                const auto first = static_cast<std::size_t>(months_[k].first(i));
                lower[first] = least[k];
                upper[first] = std::max(least[k], most);
            }
        return d_.variables(quantity, unit, lower, upper);
    }

    static std::vector<Expression> by_part(const Series& series, const Month& month) {
        std::vector<Expression> made;
        for (std::size_t i = 0; i < month.parts.size(); ++i) made.emplace_back(series[month.first(i)]);
        return made;
    }

    void never_fall(const Series& series, const Month& month) const {
        for (std::size_t i = 1; i < month.parts.size(); ++i)
            d_.require(growing_demand, month.first(i),
                       Expression{series[month.first(i - 1)]} - series[month.first(i)] <= 0.0);
    }

    void wheel() {
        std::vector<Expression> wheeled(utility_.size());
        bool any = false;
        for (const Wheeling& each : f_.system().all<Wheeling>()) {
            if (f_.system().at(each.meter).name != m_.name) continue;
            any = true;
            const Series power = d_.variables("wheeled_" + each.plant, "MW", 0.0, deliverable(each));
            const double price = each.charge_per_mwh + each.energy_price_per_mwh;
            for (int t = 0; t < steps(); ++t) {
                wheeled[static_cast<std::size_t>(t)] += power[t];
                d_.cost("wheeling", t, price * f_.horizon().hours(t) * power[t]);
            }
        }
        for (int t = 0; any && t < steps(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            d_.require(wheeled_within, t, wheeled[i] - Expression{bought_[t]} <= 0.0);
            utility_[i] -= wheeled[i];
        }
    }

    /// What of the plant's available power arrives at the meter [MW].
    std::vector<double> deliverable(const Wheeling& contract) const {
        std::vector<double> power(utility_.size(), 0.0);
        const auto look_at = [&]<class Plant>() {
            for (const Plant& each : f_.system().all<Plant>()) {
                if (each.name != contract.plant) continue;
                const Availability left{f_.system(), each.name, each.capacity_mw};
                for (int t = 0; t < steps(); ++t)
                    power[static_cast<std::size_t>(t)] =
                        contract.share * (1.0 - contract.loss_share) * left.share(t) * each.available_mw(t);
            }
        };
        look_at.template operator()<SolarPlant>();
        look_at.template operator()<WindPlant>();
        return power;
    }

    void charge_energy() const {
        for (int t = 0; t < steps(); ++t) {
            const double h = f_.horizon().hours(t);
            double price = tariff_.energy_per_mwh[t];
            for (const TariffPeriod* each : periods_)
                price += each->share(f_.horizon(), t) * (each->energy_per_mwh - tariff_.energy_per_mwh[t]);
            if (price != 0.0) d_.cost("tariff_energy", t, price * h * utility_[static_cast<std::size_t>(t)]);
            if (tariff_.export_per_mwh[t] != 0.0)
                d_.cost("export_credit", t, -tariff_.export_per_mwh[t] * h * given_[t]);
        }
    }

    void charge_netted_energy() const {
        const int count = steps();
        std::vector<double> rest(static_cast<std::size_t>(count), 1.0);
        for (const TariffPeriod* each : periods_) {
            std::vector<double> shares;
            for (int t = 0; t < count; ++t) {
                shares.push_back(each->share(f_.horizon(), t));
                rest[static_cast<std::size_t>(t)] -= shares.back();
            }
            net(fmt::format("net_energy_{}", each->name), shares, each->energy_per_mwh);
        }
        net("net_energy", rest, tariff_.energy_per_mwh[0]);
    }

    void net(const std::string& quantity, const std::vector<double>& shares, double price) const {
        std::vector<std::vector<Expression>> nets;
        double most = 0.0;
        for (const Month& month : months_) {
            double within = 0.0;
            nets.push_back(nets_of(month, shares, within));
            most = std::max(most, within);
        }
        const std::vector<double> nothing(months_.size(), 0.0);
        const Series left = per_part(quantity, "MWh", nothing, most);
        const auto growth = growth_of(quantity, "MWh", left, -most, most);
        for (std::size_t k = 0; k < months_.size(); ++k) {
            std::vector<Expression> over = growth[k];
            for (std::size_t i = 0; i < over.size(); ++i) over[i] -= nets[k][i];
            charge_parts("tariff_energy", months_[k], price, growth[k]);
            charge_parts("export_credit", months_[k], -tariff_.export_per_mwh[0], over);
        }
        if (grows()) sum_up(quantity, most, nets);
        for (std::size_t k = 0; k < months_.size(); ++k)
            for (std::size_t i = 0; i < nets[k].size(); ++i)
                d_.require(netted_energy, months_[k].first(i),
                           nets[k][i] - Expression{left[months_[k].first(i)]} <= 0.0);
    }

    /// Net energy of each part of a month [MWh]; adds what could be drawn in it to `most`.
    std::vector<Expression> nets_of(const Month& month, const std::vector<double>& shares, double& most) const {
        std::vector<Expression> made;
        for (const std::vector<int>& part : month.parts) {
            Expression net;
            for (const int t : part) {
                const auto i = static_cast<std::size_t>(t);
                const double hours = shares[i] * f_.horizon().weight(t) * f_.horizon().hours(t);
                if (hours <= 0.0) continue;
                net += hours * (utility_[i] - Expression{given_[t]});
                most += hours * most_mw();
            }
            made.push_back(std::move(net));
        }
        return made;
    }

    /// Net energy of the parts becomes that of the month so far.
    void sum_up(const std::string& quantity, double most_drawn, std::vector<std::vector<Expression>>& nets) const {
        double most_given = 0.0;
        for (int t = 0; t < steps(); ++t)
            most_given += f_.horizon().weight(t) * f_.horizon().hours(t) * m_.export_max_mw;
        std::vector<double> lower(static_cast<std::size_t>(steps()), 0.0), upper = lower;
        for (const Month& month : months_)
            for (std::size_t i = 0; i < month.parts.size(); ++i) {
                lower[static_cast<std::size_t>(month.first(i))] = -most_given;
                upper[static_cast<std::size_t>(month.first(i))] = most_drawn;
            }
        const Series so_far = d_.variables(quantity + "_so_far", "MWh", lower, upper);
        for (std::size_t k = 0; k < months_.size(); ++k) {
            const std::vector<Expression> sums = by_part(so_far, months_[k]);
            for (std::size_t i = 0; i < sums.size(); ++i)
                d_.require(net_so_far, months_[k].first(i),
                           nets[k][i] + (i == 0 ? Expression{} : sums[i - 1]) - sums[i] == 0.0);
            nets[k] = sums;
        }
    }

    /// Billing demand that needs no column of another month: floor, peaks before the horizon.
    double least_demand(std::size_t k) const {
        const int since_first = months_[k].number - months_.front().number;
        double least = tariff_.floor_share * m_.sanctioned_mw;
        if (since_first == 0) least = std::max(least, m_.peak_so_far_mw);
        for (const Steps::Step& each : m_.earlier_peaks_mw.steps)
            if (each.from + since_first <= tariff_.lookback_months)
                least = std::max(least, tariff_.lookback_share * each.value);
        return least;
    }

    void stay_above_import(const Equation& equation, const Series& demand, const Month& month) const {
        for (const std::vector<int>& part : month.parts)
            for (const int t : part)
                d_.require(equation, t, Expression{bought_[t]} - Expression{demand[part.front()]} <= 0.0);
    }

    void charge_demand() const {
        if (tariff_.fixed_per_mw_month == 0.0) return;
        std::vector<double> least;
        for (std::size_t k = 0; k < months_.size(); ++k) least.push_back(least_demand(k));
        const double most = std::max({most_mw(), m_.peak_so_far_mw, least.front()});
        const Series demand = per_part("billing_demand", "MW", least, most);
        const auto growth = growth_of("billing_demand", "MW", demand, 0.0, most);
        for (std::size_t k = 0; k < months_.size(); ++k) {
            stay_above_import(billing_demand, demand, months_[k]);
            charge_parts("tariff_fixed", months_[k], months_[k].share * tariff_.fixed_per_mw_month, growth[k]);
        }
        if (tariff_.lookback_share > 0.0 && months_.size() > 1) look_back_at_peaks(demand);
    }

    void look_back_at_peaks(const Series& demand) const {
        std::vector<double> least(months_.size(), 0.0);
        least.front() = m_.peak_so_far_mw;
        const Series peak = per_part("peak", "MW", least, most_mw());
        for (std::size_t k = 0; k < months_.size(); ++k) {
            stay_above_import(month_peak, peak, months_[k]);
            never_fall(peak, months_[k]);
            for (std::size_t j = 0; j < k; ++j)
                if (months_[k].number - months_[j].number <= tariff_.lookback_months)
                    d_.require(look_back, months_[k].first(),
                               tariff_.lookback_share * Expression{peak[months_[j].parts.back().front()]} -
                                       Expression{demand[months_[k].first()]} <=
                                   0.0);
        }
    }

    void charge_period_demand(const TariffPeriod& period) const {
        const std::string quantity = fmt::format("billing_demand_{}", period.name);
        std::vector<double> least(months_.size(), 0.0);
        least.front() = m_.peak_so_far_mw_of(period.name);
        const double most = std::max(most_mw(), least.front());
        const Series demand = per_part(quantity, "MW", least, most);
        const auto growth = growth_of(quantity, "MW", demand, 0.0, most);
        for (std::size_t k = 0; k < months_.size(); ++k) {
            const Month& month = months_[k];
            for (const std::vector<int>& part : month.parts)
                for (const int t : part)
                    if (period.share(f_.horizon(), t) > 0.0)
                        d_.require(meter_equations::period_demand, t,
                                   Expression{bought_[t]} - Expression{demand[part.front()]} <= 0.0);
            charge_parts("tariff_fixed", month, month.share * period.fixed_per_mw_month, growth[k]);
        }
    }

    const Meter& m_;
    Formulation& f_;
    const Desk& d_;
    Series bought_, given_;
    const Tariff& tariff_;
    std::vector<Month> months_;
    std::vector<const TariffPeriod*> periods_{};
    std::vector<Expression> utility_{};  ///< import that is billed as the utility's energy [MW]
};

}  // namespace

void add_bill(const Meter& meter, Formulation& f, const Desk& d, Series bought, Series given) {
    BillRows{meter, f, d, bought, given}.add();
}

}  // namespace indus::model
