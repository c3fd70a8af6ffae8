// SPDX-License-Identifier: Apache-2.0
#include "solver/window_program.hpp"

#include <algorithm>
#include <cmath>

#include "solver/parted_start.hpp"

namespace indus::solver {

/// As a premium: what is left beyond the guide has no price then.
constexpr double worth_nothing = 1.0;

/// What is taken as known outside the window.
struct WindowProgram::Known {
    std::span<const double> point, prices;
};

WindowProgram::WindowProgram(const Program& program, const Timeline& timeline, Window window, const WindowEnds& ends,
                             std::span<const double> point, std::span<const double> prices,
                             std::span<const std::unique_ptr<BlockOracle>> oracles)
    : timeline_{timeline}, seam_{inside_.add_family({"beyond the guide", "", ""})} {
    const bool asks = !oracles.empty() && ends.past_is_decided && !ends.future_is_decided;
    if (asks)
        for (int b = 0; b < program.block_count(); ++b) blocks_.push_back(inside_.add_block(program.block_name({b})));
    rest_ = inside_.add_block("window");
    oracles_.resize(static_cast<std::size_t>(inside_.block_count()));
    add_columns(program, window);
    if (asks) ask_blocks(program, window, point, oracles);
    add_rows(program, window, ends, {point, prices});
}

Block WindowProgram::block_of(Block of_whole) const {
    if (blocks_.empty()) return rest_;
    return of_whole == linking ? linking : blocks_[static_cast<std::size_t>(of_whole.index)];
}

Family WindowProgram::family_of(Family of_whole, const FamilyLabel& label) {
    const auto [known, is_new] = families_.try_emplace(of_whole.index);
    if (is_new) known->second = inside_.add_family(label);
    return known->second;
}

void WindowProgram::add_columns(const Program& program, Window window) {
    for (int j = 0; j < program.column_count(); ++j) {
        if (!window.holds(timeline_.step_of_column(j))) continue;
        const auto column = static_cast<std::size_t>(j);
        inside_.add_variable({.lower = program.lower()[column],
                              .upper = program.upper()[column],
                              .cost = program.cost()[column],
                              .integer = program.is_integer(j),
                              .family = family_of(program.family_of_column(j), program.column_label(j)),
                              .position = std::max(0, program.column_position(j) - window.first),
                              .block = block_of(program.block_of_column(j))});
        columns_.push_back(j);
    }
}

void WindowProgram::ask_blocks(const Program& program, Window window, std::span<const double> point,
                               std::span<const std::unique_ptr<BlockOracle>> oracles) {
    std::vector<std::vector<int>> inside(oracles.size());
    std::vector<std::vector<double>> values(oracles.size());
    for (int j = 0; j < program.column_count(); ++j) {
        const int block = program.block_of_column(j).index;
        if (block < 0 || !oracles[static_cast<std::size_t>(block)]) continue;
        const auto b = static_cast<std::size_t>(block);
        if (window.holds(timeline_.step_of_column(j))) inside[b].push_back(static_cast<int>(values[b].size()));
        values[b].push_back(point[static_cast<std::size_t>(j)]);
    }
    for (std::size_t b = 0; b < oracles.size(); ++b)
        if (oracles[b]) oracles_[b] = oracles[b]->within(window, inside[b], values[b]);
}

/// A row by what of it lies inside and what outside.
struct WindowProgram::Split {
    Expression inside{};
    double outside = 0.0;            ///< at the known point
    double least = 0.0, most = 0.0;  ///< the same, where columns that are open may stand anywhere within their limits
    bool is_open = false, is_open_before = false, decides = false;
};

WindowProgram::Split WindowProgram::split(const Program& program, int row, Window window, const WindowEnds& ends,
                                          std::span<const double> point) const {
    Split made;
    const auto i = static_cast<std::size_t>(row);
    for (auto k = static_cast<std::size_t>(program.row_start()[i]);
         k < static_cast<std::size_t>(program.row_start()[i + 1]); ++k) {
        const int j = program.column_index()[k];
        const auto column = static_cast<std::size_t>(j);
        const double coefficient = program.coefficient()[k];
        const int step = timeline_.step_of_column(j);
        made.decides = made.decides || program.is_integer(j);
        if (window.holds(step)) {
            const auto place = std::lower_bound(columns_.begin(), columns_.end(), j) - columns_.begin();
            made.inside.add({static_cast<std::int32_t>(place)}, coefficient);
            continue;
        }
        const double known = coefficient * point[column];
        const bool is_decided = step < window.first ? ends.past_is_decided : ends.future_is_decided;
        const double one = is_decided ? known : coefficient * program.lower()[column];
        const double other = is_decided ? known : coefficient * program.upper()[column];
        made.outside += known;
        made.least += std::min(one, other);
        made.most += std::max(one, other);
        made.is_open = made.is_open || !is_decided;
        made.is_open_before = made.is_open_before || (step < window.first && !is_decided);
    }
    return made;
}

void WindowProgram::add_rows(const Program& program, Window window, const WindowEnds& ends, const Known& known) {
    for (int i = 0; i < program.row_count(); ++i) {
        if (timeline_.first_step(i) >= window.last || timeline_.last_step(i) < window.first) continue;
        const auto row = static_cast<std::size_t>(i);
        Split parts = split(program, i, window, ends, known.point);
        if (parts.inside.terms().empty()) continue;
        const Block block = block_of(program.block_of_row(i));
        const bool is_answered = block != linking && oracles_[static_cast<std::size_t>(block.index)] != nullptr;
        if (!parts.is_open) {
            keep_row(program, i, window, std::move(parts.inside), parts.outside, parts.outside);
        } else if (is_answered) {
            if (window.holds(program.row_position(i)))
                keep_row(program, i, window, std::move(parts.inside), parts.least, parts.most);
        } else {
            const double of_less = parts.decides ? ends.premium : ends.of_stocks;
            const double of_more = ends.holds_stocks || parts.is_open_before ? of_less
                                   : parts.decides                           ? ends.premium
                                                                             : worth_nothing;
            price_row(program, i, std::move(parts.inside), {known.prices[row], of_more, of_less, parts.outside});
        }
    }
}

/// What lies outside is anywhere from `least` to `most`.
void WindowProgram::keep_row(const Program& program, int row, Window window, Expression inside, double least,
                             double most) {
    const auto i = static_cast<std::size_t>(row);
    inside_.add_row({std::move(inside), program.row_lower()[i] - most, program.row_upper()[i] - least},
                    {.family = family_of(program.family_of_row(row), program.row_label(row)),
                     .position = std::max(0, program.row_position(row) - window.first),
                     .block = block_of(program.block_of_row(row))});
    rows_.push_back(row);
}

void WindowProgram::price_row(const Program& program, int row, Expression inside, const Beyond& beyond) {
    const auto i = static_cast<std::size_t>(row);
    const double limit = beyond.price > 0.0 ? program.row_lower()[i] : program.row_upper()[i];
    if (beyond.price == 0.0 || !std::isfinite(limit)) return;
    const double guide = limit - beyond.outside;
    double least = 0.0, most = 0.0;
    for (const Term& term : inside.terms()) {
        const auto j = static_cast<std::size_t>(term.variable.index);
        const double one = term.coefficient * inside_.lower()[j];
        const double other = term.coefficient * inside_.upper()[j];
        least += std::min(one, other);
        most += std::max(one, other);
    }
    // What is given beyond the guide spares the others its price where that is positive, and costs them where not.
    const double worth = std::abs(beyond.price);
    const double more = worth * (beyond.premium_of_more - 1.0);
    const double less = worth * (beyond.premium_of_less + 1.0);
    const Block block = block_of(program.block_of_row(row));
    const auto add = [&](double upper, double cost, int which) {
        return inside_.add_variable({.upper = std::max(0.0, upper),
                                     .cost = cost,
                                     .family = seam_,
                                     .position = 2 * row + which,
                                     .block = block == linking ? rest_ : block});
    };
    inside.add(add(most - guide, beyond.price > 0.0 ? more : less, 0), -1.0);
    inside.add(add(guide - least, beyond.price > 0.0 ? less : more, 1), 1.0);
    inside_.add_row({inside, guide, guide}, {.family = seam_, .position = row, .block = block});
    rows_.push_back(row);
}

std::vector<int> WindowProgram::parts(std::span<const int> part_of_whole) const {
    std::vector<int> made(static_cast<std::size_t>(inside_.column_count()), in_rest);
    for (std::size_t k = 0; k < columns_.size(); ++k) made[k] = part_of_whole[static_cast<std::size_t>(columns_[k])];
    return made;
}

void WindowProgram::write_values(std::span<const double> values, Window steps, std::vector<double>& point) const {
    for (std::size_t k = 0; k < columns_.size(); ++k)
        if (steps.holds(timeline_.step_of_column(columns_[k])))
            point[static_cast<std::size_t>(columns_[k])] = values[k];
}

void WindowProgram::write_prices(std::span<const double> duals, Window steps, std::vector<double>& prices) const {
    for (std::size_t k = 0; k < rows_.size(); ++k)
        if (steps.holds(timeline_.last_step(rows_[k]))) prices[static_cast<std::size_t>(rows_[k])] = duals[k];
}

double WindowProgram::cost_at(std::span<const double> point) const {
    double sum = 0.0;
    for (std::size_t k = 0; k < columns_.size(); ++k)
        sum += inside_.cost()[k] * point[static_cast<std::size_t>(columns_[k])];
    return sum;
}

}  // namespace indus::solver
