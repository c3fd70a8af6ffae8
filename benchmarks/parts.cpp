// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "benchmarks/systems.hpp"
#include "inputs/read_case.hpp"
#include "model/answers/block_oracles.hpp"
#include "model/formulation.hpp"
#include "solver/column_generation.hpp"
#include "solver/mps_reader.hpp"
#include "solver/mps_text.hpp"

namespace indus::bench {

namespace {

using Work = std::function<void()>;

/// The compiler may not leave out what nobody reads.
void keep(const auto& value) { asm volatile("" : : "m"(value) : "memory"); }

Work read_case() {
    const auto folder = std::filesystem::path{INDUS_SOURCE_DIR} / "inputs/cases/pakistan";
    return [folder] { keep(inputs::read_case(folder).system.has_value()); };
}

Work read_mps() {
    const model::System system = system_named("kazarlis:20");
    auto text = std::make_shared<const std::string>(solver::to_mps_text(model::build(system)->program()));
    return [text] { keep(solver::read_mps_text(*text, "kazarlis.mps").program.has_value()); };
}

Part build_program(const std::string& system_name) {
    return {.name = "build_program/" + system_name, .prepare = [system_name]() -> Work {
                auto system = std::make_shared<const model::System>(system_named(system_name));
                return [system] { keep(model::build(*system)->program().row_count()); };
            }};
}

/// A system with its program, taken apart at prices.
struct Priced {
    model::System system;
    std::unique_ptr<model::Formulation> formulation = model::build(system);
    solver::PricedBlocks blocks{formulation->program(), model::block_oracles(*formulation)};

    explicit Priced(const std::string& name) : system{system_named(name)} {}
};

/// Where each hour's power comes from when plants serve it in the order of their costs: what the last of them costs.
std::vector<double> merit_order_prices(const model::System& system) {
    std::vector<std::pair<double, double>> plants;  // cost per MWh and capacity [MW]
    for (const auto& each : system.all<model::ThermalPlant>())
        plants.emplace_back(each.variable_cost_per_mwh + each.no_load_cost_per_h / each.capacity_mw, each.capacity_mw);
    std::sort(plants.begin(), plants.end());
    std::vector<double> made;
    for (int t = 0; t < system.horizon().step_count(); ++t) {
        double open_mw = 0.0;
        for (const auto& each : system.all<model::Demand>())
            open_mw += each.load_mw.values[static_cast<std::size_t>(t)];
        double price = 0.0;
        for (const auto& [cost, capacity_mw] : plants) {
            if (open_mw <= 0.0) break;
            price = cost;
            open_mw -= capacity_mw;
        }
        made.push_back(price);
    }
    return made;
}

/// What the columns of a block cost where a zone pays the merit order's price for power, and a tenth of it for reserve.
std::vector<double> costs_at_merit_order(const Priced& priced, int block) {
    const solver::Program& program = priced.formulation->program();
    const std::vector<double> of_step = merit_order_prices(priced.system);
    std::vector<double> prices(static_cast<std::size_t>(program.row_count()), 0.0);
    for (int i = 0; i < program.row_count(); ++i) {
        if (!program.is_linking(i)) continue;
        const bool is_balance =
            program.row_lower()[static_cast<std::size_t>(i)] == program.row_upper()[static_cast<std::size_t>(i)];
        prices[static_cast<std::size_t>(i)] =
            (is_balance ? 1.0 : 0.1) * of_step[static_cast<std::size_t>(program.row_position(i))];
    }
    return priced.blocks.priced_costs(block, prices);
}

/// Unit number `unit` of a random fleet answers over so many hours. The first ones are coal with ramps that bind, the
/// last ones oil without.
Part unit_program(const std::string& kind, int unit, int hours) {
    return {.name = fmt::format("unit_program/{}_{}h", kind, hours), .prepare = [unit, hours]() -> Work {
                auto priced = std::make_shared<Priced>(fmt::format("random:7:{}:1:7", hours));
                const int block = priced->blocks.answering().at(static_cast<std::size_t>(unit));
                auto costs = std::make_shared<const std::vector<double>>(costs_at_merit_order(*priced, block));
                return [priced, block, costs] { keep(priced->blocks.ask(block, {}, *costs).bound); };
            }};
}

/// A master that has come some way: its next round is a solve with new points and the answers to its prices.
struct Underway {
    Priced priced;
    solver::ColumnMaster master{priced.blocks};

    explicit Underway(const std::string& name) : priced{name} {
        solver::find_prices(master, {.relative_gap = 0.01});
        add_answers();
    }
    void add_answers() {
        std::vector<double> prices = master.prices();
        priced.blocks.make_usable(prices);
        std::vector<solver::OracleAnswer> answers = priced.blocks.ask(prices);
        keep(priced.blocks.bound_at(prices, answers));
        master.add_points(std::move(answers));
    }
};

Part master_round(const std::string& system_name) {
    return {.name = "master_round/" + system_name,
            .prepare = [system_name]() -> Work {
                auto underway = std::make_shared<Underway>(system_name);
                return [underway] {
                    if (!underway->master.solve({}, solver::Simplex::primal))
                        throw std::runtime_error("the master program was not solved");
                    underway->add_answers();
                };
            },
            .once = true};
}

}  // namespace

const std::vector<Part>& all_parts() {
    static const std::vector<Part> parts{{.name = "read_case/pakistan", .prepare = read_case},
                                         {.name = "read_mps/kazarlis:20", .prepare = read_mps},
                                         build_program("pakistan:24"),
                                         build_program("pakistan:168"),
                                         build_program("random:100:48:1:7"),
                                         unit_program("ramps", 0, 48),
                                         unit_program("ramps", 0, 8760),
                                         unit_program("no_ramps", 6, 8760),
                                         master_round("random:100:48:1:7"),
                                         master_round("random:200:48:1:7")};
    return parts;
}

const Part& part_named(std::string_view name) {
    std::string known;
    for (const Part& each : all_parts()) {
        if (each.name == name) return each;
        known += (known.empty() ? "" : ", ") + each.name;
    }
    throw std::runtime_error(fmt::format("no part is named '{}'; expected one of {}", name, known));
}

}  // namespace indus::bench
