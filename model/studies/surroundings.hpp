// SPDX-License-Identifier: Apache-2.0
// What surrounds a zone at one step of a solution: where more power could have come from, and what kept it away.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/fuel_want.hpp"
#include "model/solution_values.hpp"
#include "model/system.hpp"

namespace indus::model {

struct NamedPower {
    std::string name{};
    double mw = 0.0;
};

struct Surroundings {
    std::set<int> reachable{};              ///< zones that could send more to here
    std::vector<NamedPower> full_lines{};   ///< lines into them that carry all they can
    std::vector<NamedPower> lines_out{};    ///< lines to and from them that are out of service, with what they'd carry
    std::vector<NamedPower> full_meters{};  ///< meters into them that let in all they can
    std::vector<NamedPower> meters_out{};   ///< meters with load-shedding or an outage, and what is out of them
    std::vector<NamedPower> off_plants{};   ///< plants within reach that are off
    std::vector<NamedPower> out_plants{};   ///< plants within reach in an outage, and what is out of them
    /// Plants within reach whose stock was short of fuel, and what they missed, by stock.
    std::map<std::string, std::vector<NamedPower>> fuel_less{};
    std::vector<NamedPower> spare_plants{};  ///< those within reach that could give more without touching reserve
    double reserve_mw = 0.0;                 ///< held by plants within reach
    bool any_plant = false;                  ///< whether a thermal plant that could run is within reach
    bool mesh_is_full = false;               ///< whether an AC line among zones within reach is full
};

class Neighbourhood {
public:
    /// Refers to both, which must outlive it.
    Neighbourhood(const System& system, const Solution& solution);

    Surroundings around(int zone, int t) const;
    const SolutionValues& values() const { return values_; }

private:
    struct Walk {
        Surroundings found{};
        std::vector<int> open{};
        void reach(int zone);
    };
    bool inside(std::string_view line_name, const std::set<int>& zones) const;
    bool mesh_is_full(const Surroundings& s, int t) const;
    template <class AnyLine>
    void follow(const AnyLine& line, int here, int t, Walk& walk) const;
    void follow_meter(std::size_t meter, int here, int t, Walk& walk) const;
    void plants(Surroundings& s, int t) const;
    void plant(const ThermalPlant& p, Surroundings& s, int t) const;
    bool ramp_limited(const ThermalPlant& p, int t) const;

    const System& system_;
    SolutionValues values_;
    FuelWant fuel_want_;
    std::vector<std::vector<double>> meter_available_;  ///< by meter and step
};

}  // namespace indus::model
