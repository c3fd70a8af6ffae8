// SPDX-License-Identifier: Apache-2.0
// The section BOUNDS (declared in mps_parser.hpp).
#include <fmt/format.h>

#include <cmath>

#include "solver/mps_parser.hpp"

namespace indus::solver {

namespace {

constexpr std::string_view all_types = "one of LO, UP, FX, FR, MI, PL, BV, LI, UI";

bool needs_value(std::string_view type) {
    return type == "LO" || type == "UP" || type == "FX" || type == "LI" || type == "UI";
}
bool needs_none(std::string_view type) { return type == "FR" || type == "MI" || type == "PL" || type == "BV"; }

double with_infinity(double value) {
    return std::abs(value) >= MpsDraft::infinite_from ? std::copysign(infinity, value) : value;
}

/// Which field names the column; the set before it and the value after it may be missing.
std::size_t column_field(const MpsFields& fields, const MpsDraft& draft) {
    if (fields.count == 4) return 2;
    if (fields.count == 2) return 1;
    if (needs_value(fields[0])) return 1;
    return draft.find_column(fields[2]) >= 0 ? 2 : 1;
}

}  // namespace

void MpsParser::take_bound(const MpsFields& fields) {
    const std::string_view type = fields[0];
    if (type == "SC" || type == "SI" || type == "SN")
        return problem(fmt::format("bound type {} (semicontinuous)", quoted(type)), std::string{all_types});
    if (!needs_value(type) && !needs_none(type))
        return problem(fmt::format("bound type {}", quoted(type)), std::string{all_types});
    if (fields.count < (needs_value(type) ? 3U : 2U) || fields.count > 4)
        return problem(fmt::format("{} fields", fields.count),
                       needs_value(type) ? "a type, a set, a column and a number" : "a type, a set and a column");

    const std::size_t at = column_field(fields, draft_);
    if (at == 2 && !one_set(fields[1], bound_set_)) return;
    const int column = draft_.find_column(fields[at]);
    if (column < 0) return problem(fmt::format("column {}", quoted(fields[at])), "a column of the section COLUMNS");
    double value = 0.0;
    if (at + 1 < fields.count) {
        const std::optional<double> read = number(fields[at + 1]);
        if (!read) return;
        value = with_infinity(*read);
    }
    draft_.column(column).bound_line = line_;
    set_bound(type, column, value);
}

void MpsParser::set_bound(std::string_view type, int index, double value) {
    MpsColumn& column = draft_.column(index);
    const auto lower = [&](double bound) { set_side_of_bound(column.lower, bound, "lower", column.name); };
    const auto upper = [&](double bound) { set_side_of_bound(column.upper, bound, "upper", column.name); };
    const bool takes_plus = type == "UP" || type == "UI" || needs_none(type);
    const bool takes_minus = type == "LO" || type == "LI" || needs_none(type);
    if ((value == infinity && !takes_plus) || (value == -infinity && !takes_minus))
        return problem(fmt::format("bound {} of {}", quoted(type), value), "a finite number");
    if (type == "LO" || type == "LI") lower(value);
    if (type == "UP" || type == "UI") upper(value);
    if (type == "FX") lower(value), upper(value);
    if (type == "FR") lower(-infinity), upper(infinity);
    if (type == "MI") lower(-infinity);
    if (type == "PL") upper(infinity);
    if (type == "BV") lower(0.0), upper(1.0);
    if (type == "BV" || type == "LI" || type == "UI") column.integer = true;
}

void MpsParser::set_side_of_bound(std::optional<double>& side, double value, std::string_view which,
                                  std::string_view column) {
    if (side && *side != value)
        return problem(fmt::format("a second {} bound for column {}: {} after {}", which, quoted(column), value, *side),
                       "one");
    side = value;
}

}  // namespace indus::solver
