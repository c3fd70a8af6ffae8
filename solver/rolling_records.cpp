// SPDX-License-Identifier: Apache-2.0
#include "solver/rolling_records.hpp"

#include <cstring>

namespace indus::solver {

namespace {

/// FNV-1a over the bits of numbers.
class Fingerprint {
public:
    template <class Number>
    void add(std::span<const Number> numbers) {
        for (const Number each : numbers) {
            std::uint64_t bits = 0;
            std::memcpy(&bits, &each, sizeof each);
            value_ = (value_ ^ bits) * 1099511628211ULL;
        }
    }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 14695981039346656037ULL;
};

}  // namespace

std::uint64_t fingerprint_of(const Program& program, const RollingOptions& rolling, const std::vector<double>& asked) {
    Fingerprint made;
    for (const auto& each : {program.cost(), program.lower(), program.upper(), program.row_lower(), program.row_upper(),
                             program.coefficient()})
        made.add(each);
    made.add(program.column_index());
    made.add(program.row_start());
    made.add(std::span<const int>{rolling.groups.period});
    made.add(std::span<const int>{rolling.groups.band});
    const std::vector<double> windows{
        static_cast<double>(rolling.kept_steps), static_cast<double>(rolling.look_ahead_steps),
        static_cast<double>(rolling.chains), rolling.premium, rolling.by_prices ? 1.0 : 0.0};
    made.add(std::span<const double>{windows});
    made.add(std::span<const double>{asked});
    return made.value();
}

DecidedWindow record_of(const Program& program, const Timeline& timeline, Window kept, double loss,
                        const KnownOfWhole& known) {
    DecidedWindow made{kept, loss, {}, {}, {}};
    for (int j = 0; j < program.column_count(); ++j)
        if (kept.holds(timeline.step_of_column(j))) made.values.push_back(known.point[static_cast<std::size_t>(j)]);
    for (int i = 0; i < program.row_count(); ++i) {
        if (!kept.holds(timeline.last_step(i))) continue;
        made.multipliers.push_back(known.multipliers[static_cast<std::size_t>(i)]);
        made.duals.push_back(known.duals[static_cast<std::size_t>(i)]);
    }
    return made;
}

void restore(const DecidedWindow& record, const Program& program, const Timeline& timeline, std::vector<double>& point,
             std::vector<double>& multipliers, std::vector<double>& duals) {
    std::size_t next = 0;
    for (int j = 0; j < program.column_count(); ++j)
        if (record.kept.holds(timeline.step_of_column(j)))
            point[static_cast<std::size_t>(j)] = record.values.at(next++);
    next = 0;
    for (int i = 0; i < program.row_count(); ++i) {
        if (!record.kept.holds(timeline.last_step(i))) continue;
        multipliers[static_cast<std::size_t>(i)] = record.multipliers.at(next);
        duals[static_cast<std::size_t>(i)] = record.duals.at(next++);
    }
}

}  // namespace indus::solver
