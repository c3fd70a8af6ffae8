// SPDX-License-Identifier: Apache-2.0
// A mode of a stage: idle, a product made at a rate, or a batch that runs through once begun. Its stage writes its rows
// (stage.hpp).
//
//   rate_m[t] [units/h] made while in the mode     b_m[t] {0,1} a batch begins     s_m[t] [units] its size
//   fuel_use[t] [GJ] burnt     emissions[t] [tCO2] of it     process_emissions[t] [tCO2] of what it works up: derived
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Fuel;
struct Stage;

struct StageMode {
    std::string name{};
    Reference<Stage> stage{};
    std::string product{};
    WeightedNames input{};
    WeightedNames output{};
    double min_rate_per_h = 0.0;
    double max_rate_per_h = 0.0;
    double power_mw = 0.0;
    double energy_mwh_per_unit = 0.0;
    double heat_mw = 0.0;
    double heat_mwh_per_unit = 0.0;
    Reference<Fuel> fuel{};
    double fuel_gj_per_unit = 0.0;
    double process_emissions_t_per_unit = 0.0;
    double cost_per_unit = 0.0;
    double batch_h = 0.0;
    double batch_units = 0.0;
    std::optional<double> batch_min_units{};
    WeightedNames batch_output_h{};
    Steps batch_mw{};
    Steps batch_heat_mw{};

    static constexpr std::string_view kind = "stage_mode";
    static constexpr std::string_view summary = "A mode of a stage: idle, at a rate, or a batch.";
    static constexpr auto fields = field_list(
        field("name", &StageMode::name, "-", any_number(), required, "Unique name."),
        field("stage", &StageMode::stage, "-", any_number(), required, "Stage it is a mode of."),
        field("product", &StageMode::product, "-", any_number(), optional,
              "What it makes, for changeovers; empty: its outputs tell. Modes with neither (idle) need no changeover."),
        field("input", &StageMode::input, "1", above(0), optional,
              "Stocks it takes from and how much per unit made: 'clinker:0.95 gypsum:0.05'."),
        field("output", &StageMode::output, "1", above(0), optional,
              "Stocks it gives to and how much per unit made (the yield): 'billet:0.92 scrap:0.05'."),
        field("min_rate_per_h", &StageMode::min_rate_per_h, "1/h", at_least(0), optional,
              "Least rate while in the mode."),
        field("max_rate_per_h", &StageMode::max_rate_per_h, "1/h", at_least(0), optional,
              "Largest rate; equal to the least: a level. 0 for idling and batches."),
        field("power_mw", &StageMode::power_mw, "MW", at_least(0), optional,
              "Power while in the mode, whatever the rate."),
        field("energy_mwh_per_unit", &StageMode::energy_mwh_per_unit, "MWh", at_least(0), optional,
              "Energy per unit made, on top."),
        field("heat_mw", &StageMode::heat_mw, "MW", at_least(0), optional, "Heat while in the mode."),
        field("heat_mwh_per_unit", &StageMode::heat_mwh_per_unit, "MWh", at_least(0), optional,
              "Heat per unit made, on top."),
        field("fuel", &StageMode::fuel, "-", any_number(), optional,
              "Fuel it burns, bought at its price or drawn from the fuel_stock that names the stage; empty: none."),
        field("fuel_gj_per_unit", &StageMode::fuel_gj_per_unit, "GJ", at_least(0), optional,
              "Energy of the fuel burnt per unit made; of a batch, evenly over its time."),
        field("process_emissions_t_per_unit", &StageMode::process_emissions_t_per_unit, "tCO2", at_least(0), optional,
              "Carbon dioxide per unit made that is of no fuel: of limestone that is burnt, of electrodes."),
        field("cost_per_unit", &StageMode::cost_per_unit, "money", at_least(0), optional, "Other cost per unit made."),
        field("batch_h", &StageMode::batch_h, "h", at_least(0), optional,
              "Above 0: the mode is a batch that takes so long; whole steps, rounded up. Inputs are taken when it "
              "begins, "
              "outputs are there when it is over."),
        field("batch_units", &StageMode::batch_units, "1", at_least(0), optional,
              "Units made by a batch; with batch_min_units, the most."),
        field("batch_min_units", &StageMode::batch_min_units, "1", at_least(0), optional,
              "Least units of a batch, whose size is then decided; empty: every batch makes batch_units."),
        field("batch_output_h", &StageMode::batch_output_h, "h", above(0), optional,
              "Outputs that are there before the batch is over, and so many hours after its beginning: 'liquor:1.5'; "
              "whole steps, rounded up."),
        field("batch_mw", &StageMode::batch_mw, "h:MW", at_least(0), optional,
              "Power of a batch from so many hours after its beginning on: '0:60 0.5:85 1.5:40'."),
        field("batch_heat_mw", &StageMode::batch_heat_mw, "h:MW", at_least(0), optional,
              "Heat of a batch from so many hours after its beginning on."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation&, int) const {}
    void audit(Audit&, int) const {}

    bool is_batch() const { return batch_h > 0.0; }
    bool decides_size() const { return is_batch() && batch_min_units && *batch_min_units < batch_units; }
    /// Hours after its beginning at which a batch gives this output.
    double hours_to(const std::string& output_name) const;
    /// Mean power of a batch [MW] over `hours` that begin so long after the beginning of the batch.
    double batch_power(double after_h, double hours) const;
    double batch_heat(double after_h, double hours) const;

private:
    void check_carbon(Complaints& complaints) const;
};

}  // namespace indus::model
