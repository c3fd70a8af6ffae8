// SPDX-License-Identifier: Apache-2.0
// Files of other tools, read as a case: for a run of the file itself, or to be written as a case folder.
//
//     const LoadedCase loaded = read_file("case5.m");
//     const std::vector<Issue> issues = import_file("case5.m", "matpower", "inputs/cases/five-buses");
//
// Formats (plain, or compressed by gzip):
//   matpower           MATPOWER case, version 2: DC power flow of one hour
//   egret              Egret model data: unit commitment, or DC power flow of one hour
//   unitcommitment-jl  UnitCommitment.jl
//   pglib-uc           Power Grid Library, unit commitment
#pragma once

#include "inputs/read_case.hpp"

namespace indus::inputs {

const std::vector<std::string>& import_formats();

/// As read_case of the folder that import_file would write. An empty format: recognised by what the file holds.
LoadedCase read_file(const std::filesystem::path& path, const std::string& format = {},
                     const ReadOptions& options = {});

/// Writes the case folder, or nothing and tells what is wrong.
std::vector<Issue> import_file(const std::filesystem::path& path, const std::string& format,
                               const std::filesystem::path& folder);

}  // namespace indus::inputs
