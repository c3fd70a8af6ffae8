// SPDX-License-Identifier: Apache-2.0
#include "reports/book_chart.hpp"

#include <xlsxwriter.h>

#include <algorithm>

namespace indus::reports {

namespace {

constexpr int most_labels = 10;

int type_of(ChartKind kind) {
    if (kind == ChartKind::stacked_area) return LXW_CHART_AREA_STACKED;
    return kind == ChartKind::lines ? LXW_CHART_LINE : LXW_CHART_COLUMN;
}

lxw_color_t colour_of(const std::string& text) {
    return static_cast<lxw_color_t>(std::stoul(text.substr(1), nullptr, 16));
}

/// The library takes a name that begins with "=" for a reference to a cell.
std::string chart_text(const std::string& text) {
    const std::string safe = cell_text(text);
    return safe.starts_with('=') ? " " + safe : safe;
}

void set_colour(lxw_chart_series* series, ChartKind kind, const std::string& text) {
    if (kind == ChartKind::lines) {
        lxw_chart_line line{};
        line.width = 1.5F;
        if (!text.empty()) line.color = colour_of(text);
        chart_series_set_line(series, &line);
    } else if (!text.empty()) {
        lxw_chart_fill fill{};
        fill.color = colour_of(text);
        chart_series_set_fill(series, &fill);
    }
}

void set_range(lxw_chart_series* series, const CellRange& range, bool categories) {
    (categories ? chart_series_set_categories : chart_series_set_values)(
        series, range.sheet.c_str(), static_cast<lxw_row_t>(range.first_row), static_cast<lxw_col_t>(range.column),
        static_cast<lxw_row_t>(range.last_row), static_cast<lxw_col_t>(range.column));
}

void set_axes(lxw_chart* chart, const ChartFrame& frame, const CellRange& categories) {
    chart_axis_set_name(chart->y_axis, chart_text(frame.unit).c_str());
    chart_axis_set_num_format(chart->y_axis, "#,##0");
    if (!frame.over_time) return;
    const int step = std::max(1, (categories.last_row - categories.first_row + 1) / most_labels);
    chart_axis_set_num_format(chart->x_axis, "d mmm hh:mm");
    chart_axis_set_interval_unit(chart->x_axis, static_cast<uint16_t>(step));
    chart_axis_set_interval_tick(chart->x_axis, static_cast<uint16_t>(step));
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

}  // namespace

void insert_chart(Book& book, Sheet& sheet, int row, int column, const ChartFrame& frame, const CellRange& categories,
                  const std::vector<ChartSeries>& all) {
    lxw_chart* chart = book.add_chart(type_of(frame.kind));
    for (const ChartSeries& each : all) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        if (series == nullptr) book.fail("no memory");
        chart_series_set_name(series, chart_text(each.name).c_str());
        set_range(series, categories, true);
        set_range(series, each.values, false);
        set_colour(series, frame.kind, each.colour);
    }
    chart_title_set_name(chart, chart_text(frame.title).c_str());
    set_axes(chart, frame, categories);
    if (all.size() == 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_RIGHT);
    constexpr double default_width = 480.0, default_height = 288.0;
    lxw_chart_options options{};
    options.x_scale = frame.width / default_width;
    options.y_scale = frame.height / default_height;
    worksheet_insert_chart_opt(sheet.handle(), static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), chart,
                               &options);
}

}  // namespace indus::reports
