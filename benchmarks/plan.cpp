// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <sstream>
#include <stdexcept>

#include "benchmarks/growth.hpp"
#include "benchmarks/parts.hpp"
#include "inputs/quantities.hpp"

namespace indus::bench {

namespace {

namespace po = boost::program_options;
using Names = std::vector<std::string>;

const Names quick_set{"kazarlis:10",       "kazarlis:100", "random:100:48:1:7",
                      "random:500:48:1:7", "pakistan:168", "industry:12:24:60:3"};
const Names full_set{"kazarlis:10",         "kazarlis:20",       "kazarlis:40",       "kazarlis:100",
                     "random:100:48:1:7",   "random:500:48:1:7", "random:500:48:5:7", "random:1000:48:1:7",
                     "random:2000:48:1:7",  "pakistan:168",      "pakistan:8760",     "industry:12:24:60:3",
                     "industry:50:168:15:7"};
/// Instances whose processes are relaxed for pricing: the bound stays that far below what they cost.
constexpr double industry_gap = 0.01;

po::options_description known_options() {
    po::options_description options("Options");
    auto add = options.add_options();
    add("full", po::bool_switch(), "all parts, instances and growth curves, however long they take");
    add("growth", po::value<Names>()->composing(), "a growth curve: units, hours, zones or all");
    add("parts", po::bool_switch(), "the parts of a run: seconds and, by valgrind, instructions");
    add("gaps", po::value<std::string>()->default_value("1%,0.1%,0.01%"), "gaps to prove, each in a run of its own");
    add("limit", po::value<std::string>(), "wall time of a run (30s; without arguments 20s, --full 10min)");
    add("within", po::value<std::string>(),
        "wall time of all; what does not fit is left out (without arguments 10min)");
    add("repeat", po::value<int>()->default_value(1), "turns of both methods; three make a comparison sharper");
    add("output,o", po::value<std::string>(), "file for the results as JSON");
    add("list", po::bool_switch(), "say what would be run, and stop");
    add("help,h", po::bool_switch(), "this page");
    return options;
}

double seconds_of(const po::variables_map& values, const char* option, double otherwise) {
    if (values.count(option) == 0) return otherwise;
    const auto text = values[option].as<std::string>();
    const auto seconds = inputs::parse_duration_seconds(text);
    if (!seconds)
        throw std::runtime_error(fmt::format("--{}: found '{}', expected a time like 60s or 10min", option, text));
    return *seconds;
}

std::vector<double> gaps_of(const std::string& text) {
    std::vector<double> gaps;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(',', from), text.size());
        const auto gap = inputs::parse_gap(text.substr(from, to - from));
        if (!gap) throw std::runtime_error(fmt::format("--gaps: found '{}', expected shares like 1%,0.001", text));
        gaps.push_back(*gap);
        from = to + 1;
    }
    std::sort(gaps.rbegin(), gaps.rend());
    gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end());
    return gaps;
}

void add_names(const Names& names, Plan& plan) {
    for (const std::string& each : names) plan.instances.push_back({each, {}, {}});
}

void add_set(const Names& names, Plan& plan) {
    for (const std::string& each : names)
        plan.instances.push_back({each, {}, {}, each.starts_with("industry:") ? industry_gap : 0.0});
}

void add_curve(const std::string& name, Plan& plan) {
    if (name == "all") {
        for (const Curve& each : all_curves()) add_curve(each.name, plan);
        return;
    }
    const Curve& curve = curve_named(name);
    for (const auto& [size, system] : curve.points) plan.instances.push_back({system, curve.name, size});
}

void add_instances(const po::variables_map& values, Plan& plan) {
    if (values.count("names") > 0) add_names(values["names"].as<Names>(), plan);
    if (values.count("growth") > 0)
        for (const std::string& each : values["growth"].as<Names>()) add_curve(each, plan);
    if (values["full"].as<bool>()) {
        add_set(full_set, plan);
        add_curve("all", plan);
        plan.parts = true;
    }
}

}  // namespace

Plan read_plan(int argc, char** argv) {
    const po::options_description shown = known_options();
    po::options_description options = shown;
    options.add_options()("names", po::value<Names>())("one", po::value<std::string>());
    po::positional_options_description rest;
    rest.add("names", -1);
    po::variables_map values;
    po::store(po::command_line_parser(argc, argv).options(options).positional(rest).run(), values);
    Plan plan;
    if (values["help"].as<bool>()) {
        std::ostringstream text;
        text << "Usage: ./dev bench [OPTIONS] [INSTANCE...]\n       ./dev bench compare OLD NEW\n\n"
             << "Instances are files, case folders or names like kazarlis:40, random:500:48:1:7 and pakistan:168.\n\n"
             << shown;
        plan.help = text.str();
        return plan;
    }
    plan.parts = values["parts"].as<bool>();
    add_instances(values, plan);
    const bool is_quick = plan.instances.empty() && !plan.parts;
    if (is_quick) {
        add_set(quick_set, plan);
        plan.parts = true;
    }
    plan.gaps = gaps_of(values["gaps"].as<std::string>());
    plan.limit_seconds = seconds_of(values, "limit", is_quick ? 20.0 : values["full"].as<bool>() ? 600.0 : 30.0);
    if (is_quick || values.count("within") > 0) plan.within_seconds = seconds_of(values, "within", 600.0);
    plan.repeats = values["repeat"].as<int>();
    if (plan.repeats < 1)
        throw std::runtime_error(fmt::format("--repeat: found {}, expected at least 1", plan.repeats));
    if (values.count("output") > 0) plan.output = values["output"].as<std::string>();
    plan.list_only = values["list"].as<bool>();
    if (values.count("one") > 0) plan.one = values["one"].as<std::string>();
    return plan;
}

std::string to_text(const Plan& plan) {
    std::string made;
    if (plan.parts)
        for (const Part& each : all_parts()) made += each.name + "\n";
    for (const double gap : plan.gaps)
        for (const Plan::Instance& each : plan.instances)
            if (each.is_asked_for(gap))
                made += fmt::format("{} at {:g} %{}\n", each.name, 100.0 * gap,
                                    each.curve ? ", growth by " + *each.curve : "");
    return made;
}

}  // namespace indus::bench
