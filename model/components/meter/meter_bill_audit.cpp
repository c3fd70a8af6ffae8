// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/bills.hpp"
#include "model/components/meter/meter_bill.hpp"

namespace indus::model {

namespace {

class BillAudit {
public:
    BillAudit(const Meter& meter, Audit& a, const AuditDesk& d)
        : m_{meter},
          a_{a},
          d_{d},
          tariff_{a.system().at(meter.tariff)},
          bought_{d.series("import")},
          given_{d.series("export")},
          utility_{bought_.begin(), bought_.end()},
          periods_{periods_of(a.system(), meter)},
          shares_{hours_of_periods(a.system(), meter)},
          months_{billed_months(a.horizon())} {}

    void run() {
        wheeling();
        if (tariff_.nets_month)
            for (std::size_t p = 0; p < shares_.size(); ++p) netted_energy(p);
        else
            energy();
        if (tariff_.fixed_per_mw_month > 0.0) demand();
        for (std::size_t p = 0; p < periods_.size(); ++p)
            if (periods_[p]->fixed_per_mw_month > 0.0) period_demand(p);
        for (const BilledMonth& month : months_) charge("tariff_fixed", month, month.share * tariff_.fixed_per_month);
    }

private:
    double hours(int t) const { return a_.horizon().hours(t); }

    /// Money of a month, which no weight of a step multiplies.
    void charge(std::string_view category, const BilledMonth& month, double money) const {
        const int first = month.steps.front();
        d_.charge(category, first, money / a_.horizon().weight(first));
    }

    double arriving(const Wheeling& contract, int t) const {
        double sent = 0.0;
        for (const SolarPlant& each : a_.system().all<SolarPlant>())
            if (each.name == contract.plant)
                sent += each.availability[t] * a_.desk(SolarPlant::kind, each.name).capacity_left(t, each.capacity_mw);
        for (const WindPlant& each : a_.system().all<WindPlant>())
            if (each.name == contract.plant)
                sent += each.availability[t] * a_.desk(WindPlant::kind, each.name).capacity_left(t, each.capacity_mw);
        return contract.share * sent * (1.0 - contract.loss_share);
    }

    void wheeling() {
        for (const Wheeling& each : a_.system().all<Wheeling>()) {
            if (each.meter.name != m_.name) continue;
            const auto wheeled = d_.series("wheeled_" + each.plant);
            for (int t = 0; t < a_.horizon().step_count(); ++t) {
                const auto i = static_cast<std::size_t>(t);
                d_.at_least(t, wheeled[i], 0.0, "wheeled power", "MW");
                d_.at_most(t, wheeled[i], arriving(each, t), "wheeled power", "MW");
                d_.charge("wheeling", t, hours(t) * wheeled[i] * (each.charge_per_mwh + each.energy_price_per_mwh));
                utility_[i] -= wheeled[i];
            }
        }
        for (int t = 0; t < a_.horizon().step_count(); ++t)
            d_.at_least(t, utility_[static_cast<std::size_t>(t)], 0.0, "import less wheeled power", "MW");
    }

    void energy() const {
        for (int t = 0; t < a_.horizon().step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            double price = shares_.back()[i] * tariff_.energy_per_mwh[t];
            for (std::size_t p = 0; p < periods_.size(); ++p) price += shares_[p][i] * periods_[p]->energy_per_mwh;
            d_.charge("tariff_energy", t, hours(t) * utility_[i] * price);
            d_.charge("export_credit", t, -hours(t) * given_[i] * tariff_.export_per_mwh[t]);
        }
    }

    /// Of a column per month: the value at the month's first step. Elsewhere there is nothing to be booked.
    std::vector<double> by_month(const std::string& quantity, std::string_view unit) const {
        const auto values = d_.series(quantity);
        std::vector<double> booked;
        for (const BilledMonth& month : months_) {
            booked.push_back(values[static_cast<std::size_t>(month.steps.front())]);
            for (const int t : month.steps)
                if (t != month.steps.front())
                    d_.at_most(t, values[static_cast<std::size_t>(t)], 0.0, quantity + " within a month", unit);
        }
        return booked;
    }

    void netted_energy(std::size_t p) const {
        const bool is_rest = p == periods_.size();
        const auto booked = by_month(is_rest ? "net_energy" : fmt::format("net_energy_{}", periods_[p]->name), "MWh");
        const double price = is_rest ? tariff_.energy_per_mwh[0] : periods_[p]->energy_per_mwh;
        for (std::size_t k = 0; k < months_.size(); ++k) {
            double net = 0.0;
            for (const int t : months_[k].steps) {
                const auto i = static_cast<std::size_t>(t);
                net += a_.horizon().weight(t) * hours(t) * shares_[p][i] * (utility_[i] - given_[i]);
            }
            const int first = months_[k].steps.front();
            d_.at_least(first, booked[k], std::max(0.0, net), "netted energy", "MWh");
            charge("tariff_energy", months_[k], price * booked[k]);
            charge("export_credit", months_[k], -tariff_.export_per_mwh[0] * (booked[k] - net));
        }
    }

    void demand() const {
        const PeakHistory history = peak_history(m_, months_, bought_);
        const std::vector<double> wanted =
            billing_demands(history.peaks_mw, tariff_.floor_share * m_.sanctioned_mw, tariff_.lookback_share,
                            static_cast<int>(tariff_.lookback_months));
        const auto booked = by_month("billing_demand", "MW");
        for (std::size_t k = 0; k < months_.size(); ++k) {
            const auto place = static_cast<std::size_t>(history.before + months_[k].since_first);
            d_.at_least(months_[k].steps.front(), booked[k], wanted[place], "billing demand", "MW");
            charge("tariff_fixed", months_[k], months_[k].share * tariff_.fixed_per_mw_month * booked[k]);
        }
    }

    void period_demand(std::size_t p) const {
        const auto booked = by_month(fmt::format("billing_demand_{}", periods_[p]->name), "MW");
        for (std::size_t k = 0; k < months_.size(); ++k) {
            for (const int t : months_[k].steps) {
                const auto i = static_cast<std::size_t>(t);
                if (shares_[p][i] > 0.0) d_.at_least(t, booked[k], bought_[i], "billing demand of a period", "MW");
            }
            charge("tariff_fixed", months_[k], months_[k].share * periods_[p]->fixed_per_mw_month * booked[k]);
        }
    }

    const Meter& m_;
    Audit& a_;
    const AuditDesk& d_;
    const Tariff& tariff_;
    std::span<const double> bought_, given_;
    std::vector<double> utility_;
    std::vector<const TariffPeriod*> periods_;
    std::vector<std::vector<double>> shares_;
    std::vector<BilledMonth> months_;
};

}  // namespace

void audit_bill(const Meter& meter, Audit& a, const AuditDesk& d) { BillAudit{meter, a, d}.run(); }

}  // namespace indus::model
