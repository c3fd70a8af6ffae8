// SPDX-License-Identifier: Apache-2.0
#include "solver/rounding_cuts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace indus::solver {

namespace {

constexpr double trace = 1e-9;
/// Fractions f near 0 or 1 make cuts of rounding errors.
constexpr double least_fraction = 0.01;
/// Distance of the point from a cut, in the norm of its coefficients.
constexpr double least_distance = 1e-4;

/// One row as a'y <= b + s, at a choice of bounds to count from.
class Rounding {
public:
    Rounding(const Program& program, const ImpliedRow& row) : row_{row}, b_{-row.lower} {
        terms_.reserve(row.terms.size());
        for (const LpEntry& each : row.terms) {
            const auto j = static_cast<std::size_t>(each.index);
            Term made{program.is_integer(each.index), false, -each.value, program.lower()[j], program.upper()[j]};
            made.from_high = !std::isfinite(made.low);
            is_usable_ = is_usable_ && (std::isfinite(made.low) || std::isfinite(made.high));
            if (is_usable_) b_ -= made.a * made.bound();
            terms_.push_back(made);
        }
    }

    /// False where a column has no bound to count from: then the row says nothing.
    bool is_usable() const { return is_usable_; }
    std::size_t size() const { return terms_.size(); }
    bool may_turn(std::size_t k) const {
        return std::isfinite(terms_[k].low) && std::isfinite(terms_[k].high) && terms_[k].high > terms_[k].low;
    }
    bool is_integer(std::size_t k) const { return terms_[k].is_integer; }
    double weight(std::size_t k) const { return std::abs(terms_[k].a); }
    double low(std::size_t k) const { return terms_[k].low; }
    double high(std::size_t k) const { return terms_[k].high; }

    /// Counts a column from its other bound.
    void turn(std::size_t k) {
        b_ += terms_[k].a * terms_[k].bound();
        terms_[k].from_high = !terms_[k].from_high;
        b_ -= terms_[k].a * terms_[k].bound();
    }

    /// f of the divisor; nothing where it is too near to a whole number.
    std::optional<double> fraction(double divisor) const {
        const double f = b_ / divisor - std::floor(b_ / divisor);
        if (f < least_fraction || f > 1.0 - least_fraction) return std::nullopt;
        return f;
    }

    /// How far a point lies beyond the cut, in the norm of its coefficients.
    double distance(double divisor, std::span<const double> point) const {
        const std::optional<double> f = fraction(divisor);
        if (!f) return 0.0;
        double beyond = -std::floor(b_ / divisor), square = 0.0;
        for (std::size_t k = 0; k < terms_.size(); ++k) {
            const double c = coefficient(terms_[k], divisor, *f);
            if (c == 0.0) continue;
            const double y = std::abs(point[static_cast<std::size_t>(row_.terms[k].index)] - terms_[k].bound());
            beyond += c * y;
            if (y > trace || terms_[k].is_integer) square += c * c;
        }
        return square > 0.0 ? beyond / std::sqrt(square) : 0.0;
    }

    /// In the program's columns, as terms >= lower, in the unit of the row.
    ImpliedRow cut(double divisor) const {
        const double f = b_ / divisor - std::floor(b_ / divisor);
        ImpliedRow made;
        made.lower = -divisor * std::floor(b_ / divisor);
        double size = std::abs(made.lower);
        for (std::size_t k = 0; k < terms_.size(); ++k) {
            const double c = divisor * coefficient(terms_[k], divisor, f);
            if (c == 0.0) continue;
            // c y is c (x - low) or c (high - x); the sum changes sides.
            const double own = terms_[k].from_high ? c : -c;
            made.lower += own * terms_[k].bound();
            made.terms.push_back({row_.terms[k].index, own});
            size += std::abs(c) * std::max(1.0, std::abs(terms_[k].bound()));
        }
        constexpr double rounding = 1e-12;
        made.lower -= rounding * size;
        return made;
    }

    std::vector<int> columns_from_high() const {
        std::vector<int> made;
        for (std::size_t k = 0; k < terms_.size(); ++k)
            if (terms_[k].from_high) made.push_back(row_.terms[k].index);
        return made;
    }

private:
    struct Term {
        bool is_integer = false, from_high = false;
        double a = 0.0;  ///< in a'x <= b
        double low = 0.0, high = 0.0;

        double bound() const { return from_high ? high : low; }  ///< y counts from it
        double own_a() const { return from_high ? -a : a; }      ///< of y
    };

    static double rounded(double quotient, double f) {
        const double whole = std::floor(quotient);
        return whole + std::max(0.0, quotient - whole - f) / (1.0 - f);
    }

    /// Of y in the cut.
    static double coefficient(const Term& each, double divisor, double f) {
        if (each.is_integer) return rounded(each.own_a() / divisor, f);
        return each.own_a() < 0.0 ? each.own_a() / (divisor * (1.0 - f)) : 0.0;
    }

    const ImpliedRow& row_;
    std::vector<Term> terms_{};
    double b_;  ///< right-hand side, of y
    bool is_usable_ = true;
};

/// The best cut of a row that Marchand's and Wolsey's rules find.
class Search {
public:
    Search(const Program& program, const ImpliedRow& row, std::span<const double> point)
        : row_{row}, point_{point}, rounding_{program, row} {}

    std::optional<RoundingCut> best() {
        if (!rounding_.is_usable()) return std::nullopt;
        for (std::size_t k = 0; k < rounding_.size(); ++k)
            if (rounding_.may_turn(k) && rounding_.high(k) - x(k) < x(k) - rounding_.low(k)) rounding_.turn(k);
        for (const double divisor : divisors()) consider(divisor);
        if (divisor_ == 0.0) return std::nullopt;
        const double whole = divisor_;
        for (const double part : {2.0, 4.0, 8.0}) consider(whole / part);
        for (const std::size_t k : undecided()) {
            rounding_.turn(k);
            if (!consider(divisor_)) rounding_.turn(k);
        }
        if (distance_ < least_distance) return std::nullopt;
        return RoundingCut{0, divisor_, rounding_.columns_from_high()};
    }

private:
    double x(std::size_t k) const { return point_[static_cast<std::size_t>(row_.terms[k].index)]; }
    bool is_between(std::size_t k) const {
        return rounding_.is_integer(k) && x(k) > rounding_.low(k) + trace && x(k) < rounding_.high(k) - trace;
    }

    std::vector<double> divisors() const {
        std::vector<double> made;
        for (std::size_t k = 0; k < rounding_.size(); ++k)
            if (is_between(k)) made.push_back(rounding_.weight(k));
        std::sort(made.begin(), made.end());
        made.erase(std::unique(made.begin(), made.end()), made.end());
        return made;
    }

    /// Integers between their bounds, the ones in the middle first.
    std::vector<std::size_t> undecided() const {
        std::vector<std::size_t> made;
        for (std::size_t k = 0; k < rounding_.size(); ++k)
            if (is_between(k) && rounding_.may_turn(k)) made.push_back(k);
        const auto off_middle = [&](std::size_t k) {
            return std::abs(x(k) - 0.5 * (rounding_.low(k) + rounding_.high(k)));
        };
        std::stable_sort(made.begin(), made.end(),
                         [&](std::size_t left, std::size_t right) { return off_middle(left) < off_middle(right); });
        return made;
    }

    /// Whether the point is further from this cut than from the best so far, which it then becomes.
    bool consider(double divisor) {
        const double distance = rounding_.distance(divisor, point_);
        if (distance <= distance_) return false;
        distance_ = distance;
        divisor_ = divisor;
        return true;
    }

    const ImpliedRow& row_;
    std::span<const double> point_;
    Rounding rounding_;
    double distance_ = 0.0, divisor_ = 0.0;
};

}  // namespace

std::vector<RoundingCut> rounding_cuts(const Program& program, std::span<const ImpliedRow> rows,
                                       std::span<const double> point) {
    std::vector<RoundingCut> made;
    for (std::size_t r = 0; r < rows.size(); ++r)
        if (std::optional<RoundingCut> cut = Search{program, rows[r], point}.best()) {
            cut->knapsack = static_cast<int>(r);
            made.push_back(std::move(*cut));
        }
    return made;
}

ImpliedRow derive(const Program& program, const ImpliedRow& row, const RoundingCut& cut) {
    Rounding rounding{program, row};
    const auto refuse = [](std::string_view why) {
        throw std::invalid_argument(fmt::format("a rounding cut {}", why));
    };
    if (!rounding.is_usable()) refuse("of a row with a column without bounds");
    if (!(cut.divisor > 0.0) || !std::isfinite(cut.divisor)) refuse("needs a divisor above zero");
    for (std::size_t k = 0; k < rounding.size(); ++k) {
        const bool is_wanted =
            std::find(cut.from_high.begin(), cut.from_high.end(), row.terms[k].index) != cut.from_high.end();
        const bool from_high = !std::isfinite(rounding.low(k));
        if (is_wanted == from_high) continue;
        if (!std::isfinite(rounding.low(k)) || !std::isfinite(rounding.high(k)))
            refuse("counts from a bound that a column does not have");
        rounding.turn(k);
    }
    if (!rounding.fraction(cut.divisor)) refuse("of a fraction too near to a whole number");
    return rounding.cut(cut.divisor);
}

void add_cuts(Program& program, std::span<const ImpliedRow> knapsacks, std::span<const RoundingCut> cuts, int number) {
    const Family family = program.add_family({"system", "rounding cut", ""});
    for (const RoundingCut& each : cuts) {
        if (each.knapsack < 0 || static_cast<std::size_t>(each.knapsack) >= knapsacks.size())
            throw std::invalid_argument(
                fmt::format("a rounding cut of knapsack {}: there are {}", each.knapsack, knapsacks.size()));
        const ImpliedRow row = derive(program, knapsacks[static_cast<std::size_t>(each.knapsack)], each);
        Expression sum;
        for (const LpEntry& term : row.terms) sum += term.value * Variable{term.index};
        program.add_row(sum >= row.lower, {family, number++});
    }
}

}  // namespace indus::solver
