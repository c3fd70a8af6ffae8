// SPDX-License-Identifier: Apache-2.0
// The kinds of component and their fields, seen at run time: what a reader of tables and scenarios works
// with. One entry for each type of model::AllComponents and each of its declared fields.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/cell_values.hpp"
#include "model/system.hpp"

namespace indus::inputs {

enum class Scaled { no_number, unset, done };

/// Gives the name under which the scaled copy of a series will be found.
using NameScaledSeries = std::function<std::string(const std::string& series)>;

/// One field of one kind. Components are given as the data and a row in the kind's list.
struct FieldPort {
    std::string name{};
    model::Need need = model::Need::optional;
    std::string target{};       ///< the kind a reference points to, or empty
    bool takes_series = false;  ///< a number or the name of a series
    /// Sets the value; an empty text sets the default, and is a mistake where the field is required.
    std::function<MaybeMistake(model::SystemData&, int row, std::string_view text)> assign{};
    /// Whether the field has the value that `text` stands for; nothing where it stands for none.
    std::function<std::optional<bool>(const model::SystemData&, int row, std::string_view text)> equals{};
    std::function<Scaled(model::SystemData&, int row, double factor, const NameScaledSeries&)> scale{};
    /// The name of the series the value refers to, or empty.
    std::function<std::string(const model::SystemData&, int row)> series{};
    /// Puts a NaN in place of a number that is in range; false where there is none.
    std::function<bool(model::SystemData&, int row)> spoil{};
};

struct KindPort {
    std::string name{};
    std::vector<FieldPort> fields{};
    std::function<int(const model::SystemData&)> count{};
    std::function<void(model::SystemData&)> append{};
    std::function<void(model::SystemData&, int row)> erase{};
    std::function<std::string(const model::SystemData&, int row)> name_of{};

    int find_field(std::string_view field) const;  ///< position, or -1
    std::vector<std::string> field_names() const;
    std::vector<std::string> names(const model::SystemData& data) const;
};

/// All kinds, in the order of model::AllComponents.
const std::vector<KindPort>& kinds();
/// The kind of that name, or null.
const KindPort* find_kind(std::string_view name);
std::vector<std::string> kind_names();

}  // namespace indus::inputs
