// SPDX-License-Identifier: Apache-2.0
// Reads back what a workbook holds: the cells of its sheets by name, and whether its parts are well-formed XML.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "reports/zip_parts.hpp"

namespace indus::reports::tests {

struct XlsxCell {
    bool is_number = false;
    double number = 0.0;
    std::string text{};
};
/// Rows of cells; where nothing was written, an empty text.
using XlsxRows = std::vector<std::vector<XlsxCell>>;

/// The text between `begin` and `end` after `at`, which moves behind it; empty where there is none.
inline std::string_view between(std::string_view text, std::string_view begin, std::string_view end, std::size_t& at) {
    const std::size_t first = text.find(begin, at);
    if (first == std::string_view::npos) return at = text.size(), std::string_view{};
    const std::size_t last = text.find(end, first + begin.size());
    at = last == std::string_view::npos ? text.size() : last + end.size();
    return text.substr(first + begin.size(), last - first - begin.size());
}

inline std::string unescaped(std::string_view xml) {
    std::string text{xml};
    for (const auto& [entity, letter] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
            text.replace(at, std::string_view{entity}.size(), letter);
    return text;
}

/// Whether every element ends where it must, and nothing stands after the root.
inline bool is_well_formed(std::string_view xml) {
    std::vector<std::string_view> open;
    std::size_t at = 0, roots = 0;
    while ((at = xml.find('<', at)) != std::string_view::npos) {
        const std::size_t end = xml.find('>', at);
        if (end == std::string_view::npos) return false;
        const std::string_view tag = xml.substr(at + 1, end - at - 1);
        at = end;
        if (tag.starts_with('?')) continue;
        if (tag.starts_with('/')) {
            if (open.empty() || open.back() != tag.substr(1)) return false;
            open.pop_back();
            continue;
        }
        if (open.empty()) ++roots;
        if (!tag.ends_with('/')) open.push_back(tag.substr(0, tag.find_first_of(" \r\n")));
    }
    return open.empty() && roots == 1;
}

class Xlsx {
public:
    explicit Xlsx(const std::filesystem::path& file) {
        for_each_zip_part(file, [&](const std::string& name, std::string_view text) { parts_[name] = text; });
        const std::string_view book = parts_.at("xl/workbook.xml");
        for (std::size_t at = book.find("<sheets>"); at < book.size();) {
            const std::string_view name = between(book, "<sheet name=\"", "\"", at);
            if (!name.empty()) names_.push_back(unescaped(name));
        }
    }

    const std::map<std::string, std::string>& parts() const { return parts_; }
    const std::vector<std::string>& sheet_names() const { return names_; }
    const std::string& sheet_xml(const std::string& name) const {
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (names_[i] == name) return parts_.at("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml");
        throw std::out_of_range("no sheet " + name);
    }

    XlsxRows rows(const std::string& sheet) const {
        const std::string_view xml = sheet_xml(sheet);
        XlsxRows rows;
        for (std::size_t at = xml.find("<sheetData>"); at < xml.size();) {
            const std::string_view cell = between(xml, "<c r=\"", ">", at);
            if (cell.empty() || cell.ends_with('/')) continue;
            const std::size_t letters = cell.find_first_of("0123456789");
            std::size_t column = 0;
            for (const char letter : cell.substr(0, letters))
                column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
            const auto row = static_cast<std::size_t>(std::atol(std::string{cell.substr(letters, 8)}.c_str()));
            if (rows.size() < row) rows.resize(row);
            if (rows[row - 1].size() < column) rows[row - 1].resize(column);
            rows[row - 1][column - 1] = content(between(xml, "", "</c>", at), cell);
        }
        return rows;
    }

private:
    static XlsxCell content(std::string_view inner, std::string_view head) {
        std::size_t at = 0;
        if (head.find("inlineStr") == std::string_view::npos)
            return {true, std::strtod(std::string{between(inner, "<v>", "</v>", at)}.c_str(), nullptr), {}};
        inner.remove_prefix(inner.find("<t"));
        inner.remove_prefix(inner.find('>') + 1);
        return {false, 0.0, unescaped(inner.substr(0, inner.find("</t>")))};
    }

    std::map<std::string, std::string> parts_;
    std::vector<std::string> names_;
};

}  // namespace indus::reports::tests
