// SPDX-License-Identifier: Apache-2.0
// Reports to JSON and back: one list of keys serves both.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "benchmarks/report.hpp"

namespace indus::bench {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* format = "indus-benchmark";
constexpr int version = 2;

void fields(auto&& each, auto& of) requires requires { of.nonzeros; }
{
    each("columns", of.columns);
    each("rows", of.rows);
    each("integers", of.integers);
    each("nonzeros", of.nonzeros);
}

void fields(auto&& each, auto& of) requires requires { of.gap_asked; }
{
    each("method", of.method);
    each("gap_asked", of.gap_asked);
    each("used", of.used);
    each("program", of.program);
    each("read_seconds", of.read_seconds);
    each("built_seconds", of.built_seconds);
    each("seconds_to_point", of.seconds_to_point);
    each("seconds_to_gap", of.seconds_to_gap);
    each("seconds", of.seconds);
    each("cpu_seconds", of.cpu_seconds);
    each("cost", of.cost);
    each("bound", of.bound);
    each("bound_recomputed", of.bound_recomputed);
    each("feasible", of.feasible);
    each("peak_mb", of.peak_mb);
    each("error", of.error);
    each("left_out", of.left_out);
}

void fields(auto&& each, auto& of) requires requires { of.ratio_to_cbc; }
{
    each("instance", of.instance);
    each("gap", of.gap);
    each("curve", of.curve);
    each("size", of.size);
    each("ratio_to_cbc", of.ratio_to_cbc);
    each("runs", of.runs);
}

void fields(auto&& each, auto& of) requires requires { of.instructions; }
{
    each("name", of.name);
    each("seconds", of.seconds);
    each("instructions", of.instructions);
}

void fields(auto&& each, auto& of) requires requires { of.exponent_of_cbc; }
{
    each("curve", of.curve);
    each("gap", of.gap);
    each("exponent", of.exponent);
    each("exponent_of_cbc", of.exponent_of_cbc);
}

void fields(auto&& each, auto& of) requires requires { of.started_utc; }
{
    each("started_utc", of.started_utc);
    each("cores", of.cores);
    each("processor", of.processor);
    each("compiler", of.compiler);
    each("libraries", of.libraries);
    each("limit_seconds", of.limit_seconds);
    each("parts", of.parts);
    each("instructions_missing", of.instructions_missing);
    each("results", of.results);
    each("growth", of.growth);
    each("left_out", of.left_out);
}

template <class T>
Json written(const T& value) {
    if constexpr (requires { Json(value); }) {
        return value;
    } else if constexpr (requires { value.has_value(); }) {
        return value ? written(*value) : Json();
    } else if constexpr (requires { value.begin(); }) {
        Json made = Json::array();
        for (const auto& each : value) made.push_back(written(each));
        return made;
    } else {
        Json made = Json::object();
        fields([&](const char* key, const auto& member) { made[key] = written(member); }, value);
        return made;
    }
}

[[noreturn]] void complain(const std::string& where, std::string_view expected) {
    throw std::runtime_error(fmt::format("{}: expected {}", where.empty() ? "the file" : where, expected));
}

void take(const Json& json, const std::string& where, std::string& value) {
    if (!json.is_string()) complain(where, "a text");
    value = json.get<std::string>();
}

void take(const Json& json, const std::string& where, bool& value) {
    if (!json.is_boolean()) complain(where, "true or false");
    value = json.get<bool>();
}

template <class Number>
requires std::is_arithmetic_v<Number>
void take(const Json& json, const std::string& where, Number& value) {
    if (std::is_integral_v<Number> ? !json.is_number_integer() : !json.is_number()) complain(where, "a number");
    value = json.get<Number>();
}

template <class T>
void take(const Json& json, const std::string& where, T& value) {
    if constexpr (requires { value.has_value(); }) {
        if (json.is_null()) return;
        take(json, where, value.emplace());
    } else if constexpr (requires { value.emplace_back(); }) {
        if (!json.is_array()) complain(where, "a list");
        for (std::size_t k = 0; k < json.size(); ++k)
            take(json[k], fmt::format("{}[{}]", where, k), value.emplace_back());
    } else {
        if (!json.is_object()) complain(where, "an object");
        const auto member = [&](const char* key, auto& of) {
            const auto found = json.find(key);
            take(found == json.end() ? Json() : *found, where.empty() ? key : where + "." + key, of);
        };
        fields(member, value);
    }
}

Json parsed(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) throw std::runtime_error("the file is no JSON");
    return json;
}

}  // namespace

std::string to_json_line(const Run& run) { return written(run).dump(); }

std::string to_json(const Report& report) {
    Json made{{"format", format}, {"version", version}};
    made.update(written(report));
    return made.dump(1);
}

Run parse_run(const std::string& text) {
    Run made;
    take(parsed(text), "", made);
    return made;
}

Report parse_report(const std::string& text) {
    const Json json = parsed(text);
    if (!json.is_object() || json.value("format", Json()) != format)
        throw std::runtime_error("the file holds no results of ./dev bench");
    if (json.value("version", Json()) != version)
        throw std::runtime_error(fmt::format("the file has version {} of the format, expected {}",
                                             json.value("version", Json()).dump(), version));
    Report made;
    take(json, "", made);
    return made;
}

}  // namespace indus::bench
