// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/stage_batch_audit.hpp"

#include <algorithm>

namespace indus::model {

namespace {

constexpr double rounding_h = 1e-6;

}  // namespace

BatchAudit::Draw BatchAudit::step(const AuditedMode& mode, int t, double open) {
    const auto i = static_cast<std::size_t>(t);
    const double h = time_.hours(t);
    d_.binary(t, mode.begin[i], "beginning of batch " + mode.is.name);
    if (mode.begin[i] > 0.5) begin(mode, t);
    if (!mode.size.empty()) size(mode, t);
    const bool runs = batch_ == &mode.is;
    d_.equal(t, mode.in[i], runs ? 1.0 : 0.0, "batch under way of " + mode.is.name, "");
    if (!runs) return {};
    d_.at_least(t, open, 1.0, "time open for a batch", "");
    const double pace = units_ / mode.is.batch_h;
    const double rate = pace * std::min(1.0, (mode.is.batch_h - done_h_) / h);
    const Draw draw{rate, pace, by_time(mode.is.batch_mw, mode.is.batch_h, h) + mode.is.energy_mwh_per_unit * rate,
                    by_time(mode.is.batch_heat_mw, mode.is.batch_h, h) + mode.is.heat_mwh_per_unit * rate};
    give_out(mode.is, t, done_h_ + h);
    done_h_ += h;
    if (done_h_ >= mode.is.batch_h - rounding_h)
        batch_ = nullptr;
    else if (time_.is_last(t))
        d_.at_most(t, 1.0, 0.0, "a batch that is not over at the end", "");
    return draw;
}

void BatchAudit::begin(const AuditedMode& mode, int t) {
    if (batch_) d_.at_most(t, 1.0, 0.0, "a batch begun before another is over", "");
    batch_ = &mode.is;
    done_h_ = 0.0;
    units_ = mode.size.empty() ? mode.is.batch_units : mode.size[static_cast<std::size_t>(t)];
    for (const WeightedNames::Item& item : mode.is.input.items) {
        const int stock = works_.stock(item.name);
        works_.inflow(stock, t) -= item.weight * units_;
        works_.taken(stock, t) += item.weight * units_;
    }
}

void BatchAudit::size(const AuditedMode& mode, int t) const {
    const auto i = static_cast<std::size_t>(t);
    const std::string what = "size of batch " + mode.is.name;
    d_.at_most(t, mode.size[i], mode.begin[i] * mode.is.batch_units, what, "units");
    d_.at_least(t, mode.size[i], mode.begin[i] * *mode.is.batch_min_units, what, "units");
}

/// What is ready within this step, at whose end so many hours are done.
void BatchAudit::give_out(const StageMode& mode, int t, double done_h) {
    for (const WeightedNames::Item& item : mode.output.items) {
        const WeightedNames::Item* early = mode.batch_output_h.find(item.name);
        const double ready_h = early ? early->weight : mode.batch_h;
        if (done_h < ready_h - rounding_h || done_h_ >= ready_h - rounding_h) continue;
        const int stock = works_.stock(item.name);
        works_.inflow(stock, t) += item.weight * units_;
        works_.given(stock, t) += item.weight * units_;
    }
}

/// Mean over the step that begins done_h_ after the batch, in small pieces of time.
double BatchAudit::by_time(const Steps& profile, double batch_h, double h) const {
    double energy = 0.0;
    for (std::size_t k = 0; k < profile.size(); ++k) {
        const double until = k + 1 < profile.size() ? profile.steps[k + 1].from : batch_h;
        const double from = std::max(profile.steps[k].from, done_h_);
        energy += std::max(0.0, std::min({until, batch_h, done_h_ + h}) - from) * profile.steps[k].value;
    }
    return energy / h;
}

}  // namespace indus::model
