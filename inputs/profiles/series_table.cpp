// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/series_table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "model/horizon.hpp"

namespace indus::inputs {

std::string series_number(double value) {
    const double size = std::abs(value);
    const int decimals = size >= 999.95 ? 0 : size >= 99.995 ? 1 : size >= 9.9995 ? 2 : size >= 0.99995 ? 3 : 4;
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string to_csv(const SeriesTable& table) {
    std::string text = "time";
    for (const NamedSeries& series : table.series) text.append(1, ',').append(series.name);
    text += "\n";
    const std::size_t rows = table.series.empty() ? 0 : table.series.front().values.size();
    for (std::size_t row = 0; row < rows; ++row) {
        const auto offset = std::chrono::minutes{table.step_minutes * static_cast<long>(row)};
        text += model::to_string(model::TimePoint{table.first} + offset);
        for (const NamedSeries& series : table.series) text.append(1, ',').append(series_number(series.values[row]));
        text += "\n";
    }
    return text;
}

}  // namespace indus::inputs
