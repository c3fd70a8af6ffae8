// SPDX-License-Identifier: Apache-2.0
// What a stage burns and what its materials emit.
#include "model/components/works/stage_rows.hpp"

namespace indus::model {

void StageRows::emit(const Mode& mode) {
    const StageMode& is = mode.is;
    if (!is.fuel.is_set() && is.process_emissions_t_per_unit == 0.0) return;
    const Desk d = f_.desk_in(is, works_.block(f_.program(), p_.process.index));
    for (int t = 0; t < time_.step_count(); ++t) {
        const Expression made = time_.hours(t) * Expression{mode.makes[static_cast<std::size_t>(t)]};
        d.draw_fuel(is.fuel, process_.zone, t, is.fuel_gj_per_unit * Expression{made}, p_.name);
        if (is.process_emissions_t_per_unit > 0.0)
            d.emit(process_.zone, t, is.process_emissions_t_per_unit * Expression{made}, "process_emissions");
    }
}

}  // namespace indus::model
