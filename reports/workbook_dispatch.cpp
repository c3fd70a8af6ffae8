// SPDX-License-Identifier: Apache-2.0
// Power by technology and prices over time: what the charts draw, and a table for pivots.
#include <algorithm>

#include "reports/page_series.hpp"
#include "reports/workbook_sheets.hpp"

namespace indus::reports {

namespace {

struct Layer {
    std::string title{};
    std::string colour{};
    bool is_stacked = true;  ///< part of the supply; otherwise only in the table
    std::vector<double> values{};
};

bool is_zero(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double each) { return each == 0.0; });
}

class Dispatch {
public:
    Dispatch(const PageInput& in, Book& book) : in_{in}, book_{book}, view_{make_view(in)}, series_{page_series(in)} {}

    DispatchRanges write() {
        write_system();
        write_zones();
        write_prices();
        return std::move(ranges_);
    }

private:
    static View make_view(const PageInput& in) {
        const model::Horizon& horizon = in.system.horizon();
        return shows_days(in) ? View::of_days(horizon, 1, "", "day") : View::of_steps(0, horizon.step_count(), "");
    }
    /// Zeros for an empty series.
    std::vector<double> seen(const std::vector<double>& values) const {
        if (values.empty()) return std::vector<double>(view_.cells.size(), 0.0);
        return mean_of(view_, in_.system.horizon(), values);
    }
    std::string title(std::string_view name) const {
        return std::string{name} + (shows_days(in_) ? ", mean of the day [MW]" : " [MW]");
    }

    /// All that goes in and out of a zone.
    std::vector<Layer> layers(const ZonePower& zone, bool with_lines) const {
        std::vector<Layer> all;
        for (std::size_t i = 0; i < in_.digest.styles.size(); ++i)
            all.push_back({in_.digest.styles[i].label, in_.digest.styles[i].light, true, seen(zone.generation[i])});
        if (with_lines) all.push_back({"From other zones", "#b8c2cc", true, seen(zone.import)});
        all.push_back({"Not served", "#c0392b", true, seen(zone.unserved)});
        all.push_back({"Demand", "", false, seen(zone.demand)});
        all.push_back({"Charging", "", false, seen(zone.charge)});
        if (with_lines) all.push_back({"To other zones", "", false, seen(zone.exported)});
        all.push_back({"Surplus", "", false, seen(zone.surplus)});
        return all;
    }

    ZonePower sum_of_zones() const {
        ZonePower sum = series_.zones.at(0);
        for (std::size_t z = 1; z < series_.zones.size(); ++z) {
            const ZonePower& zone = series_.zones[z];
            for (std::size_t i = 0; i < sum.generation.size(); ++i) add(sum.generation[i], zone.generation[i]);
            add(sum.demand, zone.demand);
            add(sum.unserved, zone.unserved);
            add(sum.charge, zone.charge);
            add(sum.surplus, zone.surplus);
        }
        return sum;
    }

    void write_system() {
        if (series_.zones.empty()) return;
        std::vector<Layer> all = layers(sum_of_zones(), false);
        all.push_back({"Lost on lines", "", false, seen(series_.line_losses)});
        std::erase_if(all, [](const Layer& layer) { return is_zero(layer.values); });
        Sheet& sheet = book_.add_sheet("Dispatch");
        sheet.text("Time", Look::header);
        for (const Layer& layer : all) sheet.text(title(layer.title), Look::header);
        sheet.end_row();
        sheet.freeze_above();
        for (std::size_t c = 0; c < view_.cells.size(); ++c) write_cell(sheet, c, all);
        sheet.filter(0, static_cast<int>(all.size()) + 1);
        add_stack("All zones", sheet, 1, 0, all);
    }

    /// Zones one below the other, with the same columns.
    void write_zones() {
        std::vector<std::vector<Layer>> zones;
        for (const ZonePower& zone : series_.zones) zones.push_back(layers(zone, true));
        if (zones.size() < 2) return;
        for (std::size_t i = zones[0].size(); i-- > 0;)
            if (std::all_of(zones.begin(), zones.end(), [&](const auto& zone) { return is_zero(zone[i].values); }))
                for (auto& zone : zones) zone.erase(zone.begin() + static_cast<std::ptrdiff_t>(i));
        Sheet& sheet = book_.add_sheet("Dispatch by zone");
        sheet.text("Zone", Look::header).text("Time", Look::header);
        for (const Layer& layer : zones[0]) sheet.text(title(layer.title), Look::header);
        sheet.end_row();
        sheet.freeze_above();
        for (std::size_t z = 0; z < zones.size(); ++z) {
            const int first = sheet.row();
            for (std::size_t c = 0; c < view_.cells.size(); ++c) {
                sheet.text(in_.digest.zones[z].title);
                write_cell(sheet, c, zones[z]);
            }
            add_stack(in_.digest.zones[z].title, sheet, first, 1, zones[z]);
        }
        sheet.filter(0, static_cast<int>(zones[0].size()) + 2);
    }

    void write_cell(Sheet& sheet, std::size_t cell, const std::vector<Layer>& all) const {
        sheet.time(in_.system.horizon().start(view_.cells[cell].first));
        for (const Layer& layer : all) sheet.number(layer.values[cell], Look::tenth);
        sheet.end_row();
    }

    /// Of the rows from `first` on, whose layers stand right of the time.
    void add_stack(const std::string& name, const Sheet& sheet, int first, int time_column,
                   const std::vector<Layer>& all) {
        const int last = first + static_cast<int>(view_.cells.size()) - 1;
        DispatchRanges::Stack stack{name, {sheet.name(), time_column, first, last}, {}};
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].is_stacked || is_zero(all[i].values)) continue;
            const int column = time_column + 1 + static_cast<int>(i);
            stack.layers.push_back({all[i].title, {sheet.name(), column, first, last}, all[i].colour});
        }
        ranges_.stacks.push_back(std::move(stack));
    }

    /// A column of prices with the title of what has them.
    using Priced = std::vector<std::pair<std::string, std::vector<double>>>;

    template <class Rows>
    Priced priced(std::string_view kind, const Rows& rows, std::string Rows::value_type::*title) const {
        Priced found;
        for (const auto& row : rows)
            if (const model::PriceRecord* price = in_.series.price(kind, row.name))
                if (price->values.size() == static_cast<std::size_t>(in_.series.step_count()))
                    found.emplace_back(row.*title, seen(price->values));
        return found;
    }

    void write_prices() {
        const Priced zones = priced(model::Zone::kind, in_.digest.zones, &ZoneRow::title);
        if (const Sheet* sheet = write_price_sheet("Zone prices", zones)) {
            const int last = sheet->row() - 1;
            ranges_.price_times = {sheet->name(), 0, 1, last};
            for (std::size_t i = 0; i < zones.size(); ++i)
                ranges_.prices.push_back({zones[i].first, {sheet->name(), static_cast<int>(i) + 1, 1, last}, ""});
        }
        write_price_sheet("Heat prices", priced(model::HeatNode::kind, in_.digest.heat_nodes, &HeatNodeRow::name));
    }

    /// Null where nothing has a price.
    const Sheet* write_price_sheet(const std::string& name, const Priced& columns) {
        if (columns.empty()) return nullptr;
        Sheet& sheet = book_.add_sheet(name);
        sheet.text("Time", Look::header);
        const std::string when = shows_days(in_) ? ", mean of the day" : "";
        for (const auto& [title, values] : columns)
            sheet.text(header_text(title + when, "money/MWh", in_), Look::header);
        sheet.end_row();
        sheet.freeze_above();
        for (std::size_t c = 0; c < view_.cells.size(); ++c) {
            sheet.time(in_.system.horizon().start(view_.cells[c].first));
            for (const auto& [title, values] : columns) sheet.number(values[c], Look::hundredth);
            sheet.end_row();
        }
        sheet.filter(0, static_cast<int>(columns.size()) + 1);
        return &sheet;
    }

    const PageInput& in_;
    Book& book_;
    View view_;
    PageSeries series_;
    DispatchRanges ranges_;
};

}  // namespace

DispatchRanges write_dispatch_sheets(const PageInput& in, Book& book) { return Dispatch{in, book}.write(); }

}  // namespace indus::reports
