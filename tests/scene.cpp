// SPDX-License-Identifier: Apache-2.0
#include "tests/scene.hpp"

#include <stdexcept>

namespace indus::tests {

Scene::Scene(int step_count, double step_hours) {
    data.settings.name = "scene";
    data.horizon = Horizon::uniform(monday(), step_hours, step_count);
    data.list<Zone>().push_back({.name = "zone"});
}

Scene& Scene::demand(std::vector<double> load_mw, std::string zone, double value_per_mwh) {
    Demand demand;
    demand.name = "load_" + zone;
    demand.zone.name = std::move(zone);
    demand.load_mw = Profile{std::move(load_mw)};
    demand.value_of_lost_load_per_mwh.steps = {{0.0, value_per_mwh}};
    return add(std::move(demand));
}

Scene& Scene::reserve(double requirement_mw, double response_minutes, double sustain_h) {
    Reserve product;
    product.name = "up";
    product.requirement_mw = requirement_mw;
    product.response_minutes = response_minutes;
    product.sustain_h = sustain_h;
    return add(std::move(product));
}

System Scene::system() const {
    auto made = System::create(data);
    if (const auto* issues = std::get_if<std::vector<Issue>>(&made))
        throw std::logic_error(fmt::format("the scene is not valid: {}", to_string(issues->front())));
    return std::get<System>(std::move(made));
}

std::vector<std::string> Scene::issues() const {
    std::vector<std::string> texts;
    auto made = System::create(data);
    if (const auto* issues = std::get_if<std::vector<Issue>>(&made))
        for (const Issue& each : *issues) texts.push_back(to_string(each));
    return texts;
}

Solution Scene::solve(double gap) const {
    Solution solution = dispatch(system(), {.run = {.gap = gap, .time_limit_seconds = 60.0}});
    EXPECT_TRUE(solution.has_solution()) << solution.outcome << ": " << solution.explanation;
    if (!solution.has_solution()) return solution;
    EXPECT_TRUE(solution.certificate.feasible) << solution.certificate.worst_row;
    EXPECT_LE(*solution.certificate.bound,
              *solution.certificate.cost + 1e-6 * std::max(1.0, std::abs(*solution.certificate.cost)));
    for (const Finding& each : solution.findings)
        ADD_FAILURE() << "audit: " << each.kind << " " << each.owner << " at step " << each.step << ": " << each.what;
    return solution;
}

std::vector<double> series(const Solution& solution, std::string_view owner, std::string_view quantity) {
    const SeriesRecord* found = solution.find(owner, quantity);
    if (!found) ADD_FAILURE() << "no series " << quantity << " of " << owner;
    return found ? found->values : std::vector<double>{};
}

std::vector<double> price(const Solution& solution, std::string_view zone) {
    for (const PriceRecord& each : solution.prices)
        if (each.owner == zone) return each.values;
    ADD_FAILURE() << "no price of " << zone;
    return {};
}

void expect_near(const std::vector<double>& values, const std::vector<double>& expected, double within) {
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t t = 0; t < expected.size(); ++t) EXPECT_NEAR(values[t], expected[t], within) << "at step " << t;
}

}  // namespace indus::tests
