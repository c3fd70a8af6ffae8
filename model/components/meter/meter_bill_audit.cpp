// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

    /// Whether a step is the first of its month, or of a day counted from the start of the horizon.
    bool begins_part(int t, const BilledMonth& month) const {
        if (t == month.steps.front()) return true;
        const double since_h = a_.horizon().hours_before(t);
        const double day_begins = 24.0 * std::floor((since_h + 1e-6) / 24.0);
        return since_h - hours(t - 1) < day_begins - 1e-6;
    }

    /// Where it is told, how much a quantity grows; empty where it is not.
    std::span<const double> told_growth(const std::string& quantity) const {
        if (!d_.has(quantity + "_growth")) return {};
        return d_.series(quantity + "_growth");
    }

    /// Walks through a month by parts: what is booked at the first step of each, and nothing elsewhere. `so_far` is
    /// asked at every step for what it adds, and `book` at the end of each part with what was booked before, at its
    /// first step and that step.
    template <class SoFar, class Book>
    void by_part(const std::string& quantity, std::string_view unit, const BilledMonth& month, SoFar so_far,
                 Book book) const {
        const auto values = d_.series(quantity), growth = told_growth(quantity);
        double before = 0.0, booked = 0.0;
        int first = month.steps.front();
        for (std::size_t n = 0; n < month.steps.size(); ++n) {
            const int t = month.steps[n];
            const double value = values[static_cast<std::size_t>(t)];
            if (begins_part(t, month)) {
                before = booked;
                booked = value;
                first = t;
            } else {
                d_.at_most(t, value, 0.0, quantity + " within a day", unit);
            }
            so_far(t, booked);
            if (!growth.empty() && t == first)
                d_.equal(t, growth[static_cast<std::size_t>(t)], booked - before, quantity + " growth", unit);
            const bool ends = n + 1 == month.steps.size() || begins_part(month.steps[n + 1], month);
            if (ends) book(first, before, booked);
        }
    }

    void netted_energy(std::size_t p) const {
        const bool is_rest = p == periods_.size();
        const std::string quantity = is_rest ? "net_energy" : fmt::format("net_energy_{}", periods_[p]->name);
        const auto told = d_.optional_series(quantity + "_so_far");
        const double price = is_rest ? tariff_.energy_per_mwh[0] : periods_[p]->energy_per_mwh;
        const bool tells = d_.has(quantity + "_so_far");
        for (const BilledMonth& month : months_) {
            double net = 0.0, net_before = 0.0;
            by_part(
                quantity, "MWh", month,
                [&](int t, double) {
                    const auto i = static_cast<std::size_t>(t);
                    net += a_.horizon().weight(t) * hours(t) * shares_[p][i] * (utility_[i] - given_[i]);
                },
                [&](int first, double before, double booked) {
                    const double weight = a_.horizon().weight(first);
                    if (tells) d_.equal(first, told[static_cast<std::size_t>(first)], net, "net energy so far", "MWh");
                    d_.at_least(first, booked, std::max(0.0, net), "netted energy", "MWh");
                    d_.charge("tariff_energy", first, price * (booked - before) / weight);
                    d_.charge("export_credit", first,
                              -tariff_.export_per_mwh[0] * (booked - net - before + net_before) / weight);
                    net_before = net;
                });
        }
    }

    /// Money for every MW by which the billing demand of the month has grown.
    void growing(const std::string& quantity, const BilledMonth& month, double price, const std::string& what,
                 const std::vector<double>* within) const {
        by_part(
            quantity, "MW", month,
            [&](int t, double booked) {
                const auto i = static_cast<std::size_t>(t);
                if (!within || (*within)[i] > 0.0) d_.at_least(t, booked, bought_[i], what, "MW");
            },
            [&](int first, double before, double booked) {
                d_.at_least(first, booked, before, what + " so far", "MW");
                d_.charge("tariff_fixed", first, price * (booked - before) / a_.horizon().weight(first));
            });
    }

    void demand() const {
        const PeakHistory history = peak_history(m_, months_, bought_);
        const std::vector<double> wanted =
            billing_demands(history.peaks_mw, tariff_.floor_share * m_.sanctioned_mw, tariff_.lookback_share,
                            static_cast<int>(tariff_.lookback_months));
        for (const BilledMonth& month : months_) {
            const auto place = static_cast<std::size_t>(history.before) + static_cast<std::size_t>(month.since_first);
            growing("billing_demand", month, month.share * tariff_.fixed_per_mw_month, "billing demand", nullptr);
            by_part(
                "billing_demand", "MW", month, [](int, double) {},
                [&](int first, double, double booked) {
                    const bool is_last = std::none_of(month.steps.begin(), month.steps.end(),
                                                      [&](int t) { return t > first && begins_part(t, month); });
                    if (is_last) d_.at_least(first, booked, wanted[place], "billing demand", "MW");
                });
        }
    }

    void period_demand(std::size_t p) const {
        const std::string quantity = fmt::format("billing_demand_{}", periods_[p]->name);
        for (const BilledMonth& month : months_)
            growing(quantity, month, month.share * periods_[p]->fixed_per_mw_month, "billing demand of a period",
                    &shares_[p]);
        const int first = months_.front().steps.front();
        for (const WeightedNames::Item& each : m_.period_peaks_so_far_mw.items)
            if (each.name == periods_[p]->name)
                d_.at_least(first, d_.series(quantity)[static_cast<std::size_t>(first)], each.weight,
                            "billing demand of a period so far", "MW");
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
