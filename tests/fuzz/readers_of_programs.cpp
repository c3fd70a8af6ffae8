// SPDX-License-Identifier: Apache-2.0
// MPS files, and what external solvers print and write.
#include <string>

#include "readers.hpp"
#include "solver/external_backend.hpp"
#include "solver/mps_reader.hpp"
#include "solver/mps_text.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {

namespace {

/// min x + 2y, x + y >= 3, x <= 2.5, both whole if `whole`.
solver::Program small_program(bool whole) {
    solver::Program program;
    const solver::Family f = program.add_family({"x", "amount", "1"});
    const solver::Variable x = program.add_variable({.upper = 2.5, .cost = 1, .integer = whole, .family = f}),
                           y = program.add_variable({.upper = 9, .cost = 2, .integer = whole, .family = f});
    program.add_row(solver::Expression{x} + y >= 3.0, {.family = f});
    return program;
}

/// Up to a line "===" its output, after it its solution file.
void answer(std::string_view bytes, std::unique_ptr<solver::ExternalBackend> (*make)()) {
    static const TemporaryFolder folder;
    constexpr std::string_view border = "===\n";
    const std::size_t end = bytes.find(border);
    folder.write(solver::solution_file, end == std::string_view::npos ? bytes : bytes.substr(end + border.size()));
    std::string_view output = bytes.substr(0, end);
    for (const bool whole : {false, true}) {
        const solver::Program program = small_program(whole);
        const auto backend = make();
        solver::Progress progress;
        for (std::string_view rest = output; !rest.empty();) {
            const std::size_t line_end = std::min(rest.find('\n'), rest.size());
            backend->hear(rest.substr(0, line_end), progress);
            rest.remove_prefix(std::min(line_end + 1, rest.size()));
        }
        static_cast<void>(backend->claim({program, folder.path(), 60.0, 0.0, {}}));
    }
}

}  // namespace

/// What is read must also be written, and read again.
void fuzz_mps(std::string_view bytes) {
    const solver::MpsReading read = solver::read_mps_text(bytes, "model.mps");
    for (const solver::TextProblem& problem : read.problems) static_cast<void>(problem.text());
    if (!read.program) return;
    const std::string text = solver::to_mps_text(*read.program);
    const solver::MpsReading again = solver::read_mps_text(text, "again.mps");
    if (!again.program) throw std::runtime_error("a written program is not read: " + again.problems.at(0).text());
}

void fuzz_glpsol(std::string_view bytes) { answer(bytes, solver::make_glpsol_backend); }
void fuzz_highs(std::string_view bytes) { answer(bytes, solver::make_highs_backend); }
void fuzz_scip(std::string_view bytes) { answer(bytes, solver::make_scip_backend); }

}  // namespace indus::tests
