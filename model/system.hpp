// SPDX-License-Identifier: Apache-2.0
// The energy system: complete, checked, immutable.
//
//     SystemData data;                          // what a reader or a test fills
//     data.horizon = Horizon::uniform(start, 1.0, 24);
//     data.list<Zone>().push_back({.name = "north"});
//     std::variant<System, std::vector<Issue>> made = System::create(std::move(data));
//
// Nothing after `create` validates user data again.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/all_components.hpp"
#include "model/horizon.hpp"
#include "model/issue.hpp"

namespace indus::model {

/// One unit of the case's currency is `per_unit` units of `currency`; for reports only.
struct ExchangeRate {
    std::string currency{};
    double per_unit = 1.0;
    friend bool operator==(const ExchangeRate&, const ExchangeRate&) = default;
};

struct CaseSettings {
    std::string name{};
    std::string title{};        ///< default: the name
    std::string description{};  ///< a paragraph for the report
    std::string scenario = "base";
    std::string scenario_description{};
    std::string currency = "money";
    std::vector<ExchangeRate> exchange_rates{};
    int utc_offset_minutes = 0;
    int cost_segments = 10;     ///< pieces into which a quadratic cost is cut
    std::string billed_zone{};  ///< whose bill is minimised; empty: the cost of the system is (components/meter)
    std::optional<long> outage_seed{};  ///< forced outages are drawn from it; none without it
};

/// What `create` checks and completes. Lists are in the order of the input.
struct SystemData {
    // In system.cpp: forty lists are copied and destroyed, which is much to compile in every file that holds one.
    SystemData();
    SystemData(const SystemData&);
    SystemData(SystemData&&) noexcept;
    SystemData& operator=(const SystemData&);
    SystemData& operator=(SystemData&&) noexcept;
    ~SystemData();

    CaseSettings settings{};
    Horizon horizon{};
    std::vector<TimeSeries> series{};  ///< those that fields name; others are ignored
    AllComponents::Lists components{};

    template <class T>
    std::vector<T>& list() {
        return std::get<std::vector<T>>(components);
    }
    template <class T>
    const std::vector<T>& list() const {
        return std::get<std::vector<T>>(components);
    }
};

class System {
public:
    /// Resolves references and series and runs every check; either a System or *all* issues found.
    static std::variant<System, std::vector<Issue>> create(SystemData data);

    const CaseSettings& settings() const { return data_->settings; }
    const Horizon& horizon() const { return data_->horizon; }
    template <class T>
    const std::vector<T>& all() const {
        return data_->list<T>();
    }
    template <class T>
    const T& at(const Reference<T>& reference) const {
        return data_->list<T>().at(static_cast<std::size_t>(reference.index));
    }
    /// The completed data: every profile has its values per step, every reference its index.
    const SystemData& data() const { return *data_; }
    /// Sum of all carbon prices at step t [money/tCO2].
    double carbon_price(int t) const;

private:
    explicit System(SystemData data);
    std::shared_ptr<const SystemData> data_;
};

}  // namespace indus::model
