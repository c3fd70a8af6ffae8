// SPDX-License-Identifier: Apache-2.0
#include "model/answers/block_oracles.hpp"

#include <map>

#include "model/all_components.hpp"
#include "solver/blocks.hpp"

namespace indus::model {

namespace {

using Owner = std::pair<std::string_view, std::string_view>;  // kind and name

/// The series of each component, which follow each other.
std::map<Owner, std::span<const DecisionSeries>> series_by_owner(const Formulation& formulation) {
    std::map<Owner, std::span<const DecisionSeries>> made;
    const std::vector<DecisionSeries>& all = formulation.decisions();
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        const Owner owner{all[begin].kind, all[begin].owner};
        while (end < all.size() && Owner{all[end].kind, all[end].owner} == owner) ++end;
        made.emplace(owner, std::span{all}.subspan(begin, end - begin));
    }
    return made;
}

}  // namespace

std::vector<std::unique_ptr<solver::BlockOracle>> block_oracles(const Formulation& formulation) {
    const solver::Program& program = formulation.program();
    std::vector<std::unique_ptr<solver::BlockOracle>> made(static_cast<std::size_t>(program.block_count()));
    const auto series = series_by_owner(formulation);
    for_each_kind([&]<class Component>() {
        if constexpr (answering_component<Component>)
            for (const Component& each : formulation.system().all<Component>()) {
                const auto own = series.find({Component::kind, each.name});
                if (own == series.end()) continue;
                const solver::Block block = program.block_of_column(own->second.front().first_column);
                if (block != solver::linking)
                    made[static_cast<std::size_t>(block.index)] = each.answer(formulation, own->second);
            }
    });
    return made;
}

bool are_searched_too_long(const solver::Program& program,
                           std::span<const std::unique_ptr<solver::BlockOracle>> oracles) {
    constexpr int most_blocks = 10;
    constexpr int most_integers = 5'000;
    const std::vector<char> decides = solver::deciding_blocks(program);
    int by_rows = 0;
    for (std::size_t b = 0; b < oracles.size(); ++b) by_rows += decides[b] != 0 && !oracles[b] ? 1 : 0;
    return by_rows >= most_blocks && program.integer_count() >= most_integers;
}

}  // namespace indus::model
