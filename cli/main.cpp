// SPDX-License-Identifier: Apache-2.0
// The program `indus`: finds the verb and hands over.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>

#include "cli/verb.hpp"

namespace indus::cli {

namespace {

std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "the signal handler may only touch lock-free atomics");

void on_signal(int) {
    if (stop_requested.exchange(true)) std::_Exit(130);
}

constexpr std::array verbs{&run_verb,    &check_verb,  &describe_verb, &verify_verb,
                           &export_verb, &import_verb, &profiles_verb, &sector_verb};

void print_overview(std::FILE* out) {
    fmt::print(out, "Indus {}: least-cost energy supply for industrial zones, with proof.\n\nUsage: indus VERB ...\n\n",
               INDUS_VERSION);
    for (const Verb* verb : verbs) fmt::print(out, "  {:<34} {}\n", verb->usage, verb->summary);
    fmt::print(out, "\n'indus VERB --help' tells more of one verb, 'indus describe KIND' of one kind of component.\n");
}

/// What goes to a file or a pipe is kept until the work is done, so that a reader that goes away meanwhile changes
/// neither the work nor its exit code.
void keep_output_until_the_end() {
    static std::array<char, 1 << 20> kept;
    if (isatty(STDOUT_FILENO) == 0) std::setvbuf(stdout, kept.data(), _IOFBF, kept.size());
}

/// Whether all that was said reached standard output; says so where it did not. A reader that has gone away, as `head`
/// does, has what it wanted.
bool output_arrived() {
    std::cout.flush();
    errno = errno == 0 ? EIO : errno;  // of the write that failed
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout) return true;
    const int cause = errno;
    if (cause == EPIPE) return true;
    std::fputs(fmt::format("indus: standard output cannot be written: {}\n", std::strerror(cause)).c_str(), stderr);
    return false;
}

int run_program(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        print_overview(stderr);
        return bad_input;
    }
    if (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help") {
        print_overview(stdout);
        return solved;
    }
    if (arguments[0] == "--version") {
        fmt::print("indus {}\n", INDUS_VERSION);
        return solved;
    }
    for (const Verb* verb : verbs)
        if (verb->name == arguments[0]) return verb->main({arguments.begin() + 1, arguments.end()});
    throw UsageError(fmt::format("unknown verb '{}'; 'indus --help' lists the verbs", arguments[0]));
}

}  // namespace

const std::atomic<bool>& stop_flag() { return stop_requested; }

std::string& command_line() {
    static std::string line;
    return line;
}

Parsed parse(const Verb& verb, const std::vector<std::string>& arguments, const po::options_description& options,
             const po::positional_options_description& positions) {
    Parsed parsed;
    po::options_description all = options;
    all.add_options()("help,h", "this page");
    try {
        po::store(po::command_line_parser(arguments).options(all).positional(positions).run(), parsed.values);
        if (parsed.values.count("help") > 0) {
            std::cout << "Usage: indus " << verb.usage << "\n\n" << verb.summary << "\n\n" << options;
            parsed.helped = true;
            return parsed;
        }
        po::notify(parsed.values);
    } catch (const po::error& wrong) {
        throw UsageError(fmt::format("{}; 'indus {} --help' tells more", wrong.what(), verb.name));
    }
    return parsed;
}

}  // namespace indus::cli

int main(int count, char** values) {
    using namespace indus::cli;
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
    // Writing to a reader that went away or to a file that may not grow fails where it happens, and ends nothing.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    keep_output_until_the_end();
    const std::vector<std::string> arguments(values + 1, values + count);
    command_line() = "indus";
    for (const std::string& argument : arguments) command_line() += " " + argument;
    try {
        const int code = run_program(arguments);
        return output_arrived() ? code : failed;
    } catch (const UsageError& wrong) {
        fmt::print(stderr, "indus: {}\n", wrong.what());
        return bad_input;
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "indus: out of memory\n");
        return failed;
    } catch (const std::exception& broken) {
        if (std::ferror(stdout) != 0) return output_arrived() ? solved : failed;
        fmt::print(stderr, "indus: internal error: {}\n", broken.what());
        return failed;
    }
}
