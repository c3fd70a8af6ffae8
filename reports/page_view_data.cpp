// SPDX-License-Identifier: Apache-2.0
// One view as JSON, part by part. Keys are read by reports/web/*.js.
#include <algorithm>

#include "reports/digest_parts.hpp"
#include "reports/page_series.hpp"

namespace indus::reports {

namespace {

/// Writes one view; holds what its parts share.
class ViewWriter {
public:
    ViewWriter(JsonText& json, const PageInput& in, const PageSeries& series, const View& view)
        : json_{json}, in_{in}, series_{series}, view_{view} {}

    void write() {
        json_.begin_object().key("title").text(view_.title).key("mean").text(view_.mean_of);
        write_times(json_, view_, in_.system.horizon());
        put("losses", series_.line_losses);
        list("zones", in_.digest.zones.size(), [&](std::size_t z) { zone(z); });
        list("plants", in_.digest.plants.size(), [&](std::size_t p) { plant(in_.digest.plants[p]); });
        list("stores", in_.digest.stores.size(), [&](std::size_t s) { store(in_.digest.stores[s]); });
        json_.key("lines").begin_array();
        for_each_line(in_.system, in_.series, [&](const LineView& each) { line(each); });
        json_.end_array();
        const auto& reserves = in_.system.all<model::Reserve>();
        list("reserves", reserves.size(), [&](std::size_t r) { reserve(reserves[r]); });
        const auto& demands = in_.system.all<model::Demand>();
        list("demands", demands.size(),
             [&](std::size_t i) { put("unserved", unserved_power(in_.series, demands[i])); });
        list("heat_nodes", in_.digest.heat_nodes.size(),
             [&](std::size_t n) { price(in_.series.price(model::HeatNode::kind, in_.digest.heat_nodes[n].name)); });
        write_stages(json_, in_, series_.stages, view_);
        write_stocks(json_, in_, series_.fuel_stocks, view_);
        write_meters(json_, in_, series_.meters, view_);
        json_.end_object();
    }

private:
    template <class WriteItem>
    void list(std::string_view key, std::size_t count, WriteItem write_item) {
        json_.key(key).begin_array();
        for (std::size_t i = 0; i < count; ++i) {
            json_.begin_object();
            write_item(i);
            json_.end_object();
        }
        json_.end_array();
    }
    void put(std::string_view key, const std::vector<double>& values) {
        write_series(json_, key, mean_of(view_, in_.system.horizon(), values));
    }
    const std::vector<double>& values(std::string_view kind, std::string_view owner, std::string_view quantity) const {
        return in_.series.values(kind, owner, quantity);
    }

    void zone(std::size_t z) {
        const ZonePower& power = series_.zones[z];
        json_.key("generation").begin_object();
        for (std::size_t k = 0; k < power.generation.size(); ++k) put(std::to_string(k), power.generation[k]);
        json_.end_object();
        put("demand", power.demand);
        put("unserved", power.unserved);
        put("charge", power.charge);
        put("import", power.import);
        put("export", power.exported);
        put("surplus", power.surplus);
        price(in_.series.price(model::Zone::kind, in_.digest.zones[z].name));
    }

    void price(const model::PriceRecord* record) {
        if (!record) return;
        const auto means = mean_of(view_, in_.system.horizon(), record->values);
        json_.key("price").numbers(means);
        if (record->low.size() != record->values.size() || record->high.size() != record->values.size()) return;
        const auto low = mean_of(view_, in_.system.horizon(), record->low);
        const auto high = mean_of(view_, in_.system.horizon(), record->high);
        bool differs = false;
        for (std::size_t t = 0; t < low.size(); ++t)
            differs = differs || high[t] - low[t] > 1e-6 * std::max(1.0, high[t]);
        if (differs) json_.key("low").numbers(low).key("high").numbers(high);
    }

    void plant(const PlantRow& row) {
        const bool shifts = shifts_energy(row.kind);
        put("output", values(row.kind, row.name, shifts ? "discharge" : "output"));
        if (row.hours_on) put("on", values(row.kind, row.name, "on"));
        if (row.curtailment_mwh && row.kind != model::RunOfRiver::kind)
            put("curtailment", values(row.kind, row.name, "curtailment"));
    }

    void store(const StoreRow& row) {
        const bool shifts = shifts_energy(row.kind);
        write_series(json_, "level", last_of(view_, values(row.kind, row.name, "level")));
        put("output", values(row.kind, row.name, shifts ? "discharge" : "output"));
        put("charge", values(row.kind, row.name, "charge"));
        put("bypass", values(row.kind, row.name, "bypass"));
    }

    void line(const LineView& line) {
        std::vector<double> flow = line.forward;
        for (std::size_t t = 0; t < flow.size(); ++t) flow[t] -= line.backward[t];
        json_.begin_object();
        put("flow", flow);
        put("capacity", line.capacity);
        put("reverse", line.reverse_capacity);
        json_.end_object();
    }

    void reserve(const model::Reserve& product) {
        put("requirement", values(product.kind, product.name, "requirement"));
        put("shortfall", values(product.kind, product.name, "shortfall"));
        if (const model::PriceRecord* record = in_.series.price(product.kind, product.name))
            put("price", record->values);
        json_.key("provided").begin_object();
        for (std::size_t k = 0; k < in_.digest.styles.size(); ++k)
            write_series(json_, std::to_string(k), provided(product, in_.digest.styles[k].name));
        json_.end_object();
    }

    /// What the plants of a technology hold of a product.
    std::vector<double> provided(const model::Reserve& product, const std::string& technology) const {
        std::vector<double> sum;
        for (const PlantRow& plant : in_.digest.plants) {
            if (plant.technology != technology) continue;
            if (!in_.series.has(plant.kind, plant.name, "reserve_" + product.name)) continue;
            add(sum, mean_of(view_, in_.system.horizon(), values(plant.kind, plant.name, "reserve_" + product.name)));
        }
        return sum;
    }

    JsonText& json_;
    const PageInput& in_;
    const PageSeries& series_;
    const View& view_;
};

}  // namespace

void write_view(JsonText& json, const PageInput& in, const PageSeries& series, const View& view) {
    ViewWriter{json, in, series, view}.write();
}

}  // namespace indus::reports
