// SPDX-License-Identifier: Apache-2.0
// How CSV tables are written cell by cell. Private to reports/csv_*.cpp.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/csv_tables.hpp"

namespace indus::reports {

/// Builds rows cell by cell and hands them on in large pieces.
class CsvWriter {
public:
    explicit CsvWriter(const Sink& sink) : sink_{sink} {}
    ~CsvWriter() = default;
    CsvWriter(const CsvWriter&) = delete;
    CsvWriter& operator=(const CsvWriter&) = delete;

    CsvWriter& cell(std::string_view text) {
        separate();
        text_ += csv_cell(text);
        return *this;
    }
    CsvWriter& cell(const std::string& text) { return cell(std::string_view{text}); }
    CsvWriter& cell(const char* text) { return cell(std::string_view{text}); }
    CsvWriter& cell(double number) {
        separate();
        if (std::isfinite(number)) fmt::format_to(std::back_inserter(text_), "{}", number == 0.0 ? 0.0 : number);
        return *this;
    }
    CsvWriter& cell(int number) {
        separate();
        fmt::format_to(std::back_inserter(text_), "{}", number);
        return *this;
    }
    CsvWriter& cell(const std::optional<double>& number) {
        if (number) return cell(*number);
        separate();
        return *this;
    }
    void end_row() {
        text_ += '\n';
        at_start_ = true;
        if (text_.size() > 1u << 16) finish();
    }
    void header(std::initializer_list<const char*> names) {
        for (const char* name : names) cell(name);
        end_row();
    }
    void finish() {
        sink_(text_);
        text_.clear();
    }

private:
    void separate() {
        if (!at_start_) text_ += ',';
        at_start_ = false;
    }
    const Sink& sink_;
    std::string text_;
    bool at_start_ = true;
};

/// What the tables over time need.
struct StepTables {
    const model::System& system;
    const model::Solution& solution;
    const Digest& digest;
    const SeriesIndex& series;
    std::vector<std::string> times{};  ///< of every step

    /// Calls row(t, time) for every step.
    template <class Row>
    void for_each_step(Row row) const {
        for (int t = 0; t < series.step_count(); ++t)
            row(static_cast<std::size_t>(t), times[static_cast<std::size_t>(t)]);
    }
};

/// Tables over time of processes, loads, meters, heat and fuel, as far as the case has them (csv_industry.cpp).
std::vector<CsvTable> industry_tables(const std::shared_ptr<const StepTables>& in);

}  // namespace indus::reports
