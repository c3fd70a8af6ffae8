// SPDX-License-Identifier: Apache-2.0
// Reserve of an Egret file. Services are ranked: regulation up, spinning, non-spinning, supplemental; what is held of
// one beyond its requirement counts for the next, and what an area holds counts for the system. So the system's product
// asks for the rest of its requirement only, and has the areas' products and the next higher service above it. A unit
// gives the product of its area, or the system's where its area asks for none.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "inputs/importers/egret_parts.hpp"
#include "inputs/quantities.hpp"

namespace indus::inputs::egret {

namespace {

struct Service {
    std::string_view name{};
    double minutes = 0.0;        ///< in which it must be there
    std::string_view sharing{};  ///< how it shares the ramp
    bool ranked = true;          ///< of the ranked services up, which are called together
    bool down = false;
    bool from_standstill = false;
    std::string_view penalty_member{};
};

constexpr std::array services{
    Service{"regulation_up", 5, "mean", true, false, false, "regulation_penalty_price"},
    Service{"spinning_reserve", 10, "mean", true, false, false, "spinning_reserve_penalty_price"},
    Service{"non_spinning_reserve", 10, "mean", true, false, true, "non_spinning_reserve_penalty_price"},
    Service{"supplemental_reserve", 30, "mean", true, false, true, "supplemental_reserve_penalty_price"},
    Service{"regulation_down", 5, "mean", false, true, false, "regulation_penalty_price"},
    Service{"flexible_ramp_up", 20, "step", false, false, false, "flexible_ramp_penalty_price"},
    Service{"flexible_ramp_down", 20, "step", false, true, false, "flexible_ramp_penalty_price"}};

std::string member_of(const Service& service) { return fmt::format("{}_requirement", service.name); }

/// Costs of a MW missing for an hour; each is by default halfway between that of the service above and the least.
std::map<std::string, double, std::less<>> penalties_of(JsonObject& system, const Context& context) {
    const double least = context.reserve_shortfall_cost;
    const auto cost = [&](std::string_view member, double standard) {
        return system.number_from(member, 0.0).value_or(standard);
    };
    const double regulation = cost("regulation_penalty_price", (context.mismatch_cost + least) / 2.0);
    const double spinning = cost("spinning_reserve_penalty_price", (regulation + least) / 2.0);
    const double non_spinning = cost("non_spinning_reserve_penalty_price", (spinning + least) / 2.0);
    const double supplemental = cost("supplemental_reserve_penalty_price", (non_spinning + least) / 2.0);
    const double flexible = cost("flexible_ramp_penalty_price", (non_spinning + spinning) / 2.0);
    return {{"regulation_penalty_price", regulation},
            {"spinning_reserve_penalty_price", spinning},
            {"non_spinning_reserve_penalty_price", non_spinning},
            {"supplemental_reserve_penalty_price", supplemental},
            {"flexible_ramp_penalty_price", flexible}};
}

/// What one area, zone or the system as a whole asks for of a service.
struct Demand {
    std::string area{};
    Amount amount{};
    Place place{};
};

/// The products of one service, areas first; returns the names of those that stand for the whole.
class ProductWriter {
public:
    ProductWriter(JsonObject& system, Context& context)
        : context_{context}, penalties_{penalties_of(system, context)} {}

    void write(const Service& service, const std::vector<Demand>& areas, const Demand& whole,
               std::vector<Product>& products) {
        std::vector<std::string> above;
        Amount rest;
        for (std::size_t step = 0; step < context_.made.steps; ++step) {
            double left = whole.amount.at(step);
            for (const Demand& each : areas) left -= each.amount.at(step);
            rest.values.push_back(std::max(0.0, left));
        }
        for (const Demand& each : areas) {
            const std::string name = fmt::format("{}.{}", each.area, service.name);
            write_one(service, {name, std::string{service.name}, each.area},
                      service.ranked ? ranked_[each.area] : std::vector<std::string>{}, each.amount, each.place,
                      products);
            if (service.ranked) ranked_[each.area].push_back(name);
            above.push_back(name);
        }
        if (service.ranked && !highest_.empty()) above.push_back(highest_);
        write_one(service, {std::string{service.name}, std::string{service.name}, ""}, above, rest, whole.place,
                  products);
        if (service.ranked) highest_ = service.name;
    }

private:
    void write_one(const Service& service, const Product& product, const std::vector<std::string>& above,
                   const Amount& requirement, const Place& place, std::vector<Product>& products) {
        std::string better;
        for (const std::string& each : above) better += (better.empty() ? "" : " ") + each;
        CaseRow row{context_.made, "reserve", place};
        row.set("name", product.name)
            .set("requirement_mw", requirement)
            .set("response_minutes", service.minutes)
            .set("shortfall_cost_per_mwh", penalties_.find(service.penalty_member)->second)
            .set("ramp_sharing", service.sharing);
        if (service.down) row.set("direction", "down");
        if (service.from_standstill) row.set("type", "replacement");
        if (service.ranked) row.set("joint_response", "yes");
        if (!better.empty()) row.set("better", better);
        products.push_back(product);
    }

    Context& context_;
    std::map<std::string, double, std::less<>> penalties_;
    std::map<std::string, std::vector<std::string>> ranked_;  ///< products of an area so far
    std::string highest_;                                     ///< the system's last ranked product
};

void take_demand(JsonObject& element, const std::string& area, const Context& context,
                 std::map<std::string, std::vector<Demand>>& demands) {
    for (const Service& service : services)
        if (const auto amount = element.amount(member_of(service), context.made.steps))
            demands[std::string{service.name}].push_back({area, *amount, element.place(member_of(service))});
}

void take_areas(JsonObject& elements, std::string_view kind, Context& context,
                std::map<std::string, std::vector<Demand>>& demands) {
    for (JsonObject& area : elements.objects(kind)) {
        fits_name_list(area.name(), area.place(), context.made.draft.issues);
        take_demand(area, fmt::format("{}.{}", kind, area.name()), context, demands);
        area.refuse_others();
    }
}

/// "165 to 413" where a unit that regulates must keep to a part of its range.
void set_band(JsonObject& generator, const std::vector<const Product*>& regulation, CaseRow& row) {
    const auto low = generator.number("p_min_agc");
    const auto high = generator.number("p_max_agc");
    if (regulation.empty() || (!low && !high)) return;
    std::string names;
    for (const Product* each : regulation) names += (names.empty() ? "" : " ") + each->name;
    row.set("band_products", names, generator.place("agc_capable"));
    if (low) row.set("band_min_mw", *low, generator.place("p_min_agc"));
    if (high) row.set("band_max_mw", *high, generator.place("p_max_agc"));
}

/// The products that a unit of these regions gives: of each service that of its area or zone, or the system's.
std::vector<const Product*> own_products(JsonObject& generator, const std::vector<Product>& products) {
    const std::string area = "area." + generator.text("area").value_or("");
    const std::string zone = "zone." + generator.text("zone").value_or("");
    std::vector<const Product*> own;
    for (const Product& each : products) {
        const bool regional = std::any_of(products.begin(), products.end(), [&](const Product& other) {
            return other.service == each.service && (other.area == area || other.area == zone);
        });
        if (regional ? each.area == area || each.area == zone : each.area.empty()) own.push_back(&each);
    }
    return own;
}

void set_quick_start(JsonObject& generator, bool gives_any, CaseRow& row) {
    const bool fast = generator.truth("fast_start").value_or(false);
    const bool slow = generator.truth("supplemental_start").value_or(false);
    const double slow_mw = generator.number_from("supplemental_non_spinning_capacity", 0.0).value_or(0.0);
    double fast_mw = generator.number_from("non_spinning_capacity", 0.0).value_or(0.0);
    if (slow) fast_mw = std::min(fast_mw, slow_mw);  // both together keep within the slower one
    std::vector<model::Steps::Step> steps;
    if (fast && fast_mw > 0.0) steps.push_back({10.0, fast_mw});
    if (slow && slow_mw > 0.0) steps.push_back({30.0, slow_mw});
    if (!steps.empty() && gives_any) row.set("quick_start_mw", steps_text(steps), generator.place("fast_start"));
}

bool regulates(const Product& product) { return product.service.starts_with("regulation"); }

/// What it may give of each product; whether it gives any.
bool set_limits(JsonObject& generator, const std::vector<const Product*>& own, CaseRow& row) {
    const bool agc = generator.truth("agc_capable").value_or(false);
    const double least = generator.number("p_min").value_or(0.0);
    const double most = generator.number("p_max").value_or(0.0);
    const double range = generator.number("p_max_agc").value_or(most) - generator.number("p_min_agc").value_or(least);
    const double ramp = generator.number_from("ramp_agc", 0.0).value_or(0.0);
    const double marginal = generator.number_from("agc_marginal_cost", 0.0).value_or(0.0);
    const double spinning = generator.number_from("spinning_cost", 0.0).value_or(0.0);
    const double supplemental = generator.number_from("supplemental_cost", 0.0).value_or(0.0);
    std::string limits;
    std::string costs;
    std::vector<const Product*> regulation;
    for (const Product* each : own) {
        if (regulates(*each) && !agc) continue;
        if (regulates(*each)) regulation.push_back(each);
        const double limit = regulates(*each) ? std::max(0.0, std::min(5.0 * ramp, range / 2.0)) : most;
        limits += fmt::format("{}{}:{}", limits.empty() ? "" : " ", each->name, number_text(limit));
        const double cost = regulates(*each)                          ? marginal
                            : each->service == "spinning_reserve"     ? spinning
                            : each->service == "supplemental_reserve" ? supplemental
                                                                      : 0.0;
        if (cost != 0.0) costs += fmt::format("{}{}:{}", costs.empty() ? "" : " ", each->name, number_text(cost));
    }
    if (limits.empty())
        row.set("provides_reserve", "no");
    else
        row.set("reserve_limit_mw", limits, generator.place("agc_capable"));
    if (!costs.empty()) row.set("reserve_cost_per_mwh", costs, generator.place("spinning_cost"));
    set_band(generator, regulation, row);
    return !limits.empty();
}

}  // namespace

std::vector<Product> read_reserves(JsonObject& system, JsonObject& elements, Context& context) {
    std::vector<Product> products;
    if (const auto needed = system.amount("reserve_requirement", context.made.steps)) {
        CaseRow{context.made, "reserve", system.place("reserve_requirement")}
            .set("name", "reserve")
            .set("requirement_mw", *needed)
            .set("response_minutes", unlimited_response_minutes)
            .set("shortfall_cost_per_mwh", context.reserve_shortfall_cost);
        products.push_back({"reserve", "reserve", ""});
    }
    std::map<std::string, std::vector<Demand>> demands;
    take_areas(elements, "area", context, demands);
    take_areas(elements, "zone", context, demands);
    ProductWriter writer{system, context};
    for (const Service& service : services) {
        const std::string member = member_of(service);
        const auto needed = system.amount(member, context.made.steps);
        const std::vector<Demand>& areas = demands[std::string{service.name}];
        if (!needed && areas.empty()) continue;
        writer.write(service, areas, {"", needed.value_or(Amount{{0.0}}), system.place(member)}, products);
    }
    return products;
}

void read_reserve_terms(JsonObject& generator, const std::vector<Product>& products, CaseRow& row) {
    const std::vector<const Product*> own = own_products(generator, products);
    const bool ranked =
        std::any_of(products.begin(), products.end(), [](const Product& each) { return each.service != "reserve"; });
    if (!ranked) {
        // No product asks for any of this.
        generator.allow({"agc_capable", "ramp_agc", "p_min_agc", "p_max_agc", "agc_fixed_cost", "agc_marginal_cost",
                         "fast_start", "non_spinning_capacity", "non_spinning_cost", "supplemental_start",
                         "supplemental_non_spinning_capacity", "supplemental_spinning_capacity", "supplemental_cost",
                         "spinning_capacity", "spinning_cost"});
        return;
    }
    const bool gives_any = set_limits(generator, own, row);
    set_quick_start(generator, gives_any, row);
    generator.allow_only("agc_fixed_cost", 0.0, "0: regulation costs nothing for being ready");
    generator.allow_only("non_spinning_cost", 0.0, "0: reserve from standstill has the price of its product alone");
}

}  // namespace indus::inputs::egret
