// SPDX-License-Identifier: Apache-2.0
// The part of MATLAB's language in which MATPOWER cases are written: assignments of numbers, texts, matrices of numbers
// and lists of texts to members of one variable.
//
//     function mpc = case5              % a comment
//     mpc.baseMVA = 100;
//     mpc.bus = [ 1 3 0 0 ; 2 1 300 98.61 ];
//     mpc.bus_name = { 'Alta'; 'Brighton' };
//
// '%' begins a comment, '%{' and '%}' alone in their lines enclose one, '...' continues a line. In matrices ';' and
// line ends separate rows, blanks and ',' numbers. Whatever else a file says is an issue with line and column.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "inputs/issue.hpp"

namespace indus::inputs {

struct MatpowerNumber {
    double value = 0.0;
    Place place{};
};
using MatpowerMatrix = std::vector<std::vector<MatpowerNumber>>;

struct MatpowerValue {
    std::variant<MatpowerNumber, std::string, MatpowerMatrix, std::vector<std::string>> data{};
    Place place{};
};

/// By what follows "mpc.": "bus", "reserves.zones".
using MatpowerFile = std::map<std::string, MatpowerValue>;

MatpowerFile parse_matpower(const std::string& file, std::string_view text, std::vector<Issue>& issues);

}  // namespace indus::inputs
