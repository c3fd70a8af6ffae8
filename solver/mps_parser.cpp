// SPDX-License-Identifier: Apache-2.0
#include "solver/mps_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace indus::solver {

namespace {

constexpr std::size_t most_problems = 100;
constexpr std::size_t longest_line = 65536;
constexpr std::string_view linear = "a linear or mixed-integer program";

struct Refused {
    std::string_view word;
    std::string_view meaning;
};
constexpr std::array<Refused, 20> refused_sections{{
    {"SOS", "special ordered sets"},      {"SOS1", "special ordered sets"},    {"SOS2", "special ordered sets"},
    {"SETS", "special ordered sets"},     {"QUADOBJ", "quadratic cost"},       {"QMATRIX", "quadratic cost"},
    {"QSECTION", "quadratic cost"},       {"QCMATRIX", "quadratic rows"},      {"CSECTION", "cones"},
    {"INDICATORS", "indicator rows"},     {"LAZYCONS", "lazy rows"},           {"USERCUTS", "user cuts"},
    {"GENCONS", "general constraints"},   {"PWLOBJ", "piecewise linear cost"}, {"PWLCON", "piecewise linear rows"},
    {"PWLNAM", "piecewise linear terms"}, {"MULTIOBJ", "several objectives"},  {"REFROW", "special ordered sets"},
    {"NETWORK", "a network section"},     {"STOCH", "stochastic data"},
}};

std::string upper_case(std::string_view text) {
    std::string upper{text};
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return upper;
}

std::string_view without_quotes(std::string_view word) {
    const bool enclosed = word.size() >= 2 && word.front() == '\'' && word.back() == '\'';
    return enclosed ? word.substr(1, word.size() - 2) : word;
}

}  // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string shown{text.substr(0, longest)};
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; }, '?');
    return fmt::format("'{}{}'", shown, text.size() > longest ? "..." : "");
}

void MpsParser::problem_at(int line, std::string found, std::string expected) {
    if (full_) return;
    reading_.problems.push_back({file_, line, std::move(found), std::move(expected)});
    if (reading_.problems.size() < most_problems) return;
    full_ = true;
    reading_.problems.push_back(
        {file_, line, fmt::format("{} problems so far", most_problems), "fewer: the rest of the file was not read"});
}

MpsReading MpsParser::read() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    for (std::size_t at = 0; at < text_.size() && !full_;) {
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        ++line_;
        take_line(text_.substr(at, end - at));
        at = end + 1;
    }
    finish();
    return std::move(reading_);
}

void MpsParser::take_line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() > longest_line)
        return problem(fmt::format("a line of {} characters", line.size()), fmt::format("at most {}", longest_line));
    if (line.starts_with('*') || trim_blanks(line).empty()) return;
    if (section_ == Section::end) {
        problem(quoted(line), "nothing after ENDATA");
        text_ = {};
        return;
    }
    if (line.front() == ' ' || line.front() == '\t') return take_data(line);
    take_header(line);
}

void MpsParser::take_header(std::string_view line) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view word = line.substr(0, end);
    const std::string_view rest = trim_blanks(line.substr(end));
    static constexpr std::array<std::pair<std::string_view, Section>, 9> sections{{
        {"NAME", Section::name},
        {"OBJSENSE", Section::sense},
        {"OBJNAME", Section::objective},
        {"ROWS", Section::rows},
        {"COLUMNS", Section::columns},
        {"RHS", Section::sides},
        {"RANGES", Section::ranges},
        {"BOUNDS", Section::bounds},
        {"ENDATA", Section::end},
    }};
    for (const auto& [name, section] : sections)
        if (word == name) {
            open(section, word);
            if (section == Section::name)
                reading_.name = rest.ends_with(" FREE") ? trim_blanks(rest.substr(0, rest.size() - 5)) : rest;
            if (section == Section::sense && !rest.empty()) take_sense(rest);
            return;
        }
    section_ = Section::refused;
    for (const Refused& each : refused_sections)
        if (word == each.word)
            return problem(fmt::format("section {} ({})", quoted(word), each.meaning), std::string{linear});
    problem(quoted(word),
            "a section (NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS, ENDATA), or a blank before data");
}

void MpsParser::open(Section section, std::string_view word) {
    if (std::find(seen_.begin(), seen_.end(), section) != seen_.end())
        problem(fmt::format("section {} again", quoted(word)), "each section once");
    const auto has = [&](Section other) { return std::find(seen_.begin(), seen_.end(), other) != seen_.end(); };
    if (section == Section::columns && !has(Section::rows)) problem("section 'COLUMNS'", "ROWS before it");
    if ((section == Section::sides || section == Section::ranges || section == Section::bounds) &&
        !has(Section::columns))
        problem(fmt::format("section {}", quoted(word)), "COLUMNS before it");
    seen_.push_back(section);
    section_ = section;
}

void MpsParser::take_data(std::string_view line) {
    if (section_ == Section::refused) return;
    const MpsFields fields = split_(line);
    if (fields.count == 0) return;
    if (fields.overflow || fields.misplaced)
        return problem(quoted(trim_blanks(line)), fields.overflow
                                                      ? "at most six fields"
                                                      : "fields in columns 2-3, 5-12, 15-22, 25-36, 40-47 and 50-61");
    switch (section_) {
        case Section::sense:
            return take_sense(fields[0]);
        case Section::objective:
            objective_ = fields[0];
            objective_line_ = line_;
            return;
        case Section::rows:
            return take_row(fields);
        case Section::columns:
            return take_column(fields);
        case Section::sides:
        case Section::ranges:
            return take_vector(fields);
        case Section::bounds:
            return take_bound(fields);
        default:
            return problem(quoted(trim_blanks(line)), "a section that has data");
    }
}

void MpsParser::take_sense(std::string_view word) {
    const std::string sense = upper_case(word);
    if (sense == "MAX" || sense == "MAXIMIZE" || sense == "MAXIMISE")
        reading_.maximised = true;
    else if (sense != "MIN" && sense != "MINIMIZE" && sense != "MINIMISE")
        problem(quoted(word), "MIN or MAX");
}

void MpsParser::take_row(const MpsFields& fields) {
    if (fields.count != 2) return problem(fmt::format("{} fields", fields.count), "two: a type and a name");
    const std::string type = upper_case(fields[0]);
    if (type != "N" && type != "E" && type != "L" && type != "G")
        return problem(fmt::format("row type {}", quoted(fields[0])), "N, E, L or G");
    if (!draft_.add_row(fields[1], type[0])) problem(fmt::format("row {} again", quoted(fields[1])), "each row once");
}

void MpsParser::take_marker(const MpsFields& fields) {
    const std::string_view kind = without_quotes(fields[2]);
    if (kind == "INTORG" || kind == "INTEND") {
        const bool opens = kind == "INTORG";
        if (opens == integer_)
            problem(fmt::format("marker {}", quoted(kind)), opens ? "INTEND before it" : "INTORG before it");
        integer_ = opens;
    } else if (kind == "SOSORG" || kind == "SOSEND") {
        problem(fmt::format("marker {} (special ordered sets)", quoted(kind)), std::string{linear});
    } else {
        problem(fmt::format("marker {}", quoted(kind)), "INTORG or INTEND");
    }
}

void MpsParser::take_column(const MpsFields& fields) {
    if (fields.count == 3 && fields[1] == "'MARKER'") return take_marker(fields);
    if (fields.count != 3 && fields.count != 5)
        return problem(fmt::format("{} fields", fields.count), "a column, and one or two rows with a number each");
    if (fields[0] == skipped_column_) return;
    if (fields[0] != draft_.last_column_name() && !draft_.add_column(fields[0], integer_)) {
        skipped_column_ = fields[0];
        return problem(fmt::format("column {} again", quoted(fields[0])), "all entries of a column together");
    }
    skipped_column_ = {};
    for (std::size_t k = 1; k + 1 < fields.count; k += 2) {
        const int row = known_row(fields[k]);
        const std::optional<double> value = number(fields[k + 1]);
        if (row < 0 || !value) continue;
        if (!std::isfinite(*value))
            problem(quoted(fields[k + 1]), "a finite number");
        else if (!draft_.add_entry(row, *value))
            problem(fmt::format("row {} again in column {}", quoted(fields[k]), quoted(fields[0])), "one entry");
    }
}

int MpsParser::known_row(std::string_view name) {
    const int row = draft_.find_row(name);
    if (row < 0) problem(fmt::format("row {}", quoted(name)), "a row of the section ROWS");
    return row;
}

std::optional<double> MpsParser::number(std::string_view text) {
    const std::optional<double> value = parse_mps_number(text);
    if (!value) problem(quoted(text), "a number");
    return value;
}

bool MpsParser::one_set(std::string_view name, std::string_view& taken) {
    if (taken.empty()) taken = name;
    if (name.empty() || name == taken) return true;
    problem(fmt::format("a second set {}", quoted(name)), fmt::format("one set, here {}", quoted(taken)));
    return false;
}

void MpsParser::take_vector(const MpsFields& fields) {
    const bool named = fields.count % 2 == 1;
    if (fields.count < 2 || fields.count > 5)
        return problem(fmt::format("{} fields", fields.count), "a set, and one or two rows with a number each");
    const bool sides = section_ == Section::sides;
    if (named && !one_set(fields[0], sides ? side_set_ : range_set_)) return;
    for (std::size_t k = named ? 1 : 0; k + 1 < fields.count; k += 2)
        sides ? take_side(fields[k], fields[k + 1]) : take_range(fields[k], fields[k + 1]);
}

void MpsParser::take_side(std::string_view row_name, std::string_view text) {
    const int index = known_row(row_name);
    std::optional<double> value = number(text);
    if (index < 0 || !value) return;
    MpsRow& row = draft_.row(index);
    if (row.has_side) return problem(fmt::format("a second right-hand side for row {}", quoted(row_name)), "one");
    if (std::abs(*value) >= MpsDraft::infinite_from) {
        const bool idle = (row.type == 'L' && *value > 0.0) || (row.type == 'G' && *value < 0.0);
        if (!idle) return problem(quoted(text), "a finite number");
        value = std::copysign(infinity, *value);
    }
    row.has_side = true;
    row.side = *value;
}

void MpsParser::take_range(std::string_view row_name, std::string_view text) {
    const int index = known_row(row_name);
    std::optional<double> value = number(text);
    if (index < 0 || !value) return;
    MpsRow& row = draft_.row(index);
    if (row.type == 'N')
        return problem(fmt::format("a range for row {} of type N", quoted(row_name)), "a row of type E, L or G");
    if (row.range) return problem(fmt::format("a second range for row {}", quoted(row_name)), "one");
    if (std::abs(*value) >= MpsDraft::infinite_from) value = std::copysign(infinity, *value);
    row.range = value;
    row.range_line = line_;
}

void MpsParser::finish() {
    if (!full_ && section_ != Section::end) problem("the end of the file", "ENDATA");
    if (!full_ && section_ == Section::end && integer_) problem("marker 'INTORG' without end", "INTEND");
    if (!objective_.empty()) {
        const int row = draft_.find_row(objective_);
        if (row < 0 || draft_.row(row).type != 'N')
            problem_at(objective_line_, fmt::format("objective {}", quoted(objective_)), "a row of type N");
        else
            draft_.set_objective(row);
    }
    if (!reading_.problems.empty()) return;
    Program program =
        draft_.program(reading_.maximised ? -1.0 : 1.0, [this](int line, std::string found, std::string expected) {
            problem_at(line, std::move(found), std::move(expected));
        });
    if (reading_.problems.empty()) reading_.program = std::move(program);
}

}  // namespace indus::solver
