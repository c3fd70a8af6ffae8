// SPDX-License-Identifier: Apache-2.0
#include "inputs/scenario_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "inputs/name_pattern.hpp"
#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

using Type = TomlValue::Type;

/// What one operation says; the keys it may have depend on what it does.
struct Change {
    const TomlValue* kind = nullptr;
    const TomlValue* name = nullptr;
    const TomlValue* where = nullptr;
    const TomlValue* values = nullptr;
    const TomlValue* field = nullptr;
    const TomlValue* factor = nullptr;
};

template <const TomlValue* Change::*member>
bool keep(const TomlValue& value, Change& change, bool fits) {
    if (fits) change.*member = &value;
    return fits;
}
template <const TomlValue* Change::*member>
bool keep_text(const TomlValue& value, Change& change) {
    return keep<member>(value, change, value.type == Type::text);
}
template <const TomlValue* Change::*member>
bool keep_table(const TomlValue& value, Change& change) {
    return keep<member>(value, change, value.type == Type::table);
}
bool keep_factor(const TomlValue& value, Change& change) {
    return keep<&Change::factor>(value, change, value.type == Type::number && std::isfinite(value.number));
}

using Key = TomlKey<Change>;
constexpr Key kind_key{"kind", "a kind of component, as a text", keep_text<&Change::kind>};
constexpr Key name_key{"name", "a name or a pattern, as a text", keep_text<&Change::name>};
constexpr Key where_key{"where", "a table such as { technology = \"coal\" }", keep_table<&Change::where>};
constexpr Key values_key{"values", "a table such as { capacity_mw = 600 }", keep_table<&Change::values>};
constexpr Key field_key{"field", "a field, as a text", keep_text<&Change::field>};
constexpr Key factor_key{"factor", "a number", keep_factor};

constexpr std::array set_keys{kind_key, name_key, where_key, values_key};
constexpr std::array scale_keys{kind_key, name_key, where_key, field_key, factor_key};
constexpr std::array add_keys{kind_key, values_key};
constexpr std::array remove_keys{kind_key, name_key, where_key};

class Operation {
public:
    Operation(std::string_view verb, const TomlValue& table, Draft& draft)
        : verb_{verb}, table_{table}, draft_{draft} {}

    void apply() {
        const std::size_t issues_before = draft_.issues.size();
        read_keys<Change>(table_, keys(), change_, draft_.issues);
        // A key with a problem leaves the operation unclear; it is not guessed at.
        if (draft_.issues.size() > issues_before || !has_all_keys() || !find_kind_of_change()) return;
        if (verb_ == "add") return add();
        const std::vector<int> rows = matching_rows();
        if (rows.empty()) return;
        if (verb_ == "set") set(rows);
        if (verb_ == "scale") scale(rows);
        if (verb_ == "remove") remove(rows);
    }

private:
    std::span<const Key> keys() const {
        if (verb_ == "set") return set_keys;
        if (verb_ == "scale") return scale_keys;
        if (verb_ == "add") return add_keys;
        return remove_keys;
    }

    bool require(const TomlValue* value, std::string_view key, std::string_view expected) {
        if (value == nullptr) draft_.issues.push_back(issue_at(table_.place, key, "", expected));
        return value != nullptr;
    }

    bool has_all_keys() {
        bool complete = require(change_.kind, "kind", "a kind of component");
        if (verb_ != "add" && change_.where == nullptr)
            complete &= require(change_.name, "name", "a name or a pattern");
        if (verb_ == "set" || verb_ == "add")
            complete &= require(change_.values, "values", "a table of fields and values");
        if (verb_ == "scale") complete &= require(change_.field, "field", "the field to multiply");
        if (verb_ == "scale") complete &= require(change_.factor, "factor", "a number");
        return complete;
    }

    bool find_kind_of_change() {
        kind_ = find_kind(change_.kind->text);
        if (kind_ == nullptr)
            report(*change_.kind, "kind", "a kind of component", model::nearest_name(change_.kind->text, kind_names()));
        return kind_ != nullptr;
    }

    void report(const TomlValue& value, std::string_view key, std::string_view expected,
                std::string_view nearest = {}) {
        draft_.issues.push_back(issue_at(value.place, key, value.text, expected, nearest));
    }

    /// Position of a field in the kind; reports an unknown one.
    int field_at(const Place& place, const std::string& name) {
        const int field = kind_->find_field(name);
        if (field < 0)
            draft_.issues.push_back(issue_at(place, "", name, "a field that " + kind_->name + " has",
                                             model::nearest_name(name, kind_->field_names())));
        return field;
    }

    std::vector<int> matching_rows() {
        const std::string pattern = change_.name == nullptr ? "*" : change_.name->text;
        std::vector<int> rows;
        for (int row = 0; row < kind_->count(draft_.data); ++row)
            if (fits_pattern(kind_->name_of(draft_.data, row), pattern)) rows.push_back(row);
        // Where rows of the table could not be read, a missing name proves nothing.
        if (rows.empty() && !draft_.table(*kind_).incomplete)
            report(change_.name == nullptr ? *change_.where : *change_.name, "name",
                   fmt::format("the name of a {} or a pattern that fits one", kind_->name),
                   model::nearest_name(pattern, kind_->names(draft_.data)));
        if (!rows.empty() && change_.where != nullptr) narrow(rows);
        return rows;
    }

    /// Keeps the rows whose fields have the values of `where`.
    void narrow(std::vector<int>& rows) {
        for (const auto& [name, place, value] : change_.where->entries) {
            const int field = field_at(place, name);
            if (field < 0) return rows.clear();
            const FieldPort& port = kind_->fields[static_cast<std::size_t>(field)];
            if (!value.is_single() || !port.equals(draft_.data, rows.front(), value.text)) {
                model::SystemData scratch;
                kind_->append(scratch);
                const MaybeMistake mistake = port.assign(scratch, 0, value.is_single() ? value.text : "");
                report(value, name, mistake ? mistake->expected : "a single value", mistake ? mistake->nearest : "");
                return rows.clear();
            }
            std::erase_if(rows, [&, &text = value.text](int row) { return !*port.equals(draft_.data, row, text); });
            if (rows.empty())
                return report(value, name, fmt::format("a value of {} that a {} of this name has", name, kind_->name));
        }
    }

    void set(const std::vector<int>& rows) {
        for (const auto& [name, place, value] : change_.values->entries) {
            const int field = field_at(place, name);
            if (field < 0) continue;
            if (name == "name")
                draft_.issues.push_back(
                    issue_at(place, "", name, "a field other than the name, by which others refer to it"));
            else
                assign(rows, field, value);
        }
    }

    void assign(const std::vector<int>& rows, int field, const TomlValue& value) {
        const std::size_t issues_before = draft_.issues.size();
        for (const int row : rows) {
            if (!value.is_single()) {
                report(value, kind_->fields[static_cast<std::size_t>(field)].name, "a single value");
                draft_.fail(*kind_, row, field);
            } else {
                draft_.assign(*kind_, row, field, trimmed(value.text), value.place);
            }
        }
        // One problem of one value is told once, however many components it was meant for.
        if (draft_.issues.size() > issues_before + 1) draft_.issues.resize(issues_before + 1);
    }

    void scale(const std::vector<int>& rows) {
        const int field = field_at(change_.field->place, change_.field->text);
        if (field < 0) return;
        bool any = false;
        for (const int row : rows) {
            if (draft_.cell(*kind_, row, field).state == CellState::failed) {
                any = true;
                continue;
            }
            const Scaled scaled = scale_row(row, field);
            if (scaled == Scaled::no_number)
                return report(*change_.field, "field", "a field that holds a number or a series");
            any = any || scaled == Scaled::done;
        }
        if (!any) report(*change_.field, "field", "a field that is not empty for all components found");
    }

    Scaled scale_row(int row, int field) {
        CellOrigin& cell = draft_.cell(*kind_, row, field);
        const double factor = change_.factor->number;
        const auto copy = [&](const std::string& series) {
            std::string name = fmt::format("{} * {}", series, factor);
            const auto scaled_before = draft_.scaled.find(series);
            const bool again = scaled_before != draft_.scaled.end();
            draft_.scaled.try_emplace(name, ScaledSeries{series, factor, again ? scaled_before->second.written : series,
                                                         again ? scaled_before->second.place : cell.place});
            return name;
        };
        const Scaled scaled = kind_->fields[static_cast<std::size_t>(field)].scale(draft_.data, row, factor, copy);
        if (scaled == Scaled::done) cell = {"", change_.factor->place, CellState::given};
        return scaled;
    }

    void add() {
        const int row = draft_.append(*kind_, change_.values->place);
        for (const auto& [name, place, value] : change_.values->entries)
            if (const int field = field_at(place, name); field >= 0) assign({row}, field, value);
        for (std::size_t i = 0; i < kind_->fields.size(); ++i) {
            const int field = static_cast<int>(i);
            const FieldPort& port = kind_->fields[i];
            if (port.need == model::Need::required && change_.values->find(port.name) == nullptr)
                draft_.assign(*kind_, row, field, "", change_.values->place);
        }
    }

    void remove(const std::vector<int>& rows) {
        const Place& place = change_.name == nullptr ? change_.where->place : change_.name->place;
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            draft_.removals.push_back({kind_->name, kind_->name_of(draft_.data, *row), place});
            draft_.erase(*kind_, *row);
        }
    }

    std::string_view verb_;
    const TomlValue& table_;
    Draft& draft_;
    Change change_;
    const KindPort* kind_ = nullptr;
};

}  // namespace

void apply_changes(const TomlValue& file, Draft& draft) {
    struct Entry {
        std::string_view verb;
        const TomlValue* table;
    };
    std::vector<Entry> operations;
    for (const std::string_view verb : {"set", "scale", "add", "remove"})
        if (const TomlValue* list = file.find(verb); list != nullptr)
            for (const TomlValue& item : list->items)
                if (item.type == Type::table) operations.push_back({verb, &item});
    const auto position = [](const Entry& entry) {
        return std::tie(entry.table->place.line, entry.table->place.column);
    };
    std::stable_sort(operations.begin(), operations.end(),
                     [&](const Entry& left, const Entry& right) { return position(left) < position(right); });
    for (const Entry& entry : operations) Operation{entry.verb, *entry.table, draft}.apply();
}

}  // namespace indus::inputs
