// SPDX-License-Identifier: Apache-2.0
// A foreign JSON file: members are taken one by one, and what nobody took is reported by its path.
//
//     JsonObject generator = ...;
//     const double most_mw = generator.number("p_max").value_or(0.0);
//     generator.allow({"vg", "q_max"});        // without effect on a dispatch of active power
//     generator.refuse_others("generators");   // "tiny.json: generators.G3.agc_fixed_cost: found ..."
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/importers/imported_case.hpp"

namespace indus::inputs {

class JsonSource;

/// An object of the file. A missing member and null are the same. Each reader reports what is no such value and then
/// gives nothing, so that all problems of a file are told together.
class JsonObject {
public:
    const std::string& name() const { return name_; }
    Place place() const;                         ///< of the object: "tiny.json: elements.bus.A"
    Place place(std::string_view member) const;  ///< of a member
    bool has(std::string_view member) const;
    bool is_number(std::string_view member) const;
    std::optional<double> number(std::string_view member);
    /// A number of at least `low`; reports one below.
    std::optional<double> number_from(std::string_view member, double low);
    std::optional<std::string> text(std::string_view member);
    /// true, false, 1 or 0.
    std::optional<bool> truth(std::string_view member);
    /// A number, an array of `steps` numbers, or {"data_type": "time_series", "values": [...]}.
    std::optional<Amount> amount(std::string_view member, std::size_t steps);
    std::optional<std::vector<double>> numbers(std::string_view member);
    std::optional<std::vector<std::string>> texts(std::string_view member);
    /// [[a, b], [a, b], ...]
    std::optional<std::vector<model::Steps::Step>> pairs(std::string_view member);
    /// An array of objects, each with the two numbers.
    std::optional<std::vector<model::Steps::Step>> pairs(std::string_view member, std::string_view from,
                                                         std::string_view value);
    std::optional<JsonObject> object(std::string_view member);
    /// The members of an object of objects.
    std::vector<JsonObject> objects(std::string_view member);
    std::vector<std::string> members() const;

    /// Reports that a member that must be there is not.
    void require(std::string_view member, std::string_view expected);
    /// Of a member, or of the object where `member` is empty.
    void report(std::string_view member, std::string_view expected);
    /// Members that change nothing here, whatever their value.
    void allow(std::initializer_list<std::string_view> members);
    /// Members that change nothing only when they have this value; reports any other.
    void allow_only(std::string_view member, double value, std::string_view expected);
    void allow_only(std::string_view member, bool value, std::string_view expected);
    /// Reports every member that was not asked for.
    void refuse_others();

private:
    friend class JsonSource;
    JsonObject(JsonSource& source, const nlohmann::json& node, std::string path, std::string name);
    const nlohmann::json* take(std::string_view member);
    JsonSource* source_;
    const nlohmann::json* node_;
    std::string path_;
    std::string name_;
    std::set<std::string, std::less<>> taken_;
    std::set<std::string, std::less<>> known_;
};

class JsonSource {
public:
    /// Reports a text that is no JSON object, or in which a name occurs twice in one object.
    JsonSource(std::string file, std::string_view text, std::vector<Issue>& issues);
    JsonSource(const JsonSource&) = delete;
    JsonSource& operator=(const JsonSource&) = delete;
    ~JsonSource();
    /// Nothing where the text is no JSON object.
    std::optional<JsonObject> root();
    const std::string& file() const { return file_; }
    void report(const Place& place, std::string_view found, std::string_view expected, std::string_view nearest = {});

private:
    std::string file_;
    std::vector<Issue>& issues_;
    std::unique_ptr<nlohmann::json> root_;
};

}  // namespace indus::inputs
