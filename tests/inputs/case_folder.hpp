// SPDX-License-Identifier: Apache-2.0
// A tiny case folder that a test writes, spoils and reads: two zones, a plant, a demand with a series,
// four hours of Monday 13 January 2025.
//
//     CaseFolderOnDisk folder;
//     folder.write("zone.csv", "nmae\nnorth\n");
//     EXPECT_THAT(folder.messages(), ElementsAre("zone.csv:1:1: found 'nmae', ..."));
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/read_case.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {

using testing::ElementsAre;
using testing::IsEmpty;

class CaseFolderOnDisk : public TemporaryFolder {
public:
    CaseFolderOnDisk() {
        write("case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n");
        write("zone.csv", "name\nnorth\nsouth\n");
        write("thermal_plant.csv", "name,zone,capacity_mw,min_output_mw\nhub_1,north,660,300\nhub_2,north,660,300\n");
        write("demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,400\n");
        write("series/load.csv",
              "time,load\n2025-01-13 00:00,10\n2025-01-13 01:00,20\n2025-01-13 02:00,30\n2025-01-13 03:00,40\n");
    }

    inputs::LoadedCase read(const inputs::ReadOptions& options = {}) const {
        return inputs::read_case(path(), options);
    }

    /// All that is wrong with the case, as a user sees it.
    std::vector<std::string> messages(const inputs::ReadOptions& options = {}) const {
        const inputs::LoadedCase loaded = read(options);
        EXPECT_EQ(loaded.system.has_value(), loaded.issues.empty());
        std::vector<std::string> texts;
        for (const inputs::Issue& issue : loaded.issues) texts.push_back(to_string(issue));
        return texts;
    }

    /// The system, of a case that must be good.
    model::System system(const inputs::ReadOptions& options = {}) const {
        const inputs::LoadedCase loaded = read(options);
        for (const inputs::Issue& issue : loaded.issues) ADD_FAILURE() << to_string(issue);
        if (!loaded.system) throw std::runtime_error("the case is not good");
        return *loaded.system;
    }
};

}  // namespace indus::tests
