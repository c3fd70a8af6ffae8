// SPDX-License-Identifier: Apache-2.0
// A case as it will be when some of its files are changed, to be read before anything is.
//
//     CasePreview preview{"cases/island"};
//     preview.change("stage.csv", preview.text("stage.csv", issues) + "kiln,works\n");
//     if (preview.write() && read_case(preview.path()).issues.empty()) preview.take_over();
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/issue.hpp"
#include "inputs/source_file.hpp"

namespace indus::inputs {

class CasePreview {
public:
    explicit CasePreview(const std::filesystem::path& folder) : folder_{folder} {}
    ~CasePreview();
    CasePreview(const CasePreview&) = delete;
    CasePreview& operator=(const CasePreview&) = delete;

    bool has(const std::string& file) const { return folder_.has(file); }
    /// The file as it is, empty where there is none.
    const std::string& text(const std::string& file, std::vector<Issue>& issues);
    /// A file whose text was asked for.
    void change(const std::string& file, std::string text) { after_[file] = std::move(text); }

    /// Writes a hidden folder in the case: the changed files, and links to all others. False where it cannot.
    bool write();
    const std::filesystem::path& path() const { return path_; }
    /// Renames the files into the case; where one does not go, those before it are put back.
    bool take_over() const;

private:
    void link(const std::filesystem::path& below);
    bool changes_below(const std::string& folder) const;
    void put_back(const std::vector<std::string>& files) const;

    CaseFolder folder_;
    std::filesystem::path path_{};
    std::map<std::string, std::string> before_{}, after_{};  ///< texts by file
};

}  // namespace indus::inputs
