// SPDX-License-Identifier: Apache-2.0
// The parts of a file of UnitCommitment.jl, each read by a file of its own.
#pragma once

#include "inputs/importers/readers.hpp"

namespace indus::inputs::unitcommitment_jl {

struct Context {
    ImportedCase& made;
    double balance_penalty = 1000.0;      ///< of a MW missing at a bus for an hour
    std::vector<std::string> reserves{};  ///< names of the products
};

void read_generator(JsonObject& generator, Context& context);
void read_storage(JsonObject& storage, Context& context);

}  // namespace indus::inputs::unitcommitment_jl
