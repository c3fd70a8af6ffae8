// SPDX-License-Identifier: Apache-2.0
#include "tests/model/spoilt.hpp"

namespace indus::tests {

Spoilt::Spoilt(Scene scene) : scene_{std::move(scene)}, solution_{scene_.solve()} {}

Spoilt& Spoilt::set(std::string_view owner, std::string_view quantity, std::vector<double> values) {
    for (SeriesRecord& each : solution_.series)
        if (each.owner == owner && each.quantity == quantity) {
            each.values = std::move(values);
            return *this;
        }
    ADD_FAILURE() << "no series " << quantity << " of " << owner;
    return *this;
}

Spoilt& Spoilt::set_cost(std::string_view category, double amount) {
    for (CostRecord& each : solution_.costs)
        if (each.category == category) each.amount = amount;
    return *this;
}

Spoilt& Spoilt::drop(std::string_view owner, std::string_view quantity) {
    std::erase_if(solution_.series,
                  [&](const SeriesRecord& each) { return each.owner == owner && each.quantity == quantity; });
    return *this;
}

Spoilt& Spoilt::add(std::string kind, std::string owner, std::string quantity, std::vector<double> values) {
    solution_.series.push_back({std::move(kind), std::move(owner), std::move(quantity), "MW", true, std::move(values)});
    return *this;
}

std::vector<std::string> Spoilt::findings() const {
    std::vector<std::string> texts;
    for (const Finding& each : audit(scene_.system(), solution_).findings)
        texts.push_back(each.step < 0 ? fmt::format("{}: {}", each.owner, each.what)
                                      : fmt::format("{} at {}: {}", each.owner, each.step, each.what));
    return texts;
}

}  // namespace indus::tests
