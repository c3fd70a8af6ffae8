// SPDX-License-Identifier: Apache-2.0
// Reads the figures of a profiles folder: every key has a range, unknown keys are errors, all problems are
// collected. A figure that could not be read has a default, and no profiles are made.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inputs/issue.hpp"
#include "model/field.hpp"

namespace indus::inputs {

/// One table of a file of figures. Copies share what they know.
class FigureTable {
public:
    struct Node;
    explicit FigureTable(std::shared_ptr<Node> node) : node_{std::move(node)} {}

    double number(std::string_view key, model::Range range);
    double number(std::string_view key, model::Range range, double otherwise);
    std::string text(std::string_view key);
    std::string text(std::string_view key, std::string_view otherwise);
    std::chrono::local_days date(std::string_view key);
    std::vector<std::chrono::local_days> dates(std::string_view key);
    /// A list of exactly `count` numbers: 12 months, 24 hours. Empty where it is optional and missing.
    std::vector<double> numbers(std::string_view key, std::size_t count, model::Range range,
                                model::Need need = model::required);
    /// The numbers of a table by name: sectors = { textile = 0.25, food = 0.1 }.
    std::vector<std::pair<std::string, double>> named_numbers(std::string_view key, model::Range range);
    bool has(std::string_view key) const;

    /// The table under a key; an empty one and an issue where it is missing.
    FigureTable table(std::string_view key);
    /// The tables of a list of tables; none where it is missing.
    std::vector<FigureTable> tables(std::string_view key);

    /// Keys that are there and were not asked for become issues, here and in the tables below.
    void refuse_unknown() const;
    /// An issue at a key of this table, or at the table itself where the key is missing.
    void complain(std::string_view key, std::string_view expected, std::string_view found = {},
                  std::string_view nearest = {}) const;

private:
    std::shared_ptr<Node> node_;
};

/// Opens `file` of the case folder; nothing when it is missing or cannot be read (which is an issue).
std::optional<FigureTable> read_figures(const std::filesystem::path& case_folder, const std::string& file,
                                        std::vector<Issue>& issues);

}  // namespace indus::inputs
