// SPDX-License-Identifier: Apache-2.0
#include "model/network/dc_flow.hpp"

#include <Eigen/SparseLU>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace indus::model {

namespace {

/// Factors of a network that can be solved are of the order of 1; beyond this its reactances cancel.
constexpr double largest_factor = 1e6;

class DisjointSets {
public:
    explicit DisjointSets(int count) : parent_(static_cast<std::size_t>(count)) {
        std::iota(parent_.begin(), parent_.end(), 0);
    }
    int find(int item) {
        while (parent_[static_cast<std::size_t>(item)] != item) item = parent_[static_cast<std::size_t>(item)];
        return item;
    }
    /// The smaller number stands for both.
    void join(int left, int right) {
        const auto [low, high] = std::minmax({find(left), find(right)});
        parent_[static_cast<std::size_t>(high)] = low;
    }

private:
    std::vector<int> parent_;
};

/// Solves B y = e_from - e_to, the island's susceptances without the reference's row and column.
class Grounded {
public:
    Grounded(const std::vector<int>& zones, int reference, std::span<const DcBranch> branches) {
        for (const int zone : zones)
            if (zone != reference) zones_.push_back(zone);
        Eigen::SparseMatrix<double> matrix(size(), size());
        std::vector<Eigen::Triplet<double>> entries;
        for (const DcBranch& each : branches) {
            const int from = position(each.from);
            const int to = position(each.to);
            if (from >= 0) entries.emplace_back(from, from, each.mw_per_rad);
            if (to >= 0) entries.emplace_back(to, to, each.mw_per_rad);
            if (from < 0 || to < 0) continue;
            entries.emplace_back(from, to, -each.mw_per_rad);
            entries.emplace_back(to, from, -each.mw_per_rad);
        }
        matrix.setFromTriplets(entries.begin(), entries.end());
        matrix.makeCompressed();
        solver_.compute(matrix);
        if (solver_.info() != Eigen::Success) throw std::domain_error("reactances cancel");
    }

    /// MW on the branch per MW of each zone's net export.
    std::vector<DcFlow::Factor> factors(const DcBranch& branch) const {
        Eigen::VectorXd right = Eigen::VectorXd::Zero(size());
        if (const int from = position(branch.from); from >= 0) right[from] += branch.mw_per_rad;
        if (const int to = position(branch.to); to >= 0) right[to] -= branch.mw_per_rad;
        const Eigen::VectorXd solved = solver_.solve(right);
        std::vector<DcFlow::Factor> factors;
        for (int k = 0; k < size(); ++k) {
            if (!(std::abs(solved[k]) < largest_factor)) throw std::domain_error("reactances cancel");
            if (std::abs(solved[k]) > DcFlow::least_factor)
                factors.push_back({zones_[static_cast<std::size_t>(k)], solved[k]});
        }
        return factors;
    }

private:
    int size() const { return static_cast<int>(zones_.size()); }
    /// Row of the zone; -1 for the reference and for zones of other islands.
    int position(int zone) const {
        const auto found = std::lower_bound(zones_.begin(), zones_.end(), zone);
        return found != zones_.end() && *found == zone ? static_cast<int>(found - zones_.begin()) : -1;
    }

    std::vector<int> zones_;
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver_;
};

}  // namespace

DcFlow::DcFlow(int zone_count, std::span<const DcBranch> branches)
    : factors_(branches.size()), offset_mw_(branches.size(), 0.0) {
    find_islands(zone_count, branches);
    for (const std::vector<int>& zones : islands_) solve_island(zones, branches);
}

void DcFlow::find_islands(int zone_count, std::span<const DcBranch> branches) {
    DisjointSets sets{zone_count};
    std::vector<bool> has_line(static_cast<std::size_t>(zone_count), false);
    for (const DcBranch& each : branches) {
        sets.join(each.from, each.to);
        has_line.at(static_cast<std::size_t>(each.from)) = has_line.at(static_cast<std::size_t>(each.to)) = true;
    }
    island_of_.assign(static_cast<std::size_t>(zone_count), -1);
    for (int zone = 0; zone < zone_count; ++zone) {
        if (!has_line[static_cast<std::size_t>(zone)]) continue;
        int& island = island_of_[static_cast<std::size_t>(sets.find(zone))];
        if (island < 0) {
            island = static_cast<int>(islands_.size());
            islands_.emplace_back();
        }
        island_of_[static_cast<std::size_t>(zone)] = island;
        islands_[static_cast<std::size_t>(island)].push_back(zone);
    }
}

int DcFlow::reference_of(const std::vector<int>& zones, std::span<const DcBranch> branches) const {
    std::vector<int> lines(island_of_.size(), 0);
    for (const DcBranch& each : branches) {
        ++lines[static_cast<std::size_t>(each.from)];
        ++lines[static_cast<std::size_t>(each.to)];
    }
    return *std::max_element(zones.begin(), zones.end(), [&](int left, int right) {
        return lines[static_cast<std::size_t>(left)] < lines[static_cast<std::size_t>(right)];
    });
}

void DcFlow::solve_island(const std::vector<int>& zones, std::span<const DcBranch> branches) {
    const int island = island_of_[static_cast<std::size_t>(zones.front())];
    const auto inside = [&](const DcBranch& each) { return island_of_[static_cast<std::size_t>(each.from)] == island; };
    std::vector<DcBranch> own;
    std::copy_if(branches.begin(), branches.end(), std::back_inserter(own), inside);
    const Grounded grounded{zones, reference_of(zones, own), own};
    // A phase shift acts as an export of b * shift at its from end and the like import at its to end.
    std::vector<double> driven(island_of_.size(), 0.0);
    for (const DcBranch& each : own) {
        driven[static_cast<std::size_t>(each.from)] += each.mw_per_rad * each.shift_rad;
        driven[static_cast<std::size_t>(each.to)] -= each.mw_per_rad * each.shift_rad;
    }
    for (std::size_t l = 0; l < branches.size(); ++l) {
        if (!inside(branches[l])) continue;
        factors_[l] = grounded.factors(branches[l]);
        offset_mw_[l] = -branches[l].mw_per_rad * branches[l].shift_rad;
        for (const Factor& each : factors_[l])
            offset_mw_[l] += each.share * driven[static_cast<std::size_t>(each.zone)];
    }
}

}  // namespace indus::model
