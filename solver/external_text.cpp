// SPDX-License-Identifier: Apache-2.0
// Reading what external solvers print (declared in external_backend.hpp).
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>

#include "solver/external_backend.hpp"

namespace indus::solver {

std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

std::optional<double> leading_number(std::string_view text) {
    constexpr double infinite_from = 1e20;
    const std::size_t first = text.find_first_not_of(" \t+");
    if (first == std::string_view::npos) return {};
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data() + first, text.data() + text.size(), value);
    if (error != std::errc{} || std::isnan(value)) return {};
    return std::abs(value) >= infinite_from ? std::copysign(infinity, value) : value;
}

void improve(Progress& state, std::optional<double> cost, std::optional<double> bound) {
    if (cost && std::isfinite(*cost)) state.cost = std::min(state.cost, *cost);
    if (bound && std::isfinite(*bound)) state.bound = std::min(std::max(state.bound, *bound), state.cost);
}

int numbered(std::string_view name, char prefix, int count) {
    if (name.size() < 2 || name.front() != prefix) return -1;
    int index = -1;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), index);
    return error == std::errc{} && end == name.data() + name.size() && index < count ? index : -1;
}

}  // namespace indus::solver
