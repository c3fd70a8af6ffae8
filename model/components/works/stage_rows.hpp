// SPDX-License-Identifier: Apache-2.0
// How a stage writes itself: modes and batches, times on and off, changeovers, what it makes, takes and draws.
//
//   z_m[t] in_MODE {0,1} (of a batch: the sum of those that run)   b_m[t] begin_MODE {0,1}   r_m[t] rate_MODE [units/h]
//   s_m[t] units_MODE [units] size of the batch that begins, where it is decided
//   u[t] = sum(z_m[t]): the stage works    y[t] start  w[t] stop    set_p[t] set_PRODUCT {0,1}  k_p[t] change_PRODUCT
//   open[t]: share of the step that is worked, by calendar and outages
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/components/works/works.hpp"
#include "model/formulation.hpp"

namespace indus::model {

/// Slack of sums of hours.
inline constexpr double works_rounding_h = 1e-6;

/// Share of step t that a stage can work: calendar times what outages leave.
std::vector<double> open_shares(const System& system, const Stage& stage);
/// Last step of a batch that begins at step t, none where it does not end in the period of t.
std::optional<int> last_of_batch(const Horizon& horizon, int t, double batch_h);

class StageRows {
public:
    StageRows(const Stage& stage, int index, Formulation& f);
    void write();

private:
    struct Mode {
        const StageMode& is;
        std::string product{};
        Series in{}, rate{}, begin{}, size{};
        bool has_rate_column = false;
        std::vector<Expression> on{};     ///< per step: whether it is in the mode
        std::vector<Expression> makes{};  ///< mean of each step [units/h]

        bool may_begin(const solver::Program& program, int t) const;
        /// Of the batch that begins with step t.
        Expression units(int t) const;
    };

    void add_mode(Mode& mode);
    void add_batch(Mode& mode);
    void add_size(Mode& mode, const std::vector<double>& may);
    void add_levels(Mode& mode);
    void one_mode();
    void starts();
    void times(int t);
    void initial(int t);
    void changeovers();
    void change_times(const std::vector<Series>& changes);
    void ramps();
    /// The rate of what runs, of a batch in all of its steps: what ramps limit.
    Expression pace(int t) const;
    void materials(const Mode& mode);
    void batch_materials(const Mode& mode, int t);
    void draw();
    void emit(const Mode& mode);

    Expression before(const std::vector<Expression>& series, int t, double initial) const;
    const Stage& p_;
    int index_;
    Formulation& f_;
    const Horizon& time_;
    const Process& process_;
    Works& works_;
    Desk d_;
    std::vector<double> open_;
    std::vector<Mode> modes_;
    std::vector<Expression> on_, rate_;
    Series start_{}, stop_{};
};

}  // namespace indus::model
