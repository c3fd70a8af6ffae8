// SPDX-License-Identifier: Apache-2.0
#include "reports/page_meters.hpp"

#include "model/bills.hpp"
#include "reports/page_stages.hpp"
#include "reports/tariff_price.hpp"

namespace indus::reports {

namespace {

MeterSteps steps_of(const PageInput& in, const model::Meter& meter) {
    const auto periods = model::periods_of(in.system, meter);
    const std::vector<std::vector<double>> shares = model::hours_of_periods(in.system, meter);
    MeterSteps steps;
    steps.price = tariff_price(in.system, meter, shares);
    for (std::size_t t = 0; t < static_cast<std::size_t>(in.series.step_count()); ++t) {
        int most = -1;
        double share = 0.5;
        for (std::size_t p = 0; p < periods.size(); ++p) {
            if (shares[p][t] < share) continue;
            most = static_cast<int>(p);
            share = shares[p][t];
        }
        steps.period.push_back(most);
    }
    return steps;
}

void write_periods(JsonText& json, const MeterSteps& steps, const View& view) {
    if (!view.mean_of.empty()) return;
    json.key("periods").begin_array();
    const auto period = [&](std::size_t cell) {
        return steps.period[static_cast<std::size_t>(view.cells[cell].first)];
    };
    for (std::size_t from = 0, to = 0; from < view.cells.size(); from = to) {
        for (to = from + 1; to < view.cells.size() && period(to) == period(from);) ++to;
        if (period(from) < 0) continue;
        json.integer(static_cast<long>(from)).integer(static_cast<long>(to)).integer(period(from));
    }
    json.end_array();
}

void write_demands(JsonText& json, const PageInput& in, const model::Meter& meter) {
    const model::Horizon& horizon = in.system.horizon();
    const auto minutes = [](model::TimePoint time) { return static_cast<long>(time.time_since_epoch().count()); };
    json.key("demands").begin_array();
    for (const model::BilledMonth& month : model::billed_months(horizon))
        for (const model::BillRecord& bill : in.solution.bills)
            if (bill.meter == meter.name && bill.month == month.name) {
                json.integer(minutes(horizon.start(month.steps.front())));
                json.integer(minutes(horizon.end(month.steps.back()))).number(bill.billing_demand_mw);
            }
    json.end_array();
}

}  // namespace

std::vector<MeterSteps> meter_steps(const PageInput& in) {
    std::vector<MeterSteps> all;
    for (const model::Meter& meter : in.system.all<model::Meter>()) all.push_back(steps_of(in, meter));
    return all;
}

void write_meter_names(JsonText& json, const PageInput& in) {
    json.key("meters").begin_array();
    for (const model::Meter& meter : in.system.all<model::Meter>()) {
        json.begin_object().key("name").text(meter.name).key("zone").text(meter.zone.name);
        json.key("tariff").text(meter.tariff.name).key("sanctioned").number(meter.sanctioned_mw);
        json.key("periods").begin_array();
        for (const model::TariffPeriod* each : model::periods_of(in.system, meter)) {
            json.begin_object().key("name").text(each->name).key("band").text(each->band);
            json.key("price").number(each->energy_per_mwh).end_object();
        }
        json.end_array();
        write_demands(json, in, meter);
        json.end_object();
    }
    json.end_array();
}

void write_meters(JsonText& json, const PageInput& in, const std::vector<MeterSteps>& meters, const View& view) {
    const model::Horizon& horizon = in.system.horizon();
    const auto& all = in.system.all<model::Meter>();
    json.key("meters").begin_array();
    for (std::size_t m = 0; m < all.size(); ++m) {
        json.begin_object();
        write_runs(json, "import", mean_of(view, horizon, in.series.values(all[m].kind, all[m].name, "import")));
        write_runs(json, "export", mean_of(view, horizon, in.series.values(all[m].kind, all[m].name, "export")));
        write_runs(json, "price", mean_of(view, horizon, meters[m].price));
        write_periods(json, meters[m], view);
        json.end_object();
    }
    json.end_array();
}

}  // namespace indus::reports
