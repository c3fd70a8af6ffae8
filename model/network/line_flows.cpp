// SPDX-License-Identifier: Apache-2.0
#include "model/network/line_flows.hpp"

#include <fmt/format.h>

namespace indus::model {

void note_flow(Formulation& f, std::string_view kind, const std::string& name, int t, const Expression& flow) {
    if (f.system().all<Interface>().empty()) return;
    auto& kept = f.shared<LineFlows>().flows[fmt::format("{}/{}", kind, name)];
    kept.resize(static_cast<std::size_t>(f.horizon().step_count()));
    kept[static_cast<std::size_t>(t)] = flow;
}

const std::vector<Expression>* noted_flow(Formulation& f, std::string_view kind, const std::string& name) {
    const auto& flows = f.shared<LineFlows>().flows;
    const auto found = flows.find(fmt::format("{}/{}", kind, name));
    return found == flows.end() ? nullptr : &found->second;
}

}  // namespace indus::model
