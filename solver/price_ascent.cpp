// SPDX-License-Identifier: Apache-2.0
#include "solver/price_ascent.hpp"

#include <cmath>
#include <numeric>

namespace indus::solver {

namespace {

constexpr double memory = 0.7;  ///< weight of the direction before
constexpr int patience = 4;     ///< answers without a better bound before the factor is halved
constexpr double smallest_factor = 0.004;

}  // namespace

PriceAscent::PriceAscent(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles,
                         std::vector<double> prices)
    : program_{program}, prover_{program, oracles}, best_{std::move(prices)} {}

void PriceAscent::restart() {
    prices_ = best_;
    direction_.clear();
}

void PriceAscent::raise(const Aim& aim) {
    restart();
    int in_vain = 0;
    for (int answer = 0; answer < aim.most_answers && factor_ >= smallest_factor; ++answer) {
        if (aim.watch != nullptr && aim.watch->expired() && bound_ > -infinity) return;
        const PriceBound::Proof proof = prover_.at(prices_, {.stop = aim.stop});
        if (proof.bound > bound_) {
            bound_ = proof.bound;
            best_ = prices_;
            in_vain = 0;
            if (aim.on_bound) aim.on_bound(bound_);
        } else if (++in_vain == patience) {
            in_vain = 0;
            factor_ *= 0.5;
            restart();
            continue;
        }
        const double missing = aim.cost - proof.bound;
        if (!std::isfinite(missing) || aim.cost - bound_ <= aim.relative_gap * std::max(1.0, std::abs(aim.cost)))
            return;
        if (direction_.empty()) direction_.assign(proof.slope.size(), 0.0);
        for (std::size_t k = 0; k < direction_.size(); ++k) direction_[k] = proof.slope[k] + memory * direction_[k];
        const double size = std::inner_product(direction_.begin(), direction_.end(), direction_.begin(), 0.0);
        if (size == 0.0) return;
        step(factor_ * missing / size);
    }
}

void PriceAscent::step(double length) {
    std::size_t k = 0;
    for (const int i : prover_.linking_rows()) {
        const auto row = static_cast<std::size_t>(i);
        double& price = prices_[row];
        price += length * direction_[k++];
        const bool has_limit = std::isfinite(price > 0.0 ? program_.row_lower()[row] : program_.row_upper()[row]);
        if (!has_limit) price = 0.0;
    }
}

}  // namespace indus::solver
