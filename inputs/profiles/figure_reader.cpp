// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/figure_reader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "inputs/read_case.hpp"
#include "inputs/source_file.hpp"
#include "inputs/toml_nesting.hpp"
#include "model/values.hpp"

namespace indus::inputs {

/// What the copies of a FigureTable share.
struct FigureTable::Node {
    std::shared_ptr<const toml::table> file{};  ///< keeps the parsed text alive
    const toml::table* table = nullptr;
    std::string name{};  ///< of the file
    std::vector<Issue>* issues = nullptr;
    std::vector<std::string> asked{};
    std::vector<FigureTable> below{};

    const toml::node* find(std::string_view key) {
        if (std::find(asked.begin(), asked.end(), key) == asked.end()) asked.emplace_back(key);
        return table->get(key);
    }
};

namespace {

std::string shown(const toml::node& node) {
    std::ostringstream text;
    node.visit([&](const auto& value) { text << value; });
    return text.str();
}

std::optional<double> number_in(const toml::node& node, const model::Range& range) {
    const std::optional<double> value = node.value<double>();
    return value && range.contains(*value) ? value : std::nullopt;
}

std::optional<std::chrono::local_days> date_in(const toml::node& node) {
    const std::optional<std::string> text = node.value<std::string>();
    if (!text || text->size() != 10) return std::nullopt;
    const std::optional<model::TimePoint> time = parse_time(*text);
    if (!time) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(*time);
}

constexpr std::string_view a_date = "a date, \"2025-01-13\"";

}  // namespace

void FigureTable::complain(std::string_view key, std::string_view expected, std::string_view found,
                           std::string_view nearest) const {
    const toml::node* node = node_->table->get(key);
    const toml::source_region& source = node != nullptr ? node->source() : node_->table->source();
    const std::string value = !found.empty() ? std::string{found} : node != nullptr ? shown(*node) : std::string{};
    node_->issues->push_back({.file = node_->name,
                              .line = static_cast<int>(source.begin.line),
                              .column = static_cast<int>(source.begin.column),
                              .field = std::string{key},
                              .found = value,
                              .expected = std::string{expected},
                              .nearest = std::string{nearest}});
}

bool FigureTable::has(std::string_view key) const { return node_->find(key) != nullptr; }

double FigureTable::number(std::string_view key, model::Range range) {
    const toml::node* node = node_->find(key);
    const std::optional<double> value = node != nullptr ? number_in(*node, range) : std::nullopt;
    if (!value) complain(key, range.describe());
    return value.value_or(range.contains(0.0) ? 0.0 : range.contains(1.0) ? 1.0 : range.low);
}

double FigureTable::number(std::string_view key, model::Range range, double otherwise) {
    return has(key) ? number(key, range) : otherwise;
}

std::string FigureTable::text(std::string_view key) {
    const toml::node* node = node_->find(key);
    const std::optional<std::string> value = node != nullptr ? node->value<std::string>() : std::nullopt;
    if (!value || value->empty()) complain(key, "a text");
    return value.value_or("");
}

std::string FigureTable::text(std::string_view key, std::string_view otherwise) {
    return has(key) ? text(key) : std::string{otherwise};
}

std::chrono::local_days FigureTable::date(std::string_view key) {
    const toml::node* node = node_->find(key);
    const std::optional<std::chrono::local_days> day = node != nullptr ? date_in(*node) : std::nullopt;
    if (!day) complain(key, a_date);
    return day.value_or(std::chrono::local_days{std::chrono::year{2025} / 1 / 1});
}

std::vector<std::chrono::local_days> FigureTable::dates(std::string_view key) {
    std::vector<std::chrono::local_days> days;
    const toml::node* node = node_->find(key);
    if (node == nullptr) return days;
    if (!node->is_array()) complain(key, "a list of dates");
    if (const toml::array* list = node->as_array()) {
        for (const toml::node& entry : *list) {
            const std::optional<std::chrono::local_days> day = date_in(entry);
            if (day) days.push_back(*day);
            if (!day) complain(key, a_date, shown(entry));
        }
    }
    return days;
}

std::vector<double> FigureTable::numbers(std::string_view key, std::size_t count, model::Range range,
                                         model::Need need) {
    const toml::node* node = node_->find(key);
    if (node == nullptr && need == model::optional) return {};
    std::vector<double> values;
    if (const toml::array* list = node != nullptr ? node->as_array() : nullptr) {
        for (const toml::node& entry : *list) {
            const std::optional<double> value = number_in(entry, range);
            if (!value) complain(key, range.describe(), shown(entry));
            values.push_back(value.value_or(1.0));
        }
    }
    if (values.size() != count) complain(key, fmt::format("a list of {} numbers", count));
    values.resize(count, 1.0);
    return values;
}

std::vector<std::pair<std::string, double>> FigureTable::named_numbers(std::string_view key, model::Range range) {
    std::vector<std::pair<std::string, double>> values;
    FigureTable below = table(key);
    for (const auto& entry : *below.node_->table) {
        const std::string name{entry.first.str()};
        values.emplace_back(name, below.number(name, range));
    }
    return values;
}

FigureTable FigureTable::table(std::string_view key) {
    static const toml::table nothing{};
    const toml::node* node = node_->find(key);
    const toml::table* found = node != nullptr ? node->as_table() : nullptr;
    if (found == nullptr) complain(key, fmt::format("a table [{}]", key));
    node_->below.emplace_back(std::make_shared<Node>(
        Node{node_->file, found != nullptr ? found : &nothing, node_->name, node_->issues, {}, {}}));
    return node_->below.back();
}

std::vector<FigureTable> FigureTable::tables(std::string_view key) {
    std::vector<FigureTable> found;
    const toml::node* node = node_->find(key);
    if (node == nullptr) return found;
    const toml::array* list = node->as_array();
    if (list == nullptr || !list->is_array_of_tables()) complain(key, fmt::format("tables [[{}]]", key));
    if (list == nullptr) return found;
    for (const toml::node& entry : *list) {
        if (const toml::table* table = entry.as_table()) {
            found.emplace_back(std::make_shared<Node>(Node{node_->file, table, node_->name, node_->issues, {}, {}}));
        }
    }
    node_->below.insert(node_->below.end(), found.begin(), found.end());
    return found;
}

void FigureTable::refuse_unknown() const {
    for (const auto& entry : *node_->table) {
        const std::string_view key = entry.first.str();
        if (std::find(node_->asked.begin(), node_->asked.end(), key) != node_->asked.end()) continue;
        complain(key, "no such key", key, model::nearest_name(key, node_->asked));
    }
    for (const FigureTable& table : node_->below) table.refuse_unknown();
}

std::optional<FigureTable> read_figures(const std::filesystem::path& case_folder, const std::string& file,
                                        std::vector<Issue>& issues) {
    const std::optional<std::string> text = CaseFolder{case_folder}.read_text(file, issues);
    if (!text) return std::nullopt;
    if (const std::optional<int> line = line_too_deep(*text)) {
        issues.push_back({.file = file,
                          .line = *line,
                          .found = "tables deep in each other",
                          .expected = fmt::format("at most {} tables in each other", deepest_toml)});
        return std::nullopt;
    }
    try {
        auto parsed = std::make_shared<const toml::table>(toml::parse(*text, std::string_view{file}));
        const toml::table* table = parsed.get();
        return FigureTable{
            std::make_shared<FigureTable::Node>(FigureTable::Node{std::move(parsed), table, file, &issues, {}, {}})};
    } catch (const toml::parse_error& error) {
        issues.push_back({.file = file,
                          .line = static_cast<int>(error.source().begin.line),
                          .column = static_cast<int>(error.source().begin.column),
                          .found = std::string{error.description()},
                          .expected = "text in the TOML format"});
        return std::nullopt;
    }
}

}  // namespace indus::inputs
