// SPDX-License-Identifier: Apache-2.0
#include "inputs/sectors/case_preview.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace indus::inputs {

namespace {

namespace fs = std::filesystem;

bool write_file(const fs::path& path, const std::string& text) {
    std::ofstream stream{path, std::ios::binary};
    stream << text;
    stream.close();
    return static_cast<bool>(stream);
}

}  // namespace

CasePreview::~CasePreview() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
}

const std::string& CasePreview::text(const std::string& file, std::vector<Issue>& issues) {
    std::string& text = before_[file];
    if (text.empty() && folder_.has(file)) text = folder_.read_text(file, issues).value_or("");
    return text;
}

bool CasePreview::changes_below(const std::string& folder) const {
    return std::any_of(after_.begin(), after_.end(),
                       [&](const auto& each) { return each.first.starts_with(folder + "/"); });
}

void CasePreview::link(const fs::path& below) {
    for (const auto& entry : fs::directory_iterator(folder_.root() / below)) {
        const fs::path relative = below / entry.path().filename();
        if (entry.path() == path_ || after_.contains(relative.string())) continue;
        if (changes_below(relative.string()))
            link(relative);
        else
            fs::create_symlink(fs::absolute(entry.path()), path_ / relative);
    }
}

bool CasePreview::write() {
    std::string pattern = (folder_.root() / ".preview-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) return false;
    path_ = pattern;
    try {
        for (const auto& [file, text] : after_) fs::create_directories((path_ / file).parent_path());
        link({});
    } catch (const fs::filesystem_error&) {
        return false;
    }
    return std::all_of(after_.begin(), after_.end(),
                       [&](const auto& each) { return write_file(path_ / each.first, each.second); });
}

bool CasePreview::take_over() const {
    std::vector<std::string> done;
    for (const auto& [file, text] : after_) {
        std::error_code error;
        const fs::path target = folder_.root() / file;
        fs::create_directories(target.parent_path(), error);
        if (!error) fs::rename(path_ / file, target, error);
        if (error) return put_back(done), false;
        done.push_back(file);
    }
    return true;
}

void CasePreview::put_back(const std::vector<std::string>& files) const {
    for (const std::string& file : files) {
        std::error_code error;
        const std::string& text = before_.at(file);
        if (text.empty())
            fs::remove(folder_.root() / file, error);
        else
            write_file(folder_.root() / file, text);
    }
}

}  // namespace indus::inputs
