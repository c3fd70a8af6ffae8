// SPDX-License-Identifier: Apache-2.0
#include "reports/manifest.hpp"

#include "reports/record_json.hpp"

namespace indus::reports {

std::string manifest_json(const model::System& system, const model::Solution& solution, const RunInfo& info,
                          const std::vector<StagedFolder::File>& files) {
    nlohmann::ordered_json json;
    json["format"] = "indus-results";
    json["version"] = info.version;
    json["case"] = system.settings().name;
    json["scenario"] = system.settings().scenario;
    json["command"] = info.command;
    json["options"] = record_json(solution.options);
    json["started_utc"] = info.started_utc;
    json["seconds"] = json_of(solution.seconds);
    json["host"] = info.host;
    json["libraries"] = info.libraries;
    json["inputs"] = nlohmann::ordered_json::array();
    for (const RunInfo::File& file : info.inputs)
        json["inputs"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    json["results"] = nlohmann::ordered_json::array();
    for (const StagedFolder::File& file : files)
        json["results"].push_back({{"file", file.name}, {"bytes", file.bytes}});
    return pretty(json);
}

}  // namespace indus::reports
