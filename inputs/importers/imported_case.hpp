// SPDX-License-Identifier: Apache-2.0
// A case that a reader of a foreign format makes: the same draft that tables of a case folder become, every value
// with the place in the file that it came from.
//
//     CaseRow{made, "thermal_plant", place}.set("name", "G1").set("capacity_mw", 200.0);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inputs/case_settings.hpp"
#include "inputs/draft.hpp"

namespace indus::inputs {

/// A number that holds at every step, or one for each.
struct Amount {
    std::vector<double> values{};
    double at(std::size_t step) const { return values.size() == 1 ? values.front() : values.at(step); }
    bool varies() const;
    double largest() const;
    double smallest() const;
};

struct ImportedCase {
    Draft draft{};  ///< its series are all in `draft.data.series`
    SettingsDraft settings{};
    std::vector<std::string> notes{};  ///< what the file leaves open and how it was taken, a sentence each

    /// Names the case after a file and sets the horizon; `steps` of `step_hours`.
    void begin(std::string_view file_name, std::string_view title, double step_hours, std::size_t steps);
    std::size_t steps = 1;
};

/// One component in the making.
class CaseRow {
public:
    CaseRow(ImportedCase& made, std::string_view kind, Place place);
    CaseRow& set(std::string_view field, std::string_view text) { return set(field, text, place_); }
    CaseRow& set(std::string_view field, std::string_view text, const Place& place);
    CaseRow& set(std::string_view field, const char* text) { return set(field, std::string_view{text}, place_); }
    CaseRow& set(std::string_view field, double number) { return set(field, number, place_); }
    CaseRow& set(std::string_view field, double number, const Place& place);
    /// A series of its own where the amount varies.
    CaseRow& set(std::string_view field, const Amount& amount) { return set(field, amount, place_); }
    CaseRow& set(std::string_view field, const Amount& amount, const Place& place);
    /// A series even where it does not vary, where a number would mean something else.
    CaseRow& set_series(std::string_view field, const Amount& amount, const Place& place);
    /// Takes the field as unusable, which was reported: rules across the row's fields are not looked at.
    CaseRow& fail(std::string_view field);

private:
    ImportedCase& made_;
    const KindPort& kind_;
    int row_;
    Place place_;
};

/// "0:400 100:700".
std::string steps_text(const std::vector<model::Steps::Step>& steps);

/// Cost of what a format forbids and the engine prices: a MWh not served, or not taken where it must be.
inline constexpr double forbidden_cost_per_mwh = 100'000.0;

/// Pieces of a quadratic cost where a format has the curve itself and one hour alone is asked for.
inline constexpr int pieces_of_one_hour = 4000;

/// Reserve that only the capacity and the ramp of a step limit, not a time in which it must be there.
inline constexpr double unlimited_response_minutes = 6000.0;

/// Power that must be taken between two limits at no cost, as a plant of `kind` (solar_plant or wind_plant).
struct FreePower {
    std::string_view kind{};
    std::string name{};
    std::string zone{};
    Amount least{};
    Amount most{};
    double cost_per_mwh = 0.0;
    Place place{};
};
/// One plant, or two where a part must be taken and the rest need not.
void add_free_power(ImportedCase& made, const FreePower& power);

/// Issues where a name cannot stand in a list of names.
bool fits_name_list(std::string_view name, const Place& place, std::vector<Issue>& issues);

}  // namespace indus::inputs
