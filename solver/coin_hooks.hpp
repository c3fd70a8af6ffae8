// SPDX-License-Identifier: Apache-2.0
// What the COIN backends share: loading a Program, and hooks for the log and for stopping a simplex.
// To be included by backend .cpp files only, since it brings in COIN headers.
#pragma once

#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinMessageHandler.hpp>
#include <functional>
#include <string_view>

#include "solver/program.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

/// Infinity as COIN writes it, and back.
double to_coin(double value);
double from_coin(double value);

/// Clp's status codes, as documented with ClpModel::problemStatus.
enum class ClpStatus { optimal = 0, primal_infeasible = 1, dual_infeasible = 2, limit = 3, error = 4, stopped = 5 };
inline ClpStatus status_of(const ClpSimplex& model) { return static_cast<ClpStatus>(model.status()); }

/// Fills `model` with the rows, columns, costs and offset of `program`, as a minimisation. Integrality is not
/// passed on. Throws std::length_error when the program has more entries than COIN's 32-bit index can count.
void load_program(ClpSimplex& model, const Program& program);

/// Hands every line of a COIN log to a function; says nothing when the function is empty.
class LogRelay : public CoinMessageHandler {
public:
    explicit LogRelay(std::function<void(std::string_view)> on_log = {});
    int print() override;
    CoinMessageHandler* clone() const override { return new LogRelay(*this); }

private:
    std::function<void(std::string_view)> on_log_;
};

/// Ends a simplex within an iteration of the watch's end. Clp copies handlers with their models, so it also
/// reaches the models that Cbc and presolve derive from the one it was given to. The watch must outlive them.
class SimplexStop : public ClpEventHandler {
public:
    /// `on_expiry` is called at every look after the watch has expired.
    explicit SimplexStop(const Watch& watch, std::function<void()> on_expiry = {})
        : watch_{&watch}, on_expiry_{std::move(on_expiry)} {}
    int event(Event which) override;
    ClpEventHandler* clone() const override { return new SimplexStop(*this); }

private:
    static constexpr int carry_on = -1;
    static constexpr int end_now = 0;
    const Watch* watch_;
    std::function<void()> on_expiry_;
};

}  // namespace indus::solver
