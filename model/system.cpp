// SPDX-License-Identifier: Apache-2.0
#include "model/system.hpp"

#include <algorithm>

#include "model/completion.hpp"

namespace indus::model {

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
