// SPDX-License-Identifier: Apache-2.0
// MATPOWER cases as a DC power flow of one hour: buses are zones, branches AC lines, generators plants that run.
//
// The flow of a branch of r + jx is that of PowerModels' DCPPowerModel, with which the Power Grid Library publishes its
// values: susceptance x / (r^2 + x^2), taps left out (Coffrin et al. (2018), doi:10.23919/PSCC.2018.8442948).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "inputs/importers/matpower_text.hpp"
#include "inputs/importers/readers.hpp"
#include "inputs/quantities.hpp"

namespace indus::inputs {

namespace {

constexpr double unlimited_mw = 1e6;
constexpr double no_angle_degrees = 360.0;

using Row = std::vector<MatpowerNumber>;

class MatpowerReader {
public:
    MatpowerReader(MatpowerFile values, const std::string& file, ImportedCase& made)
        : values_{std::move(values)}, file_{file}, made_{made} {}

    void read() {
        made_.begin(file_, "", 1.0, 1);
        made_.settings.settings.cost_segments = pieces_of_one_hour;
        check_version();
        base_mva_ = scalar("baseMVA").value_or(100.0);
        for (const Row& row : table("bus", 13, true)) read_bus(row);
        read_generators();
        for (const Row& row : table("branch", 11, true)) read_branch(row);
        for (const Row& row : table("dcline", 17, false)) read_dc_line(row);
        refuse_others();
        add_notes();
    }

private:
    void report(const Place& place, std::string_view found, std::string_view expected) {
        made_.draft.issues.push_back(issue_at(place, "", found, expected));
    }
    void report(const MatpowerNumber& number, std::string_view expected) {
        report(number.place, number_text(number.value), expected);
    }

    MatpowerValue* find(const std::string& name) {
        taken_.insert(name);
        const auto found = values_.find(name);
        return found == values_.end() ? nullptr : &found->second;
    }

    void check_version() {
        const MatpowerValue* version = find("version");
        const auto* text = version ? std::get_if<std::string>(&version->data) : nullptr;
        if (text == nullptr || *text != "2") report(version ? version->place : Place{file_}, "", "mpc.version = '2';");
    }

    std::optional<double> scalar(const std::string& name) {
        const MatpowerValue* value = find(name);
        const auto* number = value ? std::get_if<MatpowerNumber>(&value->data) : nullptr;
        if (number != nullptr && std::isfinite(number->value) && number->value > 0.0) return number->value;
        report(value ? value->place : Place{file_}, "", fmt::format("mpc.{} with a number above 0", name));
        return {};
    }

    /// A matrix of at least `columns` columns of finite numbers (limits may be Inf); without the rows that are none.
    MatpowerMatrix table(const std::string& name, std::size_t columns, bool needed) {
        const MatpowerValue* value = find(name);
        if (value == nullptr && needed) report({file_}, "", fmt::format("a matrix mpc.{}", name));
        if (value == nullptr) return {};
        const auto* matrix = std::get_if<MatpowerMatrix>(&value->data);
        if (matrix == nullptr) {
            report(value->place, "", fmt::format("a matrix mpc.{}", name));
            return {};
        }
        MatpowerMatrix rows;
        for (const Row& row : *matrix) {
            const auto bad =
                std::find_if(row.begin(), row.end(), [](const auto& each) { return std::isnan(each.value); });
            if (row.size() < columns)
                report(row.front().place, fmt::format("{} numbers", row.size()),
                       fmt::format("a row of mpc.{} with at least {}", name, columns));
            else if (bad != row.end())
                report(*bad, "a number");
            else
                rows.push_back(row);
        }
        return rows;
    }

    std::string bus_name(const MatpowerNumber& number) { return number_text(number.value); }

    void read_bus(const Row& row) {
        const std::string name = bus_name(row[0]);
        CaseRow{made_, "zone", row[0].place}.set("name", name);
        if (row[1].value == 4.0) report(row[1], "1, 2 or 3: an isolated bus is no part of the system");
        add_demand("load_bus" + name, name, row[2]);
        add_demand("shunt_bus" + name, name, row[4]);  // its conductance at nominal voltage
    }

    void add_demand(const std::string& name, const std::string& zone, const MatpowerNumber& power) {
        if (power.value == 0.0) return;
        CaseRow{made_, "demand", power.place}
            .set("name", name)
            .set("zone", zone)
            .set("load_mw", power.value)
            .set("level", "sent_out")
            .set("value_of_lost_load_per_mwh", forbidden_cost_per_mwh);
    }

    void read_generators() {
        const MatpowerMatrix generators = table("gen", 10, true);
        const MatpowerMatrix costs = table("gencost", 5, true);
        if (costs.size() != generators.size() && costs.size() != 2 * generators.size()) {
            report({file_}, fmt::format("{} rows of mpc.gencost", costs.size()),
                   fmt::format("one for each of {} rows of mpc.gen, or two", generators.size()));
            return;
        }
        for (std::size_t i = 0; i < generators.size(); ++i) read_generator(i, generators[i], costs[i]);
    }

    void read_generator(std::size_t index, const Row& row, const Row& cost) {
        const std::string name = fmt::format("gen{}_bus{}", index + 1, bus_name(row[0]));
        const MatpowerNumber& most = row[8];
        const MatpowerNumber& least = row[9];
        if (row[7].value <= 0.0) return left_out_.push_back(name);
        if (least.value < 0.0) return read_dispatchable_load(name, row, cost);
        CaseRow plant{made_, "thermal_plant", row[0].place};
        plant.set("name", name)
            .set("zone", bus_name(row[0]))
            .set("capacity_mw", most.value, most.place)
            .set("min_output_mw", least.value, least.place)
            .set("must_run", "yes")
            .set("initial_status_h", 100.0);
        if (const std::string word = technology_of(index); !word.empty()) plant.set("technology", word);
        if (cost[0].value == 1.0)
            set_points(cost, plant);
        else if (cost[0].value == 2.0)
            set_polynomial(cost, plant);
        else
            report(cost[0], "1 for a piecewise linear cost or 2 for a polynomial");
    }

    /// The number of points or coefficients, none where it is no such number or the row is too short.
    std::size_t count_of(const Row& cost, std::size_t numbers_each) {
        const double count = cost[3].value;
        const bool whole = count >= 1.0 && count == std::floor(count) && count < 1e6;
        if (whole && 4 + numbers_each * static_cast<std::size_t>(count) <= cost.size())
            return static_cast<std::size_t>(count);
        report(cost[3], fmt::format("a number of points or coefficients, of which the row has {}",
                                    (cost.size() - 4) / numbers_each));
        return 0;
    }

    void set_points(const Row& cost, CaseRow& plant) {
        std::vector<model::Steps::Step> points;
        const std::size_t count = count_of(cost, 2);
        for (std::size_t i = 0; i < count; ++i) points.push_back({cost[4 + 2 * i].value, cost[5 + 2 * i].value});
        if (count > 0) plant.set("cost_curve_per_h", steps_text(points), cost[4].place);
    }

    void set_polynomial(const Row& cost, CaseRow& plant) {
        const std::size_t count = count_of(cost, 1);
        for (std::size_t i = 0; i < count; ++i) {
            const MatpowerNumber& each = cost[4 + i];
            const std::size_t power = count - 1 - i;
            if (each.value == 0.0) continue;
            if (power > 2)
                report(each, fmt::format("0: a cost of power {} is not taken", power));
            else
                plant.set(power == 2   ? "quadratic_cost_per_mw2h"
                          : power == 1 ? "variable_cost_per_mwh"
                                       : "no_load_cost_per_h",
                          each.value, each.place);
        }
    }

    /// A generator that can only take power: what it would pay is the slope of its cost.
    void read_dispatchable_load(const std::string& name, const Row& row, const Row& cost) {
        const MatpowerNumber& most = row[8];
        const MatpowerNumber& least = row[9];
        if (most.value > 0.0) return report(least, "at least 0, as Pmax is above 0");
        if (most.value < 0.0) return report(most, "0: a least consumption is not taken");
        const std::size_t count = cost[0].value == 2.0 ? count_of(cost, 1) : 0;
        double worth = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            if (count - 1 - i == 1)
                worth = cost[4 + i].value;
            else if (cost[4 + i].value != 0.0)
                return report(cost[4 + i], "0: only a fixed worth of a MWh is taken");
        }
        if (count < 2) return report(cost[0], "2, a polynomial with a linear term, for a load that can be shed");
        CaseRow{made_, "flexible_demand", row[0].place}
            .set("name", name)
            .set("zone", bus_name(row[0]))
            .set("bids_per_mwh", fmt::format("{}:{}", number_text(-least.value), number_text(worth)), least.place);
    }

    std::string technology_of(std::size_t index) {
        const MatpowerValue* value = find("genfuel");
        const auto* words = value ? std::get_if<std::vector<std::string>>(&value->data) : nullptr;
        return words != nullptr && index < words->size() ? (*words)[index] : std::string{};
    }

    void read_branch(const Row& row) {
        const double r = row[2].value;
        const double x = row[3].value;
        const std::string name = fmt::format("branch{}_{}_{}", ++branches_, bus_name(row[0]), bus_name(row[1]));
        CaseRow line{made_, "ac_line", row[0].place};
        line.set("name", name)
            .set("from", bus_name(row[0]))
            .set("to", bus_name(row[1]))
            .set("reactance_pu", r == 0.0 || x == 0.0 ? x : (r * r + x * x) / x, row[3].place)
            .set("base_mva", base_mva_)
            .set("capacity_mw", row[5].value == 0.0 ? unlimited_mw : row[5].value, row[5].place);
        if (row[9].value != 0.0) report(row[9], "0: phase shifts are left out by the flow that is read here");
        if (row[8].value < 0.0) report(row[8], "a ratio of at least 0");
        if (row[10].value == 0.0) line.set("in_service", "no", row[10].place);
        if (row.size() < 13 || (row[11].value == 0.0 && row[12].value == 0.0)) return;
        if (row[11].value > -no_angle_degrees) line.set("min_angle_degrees", row[11].value, row[11].place);
        if (row[12].value < no_angle_degrees) line.set("max_angle_degrees", row[12].value, row[12].place);
    }

    void read_dc_line(const Row& row) {
        const MatpowerNumber& least = row[9];
        const MatpowerNumber& most = row[10];
        const MatpowerNumber& fixed_loss = row[15];
        const MatpowerNumber& loss = row[16];
        const std::string name = fmt::format("dcline{}_{}_{}", ++dc_lines_, bus_name(row[0]), bus_name(row[1]));
        if (fixed_loss.value != 0.0) report(fixed_loss, "0: a loss that does not depend on the flow is not taken");
        if (least.value > 0.0) report(least, "at most 0: a least flow is not taken");
        if (loss.value != 0.0 && least.value < 0.0)
            report(loss, "0, as the flow can turn: its loss would turn into a gain");
        CaseRow line{made_, "line", row[0].place};
        line.set("name", name)
            .set("from", bus_name(row[0]))
            .set("to", bus_name(row[1]))
            .set("technology", "hvdc")
            .set("capacity_mw", most.value, most.place)
            .set("reverse_capacity_mw", std::max(0.0, -least.value), least.place);
        if (loss.value != 0.0) line.set("loss_share", loss.value, loss.place);
        if (row[2].value == 0.0) line.set("in_service", "no", row[2].place);
    }

    void refuse_others() {
        find("areas");     // prices of areas, of old versions
        find("bus_name");  // buses are known by their numbers
        find("gentype");   // a word beside the fuel
        find("genfuel");
        for (const auto& [name, value] : values_)
            if (!taken_.contains(name)) report(value.place, "mpc." + name, "a member that this reader knows");
    }

    void add_notes() {
        made_.notes.push_back(
            "One hour, in which every generator in service runs; reactive power and voltages have no part in it.");
        made_.notes.push_back(fmt::format(
            "Flows are those of PowerModels' DCPPowerModel: the susceptance of a branch is x / (r^2 + x^2), its tap is "
            "left out. Quadratic costs are cut into {} pieces. Demand must be met there; here a MWh not served costs "
            "{}.",
            pieces_of_one_hour, forbidden_cost_per_mwh));
        for (const std::string& name : left_out_) made_.notes.push_back(name + " is out of service and left out.");
    }

    MatpowerFile values_;
    const std::string& file_;
    ImportedCase& made_;
    std::set<std::string> taken_;
    std::vector<std::string> left_out_;
    double base_mva_ = 100.0;
    int branches_ = 0;
    int dc_lines_ = 0;
};

}  // namespace

void read_matpower(std::string_view text, const std::string& file, ImportedCase& made) {
    MatpowerFile values = parse_matpower(file, text, made.draft.issues);
    if (!made.draft.issues.empty()) return;  // what could not be read would only be missed again
    MatpowerReader{std::move(values), file, made}.read();
}

}  // namespace indus::inputs
