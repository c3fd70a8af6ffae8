// SPDX-License-Identifier: Apache-2.0
#include "model/system.hpp"

#include <algorithm>

#include "model/completion.hpp"

namespace indus::model {

SystemData::SystemData() = default;
SystemData::SystemData(const SystemData&) = default;
SystemData::SystemData(SystemData&&) noexcept = default;
SystemData& SystemData::operator=(const SystemData&) = default;
SystemData& SystemData::operator=(SystemData&&) noexcept = default;
SystemData::~SystemData() = default;

System::System(SystemData data) : data_{std::make_shared<const SystemData>(std::move(data))} {}

std::variant<System, std::vector<Issue>> System::create(SystemData data) {
    if (data.settings.title.empty()) data.settings.title = data.settings.name;
    std::vector<Issue> issues = complete(data);
    if (!issues.empty()) return issues;
    return System{std::move(data)};
}

double System::carbon_price(int t) const {
    double sum = 0.0;
    for (const Policy& policy : all<Policy>()) sum += policy.carbon_price_per_t[t];
    return sum;
}

}  // namespace indus::model
