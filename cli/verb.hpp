// SPDX-License-Identifier: Apache-2.0
// What a verb of the command line is, and what all verbs share.
#pragma once

#include <atomic>
#include <boost/program_options.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace indus::cli {

enum ExitCode : int {
    solved = 0,       ///< solved within the asked gap; checked; described
    failed = 1,       ///< internal error, failed audit or failed certificate
    bad_input = 2,    ///< bad input or usage
    no_solution = 3,  ///< no feasible solution exists or was found
    outside_gap = 4,  ///< stopped with a solution outside the asked gap
};

struct Verb {
    std::string_view name{};
    std::string_view usage{};    ///< "run CASE [options]"
    std::string_view summary{};  ///< one line
    int (*main)(const std::vector<std::string>& arguments) = nullptr;
};

/// One file each.
extern const Verb run_verb, check_verb, describe_verb, verify_verb, export_verb, import_verb, profiles_verb,
    sector_verb;

namespace po = boost::program_options;

/// Wrong use of the command line; ends with exit code 2.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Parses the arguments of a verb; "--help" prints its page and returns true in `helped`.
struct Parsed {
    po::variables_map values{};
    bool helped = false;
};
Parsed parse(const Verb& verb, const std::vector<std::string>& arguments, const po::options_description& options,
             const po::positional_options_description& positions);

/// Set when the user presses Ctrl-C (or SIGTERM arrives); a second one ends the program at once.
const std::atomic<bool>& stop_flag();

/// "indus run inputs/cases/pakistan --gap 0.01", as typed.
std::string& command_line();

}  // namespace indus::cli
