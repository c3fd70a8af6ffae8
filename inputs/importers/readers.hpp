// SPDX-License-Identifier: Apache-2.0
// One reader for each format that can be imported. Each fills the case or adds issues; what the file has and no
// component can hold is an issue with the file's own path to it.
#pragma once

#include "inputs/importers/imported_case.hpp"
#include "inputs/importers/json_source.hpp"

namespace indus::inputs {

/// Unit commitment instances of the Power Grid Library (pglib-uc).
void read_pglib_uc(JsonObject& root, const std::string& file, ImportedCase& made);
/// Model data of Egret: unit commitment where there are time keys, DC power flow of one hour otherwise.
void read_egret(JsonObject& root, const std::string& file, ImportedCase& made);
/// UnitCommitment.jl, versions 0.2 to 0.4.
void read_unitcommitment_jl(JsonObject& root, const std::string& file, ImportedCase& made);
/// MATPOWER case files, version 2: DC power flow of one hour.
void read_matpower(std::string_view text, const std::string& file, ImportedCase& made);

}  // namespace indus::inputs
