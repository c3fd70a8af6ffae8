// SPDX-License-Identifier: Apache-2.0
#include "model/studies/infeasibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "model/studies/prices.hpp"
#include "model/studies/relaxation.hpp"

namespace indus::model {

namespace {

constexpr double no_conflict = 1e-6;

class Explanation {
public:
    Explanation(const Formulation& formulation, const solver::Options& options)
        : formulation_{formulation}, options_{options}, relaxation_{formulation} {}

    std::string text() {
        std::vector<double> point = cheapest_break();
        if (point.empty()) return {};
        std::set<int> broken = broken_at(point);
        for (const int rule : hardest_first(broken)) {
            if (!broken.contains(rule) || out_of_time()) continue;
            std::set<int> fewer = broken;
            fewer.erase(rule);
            std::vector<double> without = solve(fewer);
            if (without.empty()) continue;
            point = std::move(without);
            broken = broken_at(point);
        }
        return clauses(point);
    }

private:
    bool out_of_time() const {
        const double used = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
        return (options_.stop && options_.stop->load()) || used > options_.time_limit_seconds.value_or(1e9);
    }

    /// Linear first; with integers where the conflict is one of decisions.
    std::vector<double> cheapest_break() {
        for (const std::set<int>& rules : {relaxation_.breakable(), relaxation_.all()}) {
            for (const bool whole : {false, true}) {
                integers_ = whole;
                std::vector<double> point = solve(rules);
                if (!point.empty() && cost_ > no_conflict) return point;
                if (point.empty() && !whole) break;  // not even linearly: more rules must give way
            }
        }
        return {};
    }

    std::vector<double> solve(const std::set<int>& rules) {
        solver::Program program = relaxation_.program(rules);
        solver::Options options = options_;
        options.relative_gap = 1e-4;
        const bool decides = integers_ && program.integer_count() > 0;
        solver::Result result =
            solver::make_solver(decides ? "cbc" : "clp")->solve(decides ? program : relaxed(program), options);
        cost_ = result.objective;
        return std::move(result.values);
    }

    std::set<int> broken_at(std::span<const double> point) const {
        std::set<int> broken;
        const auto breaks = relaxation_.breaks(point);
        for (std::size_t r = 0; r < breaks.size(); ++r)
            if (!breaks[r].empty()) broken.insert(static_cast<int>(r));
        return broken;
    }

    /// The order in which rules are tried to be kept: the most rigid first.
    std::vector<int> hardest_first(const std::set<int>& rules) const {
        std::vector<int> order(rules.begin(), rules.end());
        std::stable_sort(order.begin(), order.end(), [&](int left, int right) {
            return relaxation_.rules()[static_cast<std::size_t>(left)].rigidity >
                   relaxation_.rules()[static_cast<std::size_t>(right)].rigidity;
        });
        return order;
    }

    std::string clauses(std::span<const double> point) const {
        constexpr std::size_t most_told = 5;
        std::string text;
        std::size_t told = 0;
        std::size_t left = 0;
        const auto breaks = relaxation_.breaks(point);
        for (std::size_t r = 0; r < breaks.size(); ++r) {
            if (breaks[r].empty()) continue;
            if (told == most_told) {
                ++left;
                continue;
            }
            text += (told++ ? "; " : "") + clause(relaxation_.rules()[r], breaks[r]);
        }
        if (left > 0) text += fmt::format("; and {} more", left);
        return text;
    }

    std::string clause(const Rule& rule, const std::vector<Break>& breaks) const {
        const auto worst = std::max_element(breaks.begin(), breaks.end(), [](const Break& left, const Break& right) {
            return left.amount < right.amount;
        });
        return fmt::format("{} {}: {} {}", rule.kind, rule.owner, what(rule, *worst), when(breaks, *worst));
    }

    static std::string what(const Rule& rule, const Break& worst) {
        if (rule.equation == nullptr)
            return worst.limit > 0.5 ? "it must be on, by must_run or by its minimum up time from before the start, "
                                       "and would have to be off"
                                     : "it must be off, by its minimum down time from before the start or by an "
                                       "outage, and would have to be on";
        const std::string_view verb = worst.exceeds ? "exceeds" : "falls short of";
        const std::string amount = fmt::format("{:.6g}", worst.amount);
        if (rule.equation->broken.empty())
            return fmt::format("{} cannot hold: its value {} {:.6g} {} by {}", rule.equation->name, verb, worst.limit,
                               rule.equation->unit, amount);
        return fmt::format(fmt::runtime(rule.equation->broken), fmt::arg("amount", amount), fmt::arg("verb", verb),
                           fmt::arg("limit", fmt::format("{:.6g}", worst.limit)));
    }

    std::string when(const std::vector<Break>& breaks, const Break& worst) const {
        const Horizon& horizon = formulation_.horizon();
        const auto at = [&](const Break& each) {
            return to_string(horizon.start(std::clamp(each.step, 0, horizon.step_count() - 1)));
        };
        if (breaks.size() == 1) return "at " + at(worst);
        return fmt::format("at {} (the worst of {} steps, from {} to {})", at(worst), breaks.size(), at(breaks.front()),
                           at(breaks.back()));
    }

    const Formulation& formulation_;
    const solver::Options& options_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    Relaxation relaxation_;
    bool integers_ = false;
    double cost_ = 0.0;
};

}  // namespace

std::string explain_infeasibility(const Formulation& formulation, const solver::Options& options) {
    return Explanation{formulation, options}.text();
}

}  // namespace indus::model
