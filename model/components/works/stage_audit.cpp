// SPDX-License-Identifier: Apache-2.0
// A stage rechecked from its fields: walked through step by step, with what it did before in mind.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/audit.hpp"
#include "model/components/works/stage_batch_audit.hpp"
#include "model/components/works/works.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

constexpr double rounding_h = 1e-6;

class StageAudit {
public:
    StageAudit(const Stage& stage, int index, Audit& a)
        : p_{stage},
          index_{index},
          a_{a},
          time_{a.horizon()},
          process_{a.system().at(stage.process)},
          d_{a.desk(stage)},
          works_{a.shared<AuditedWorks>(a.system())},
          batches_{d_, works_, a.system()} {
        for (const StageMode* each : modes_of(a.system(), stage)) {
            AuditedMode mode{*each, product_of(*each), d_.series("in_" + each->name)};
            if (each->is_batch())
                mode.begin = d_.series("begin_" + each->name);
            else if (each->max_rate_per_h > 0.0)
                mode.rate = d_.series("rate_" + each->name);
            if (each->decides_size()) mode.size = d_.series("units_" + each->name);
            mode.made.resize(static_cast<std::size_t>(time_.step_count()));
            modes_.push_back(mode);
        }
        find_products();
        power_ = d_.series("power");
        withdrawal_ = d_.series("withdrawal");
        heat_ = d_.optional_series("heat");
        rate_ = d_.series("rate");
        start_ = d_.series("start");
        stop_ = d_.series("stop");
    }

    void run() {
        for (int t = 0; t < time_.step_count(); ++t) {
            if (time_.is_first(t)) begin_period();
            step(t);
        }
        for (const AuditedMode& each : modes_) emit(each);
    }

private:
    void find_products() {
        if (p_.changeover_h == 0.0 && p_.changeover_cost == 0.0) return;
        for (const AuditedMode& each : modes_)
            if (!each.product.empty() && std::find(products_.begin(), products_.end(), each.product) == products_.end())
                products_.push_back(each.product);
        if (products_.size() < 2) products_.clear();
    }

    void begin_period() {
        is_on_ = p_.initially_on();
        since_h_ = std::abs(p_.initial_status_h);
        is_as_before_ = true;
        batches_.begin_period();
        last_rate_ = is_on_ ? p_.initial_rate_per_h : 0.0;
        product_.clear();
        for (const AuditedMode& each : modes_)
            if (!each.product.empty() && (product_.empty() || each.is.name == p_.initial_mode)) product_ = each.product;
        idle_h_ = 0.0;
    }

    void step(int t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = time_.hours(t);
        const double open = d_.capacity_left(t, calendar_share(a_.system(), p_, t));
        double on = 0.0, rate = 0.0, pace = 0.0, power = 0.0, heat = 0.0, changes = 0.0;
        std::string product;
        for (AuditedMode& mode : modes_) {
            on += mode.in[i];
            if (!mode.is.is_batch()) d_.binary(t, mode.in[i], "mode " + mode.is.name);
            if (mode.is.is_batch()) {
                const BatchAudit::Draw draw = batches_.step(mode, t, open);
                made_ = draw.rate;
                rate += draw.rate;
                pace += draw.pace;
                power += draw.power;
                heat += draw.heat;
            } else {
                level(mode, t, open, rate, power, heat);
                pace += made_;
            }
            if (mode.in[i] > 0.5 && !mode.product.empty()) product = mode.product;
            mode.made[i] = h * made_;
            d_.charge("production", t, mode.is.cost_per_unit * mode.made[i]);
        }
        d_.at_most(t, on, 1.0, "modes at once", "");
        if (open <= 0.0) d_.at_most(t, on, 0.0, "work outside the calendar or in an outage", "");
        const bool now = on > 0.5;
        if (p_.must_run && open > 0.0 && !now && !may_rest(t))
            d_.at_least(t, on, 1.0, "work of a stage that must run", "");
        times(t, now, open);
        if (p_.ramp_per_h) ramp(t, now, open > 0.0 ? pace / open : 0.0, h);
        if (!products_.empty()) setup(t, product);
        if (!product.empty() && product != product_) changes = change(t, product);
        idle_h_ = product.empty() ? idle_h_ + h : 0.0;
        const bool starts = now && !is_on_;
        power += starts ? p_.start_energy_mwh / h : 0.0;
        d_.equal(t, start_[i], starts ? 1.0 : 0.0, "start", "");
        d_.equal(t, stop_[i], is_on_ && !now ? 1.0 : 0.0, "stop", "");
        d_.charge("start_up", t, starts ? p_.start_cost : 0.0);
        change_cost_ += changes;
        draws(t, rate, power, heat);
        since_h_ = now == is_on_ ? since_h_ + h : h;
        is_on_ = now;
        last_rate_ = open > 0.0 ? pace / open : 0.0;
        if (t + 1 == time_.step_count()) charge_changes();
    }

    void level(const AuditedMode& mode, int t, double open, double& rate, double& power, double& heat) {
        const auto i = static_cast<std::size_t>(t);
        made_ = mode.rate.empty() ? 0.0 : mode.rate[i];
        d_.at_most(t, made_, open * mode.is.max_rate_per_h * mode.in[i], "rate of " + mode.is.name, "units/h");
        d_.at_least(t, made_, open * mode.is.min_rate_per_h * mode.in[i], "rate of " + mode.is.name, "units/h");
        rate += made_;
        power += open * mode.is.power_mw * mode.in[i] + mode.is.energy_mwh_per_unit * made_;
        heat += open * mode.is.heat_mw * mode.in[i] + mode.is.heat_mwh_per_unit * made_;
        for (const auto& [names, sign] : {std::pair{&mode.is.input, -1.0}, {&mode.is.output, 1.0}})
            for (const WeightedNames::Item& item : names->items)
                works_.inflow(works_.stock(item.name), t) += sign * item.weight * made_ * time_.hours(t);
    }

    bool trips(int t) const {
        return std::any_of(a_.system().all<Outage>().begin(), a_.system().all<Outage>().end(), [&](const Outage& each) {
            return each.plant == p_.name && each.cause == OutageCause::forced && each.touches(time_, t) &&
                   (time_.is_first(t) || !each.touches(time_, *time_.before(t)));
        });
    }

    /// One that must run may be off while it cools down, or where it would have to stop before its least run is over.
    bool may_rest(int t) const {
        if (is_on_) return false;
        if (since_h_ < p_.cool_down_h - rounding_h) return true;
        double left_h = 0.0;
        for (int i = t; i < time_.step_count() && (i == t || !time_.is_first(i)); ++i) {
            if (d_.capacity_left(i, calendar_share(a_.system(), p_, i)) <= 0.0)
                return !trips(i) && left_h < p_.min_run_h - rounding_h;
            left_h += time_.hours(i);
        }
        return false;
    }

    /// How long the state before has lasted when it changes, in steps rounded up.
    void times(int t, bool now, double open) {
        if (now == is_on_) return;
        const bool is_cut = trips(t) || (is_as_before_ && open <= 0.0);
        if (now)
            d_.at_least(t, since_h_, p_.cool_down_h - rounding_h, "time off before a start", "h");
        else if (!is_cut)
            d_.at_least(t, since_h_, p_.min_run_h - rounding_h, "time on before a stop", "h");
        is_as_before_ = false;
    }

    void ramp(int t, bool now, double rate, double h) {
        const double step = *p_.ramp_per_h * h;
        if (now && is_on_) {
            d_.at_most(t, rate - last_rate_, step, "rise of the rate", "units/h");
            d_.at_most(t, last_rate_ - rate, step, "fall of the rate", "units/h");
        }
    }

    /// It is set up for one product at a time, and for what it makes.
    void setup(int t, const std::string& product) {
        double all = 0.0;
        for (const std::string& each : products_) {
            const double set = d_.series("set_" + each)[static_cast<std::size_t>(t)];
            d_.binary(t, set, "set up for " + each);
            if (each == product) d_.at_least(t, set, 1.0, "set up for what it makes, " + each, "");
            all += set;
        }
        d_.equal(t, all, 1.0, "products it is set up for", "");
    }

    double change(int t, const std::string& product) {
        if (p_.changeover_h > 0.0 && !product_.empty())
            d_.at_least(t, idle_h_, p_.changeover_h - rounding_h, "time off for a changeover", "h");
        product_ = product;
        return p_.changeover_cost;
    }

    /// A setup may change without need, at a cost; no fewer are paid than products follow each other.
    void charge_changes() {
        double paid = 0.0;
        for (const std::string& product : products_) {
            const auto changes = d_.series("change_" + product);
            for (int t = 0; t < time_.step_count(); ++t) {
                const double money = p_.changeover_cost * changes[static_cast<std::size_t>(t)];
                d_.charge("changeover", t, money);
                paid += money;
            }
        }
        d_.at_least(time_.step_count() - 1, paid, change_cost_, "cost of changeovers", "money");
    }

    void draws(int t, double rate, double power, double heat) {
        const auto i = static_cast<std::size_t>(t);
        const double drawn = power / (1.0 - process_.loss_share);
        d_.equal(t, rate_[i], rate, "rate", "units/h");
        d_.equal(t, power_[i], power, "power", "MW");
        d_.equal(t, withdrawal_[i], drawn, "withdrawal", "MW");
        works_.power(index_, t) = power;
        works_.heat(index_, t) = heat;
        works_.rate(index_, t) = rate;
        a_.inject(process_.zone, t, -drawn);
        a_.serve(process_.zone, t, drawn);
        if (!process_.heat_node.is_set()) return;
        d_.equal(t, heat_[i], heat, "heat", "MW");
        a_.shared<AuditedHeatBalance>(a_.system()).at(process_.heat_node, t) -= heat;
    }

    /// What the mode burnt and what its materials emitted, by what it made.
    void emit(const AuditedMode& mode) {
        const auto per_unit = [&](double amount) {
            std::vector<double> sums = mode.made;
            for (double& each : sums) each *= amount;
            return sums;
        };
        const AuditDesk d = a_.desk(mode.is);
        d.burn(mode.is.fuel, process_.zone, per_unit(mode.is.fuel_gj_per_unit), p_.name);
        d.emit(process_.zone, per_unit(mode.is.process_emissions_t_per_unit), "process_emissions");
    }

    const Stage& p_;
    int index_;
    Audit& a_;
    const Horizon& time_;
    const Process& process_;
    AuditDesk d_;
    AuditedWorks& works_;
    std::vector<AuditedMode> modes_{};
    std::span<const double> power_, withdrawal_, heat_, rate_, start_, stop_;
    bool is_on_ = false, is_as_before_ = true;
    double since_h_ = 0.0, idle_h_ = 0.0, last_rate_ = 0.0, made_ = 0.0, change_cost_ = 0.0;
    BatchAudit batches_;
    std::string product_{};
    std::vector<std::string> products_{};  ///< between which changing over takes time or money
};

}  // namespace

void Stage::audit(Audit& a, int index) const { StageAudit{*this, index, a}.run(); }

}  // namespace indus::model
