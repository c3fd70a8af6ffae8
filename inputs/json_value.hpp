// SPDX-License-Identifier: Apache-2.0
// A JSON document whose values know where they stand, so that what is wrong with one is told by its path
// ("solution.series[3].values[17]").
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/issue.hpp"

namespace indus::inputs {

class JsonDocument;

/// One value. It refers to the value it was taken from, which must outlive it.
class JsonValue {
public:
    bool is_null() const;
    /// Each sets its target, or reports what was expected and returns false.
    bool read(std::string& text) const;
    bool read(bool& truth) const;
    bool read(int& number) const;
    bool read(long& number) const;
    bool read(double& number) const;
    bool read(std::vector<double>& numbers, bool null_is_nan) const;

    /// Number of items of an array; nothing, reported, when it is none.
    std::optional<std::size_t> array_size() const;
    JsonValue item(std::size_t index) const;

    /// Whether it is an object; reports members that are not among `names`.
    bool is_object_of(const std::vector<std::string>& names) const;
    /// A member of an object; nothing, reported, when it is missing.
    std::optional<JsonValue> member(std::string_view name) const;

    void report(std::string_view expected, std::string_view nearest = {}) const;
    std::string path() const;

private:
    friend class JsonDocument;
    JsonValue(JsonDocument& document, const void* node, const JsonValue* parent, std::string_view name,
              std::size_t index)
        : document_{&document}, node_{node}, parent_{parent}, name_{name}, index_{index} {}
    JsonDocument* document_;
    const void* node_;         ///< the library's value
    const JsonValue* parent_;  ///< null for the document itself
    std::string_view name_;    ///< of a member; empty for an item of an array
    std::size_t index_;
};

class JsonDocument {
public:
    /// Parses; a document that is no JSON is reported and has no root. Issues carry `file`.
    JsonDocument(std::string file, std::string_view text, std::vector<Issue>& issues);
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;
    ~JsonDocument();

    std::optional<JsonValue> root();
    /// Beyond a hundred problems nobody learns more.
    void report(std::string_view path, std::string_view found, std::string_view expected,
                std::string_view nearest = {});

private:
    struct Tree;
    std::string file_;
    std::vector<Issue>& issues_;
    std::unique_ptr<Tree> tree_;
    int reported_ = 0;
};

}  // namespace indus::inputs
