// SPDX-License-Identifier: Apache-2.0
// A file of another tool that a test writes, spoils and reads.
//
//     ImportedFile file{"tiny.json", R"({"time_periods": 1})"};
//     EXPECT_THAT(file.messages(), ElementsAre("tiny.json: demand: found nothing, expected ..."));
#pragma once

#include <string>

#include "inputs/importers/import_file.hpp"
#include "model/formulation.hpp"
#include "solver/lp_text.hpp"
#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

/// The whole program of a system, as text.
inline std::string program_text(const model::System& system) {
    std::ostringstream text;
    solver::write_lp(model::build(system)->program(), text);
    return text.str();
}

/// Compares two systems field by field.
inline void expect_equal(const model::System& left, const model::System& right) {
    EXPECT_EQ(left.horizon(), right.horizon());
    EXPECT_EQ(left.settings().name, right.settings().name);
    EXPECT_EQ(left.settings().title, right.settings().title);
    EXPECT_EQ(left.settings().currency, right.settings().currency);
    EXPECT_EQ(left.settings().cost_segments, right.settings().cost_segments);
    model::for_each_kind([&]<class Component>() {
        const auto& ours = left.all<Component>();
        const auto& theirs = right.all<Component>();
        ASSERT_EQ(ours.size(), theirs.size()) << Component::kind;
        for (std::size_t i = 0; i < ours.size(); ++i)
            model::for_each_field<Component>([&](const auto& field) {
                EXPECT_TRUE(ours[i].*(field.member) == theirs[i].*(field.member))
                    << Component::kind << ' ' << ours[i].name << ' ' << field.name;
            });
    });
}

class ImportedFile {
public:
    ImportedFile(std::string name, std::string text) : name_{std::move(name)}, text_{std::move(text)} {}

    /// Puts other words in place of some that are there.
    ImportedFile& replace(const std::string& old, const std::string& with) {
        const std::size_t at = text_.find(old);
        if (at == std::string::npos) throw std::logic_error("the text has no " + old);
        text_.replace(at, old.size(), with);
        return *this;
    }
    inputs::LoadedCase read(const std::string& format = {}, const inputs::ReadOptions& options = {}) const {
        folder_.write(name_, text_);
        return inputs::read_file(folder_.path() / name_, format, options);
    }
    std::vector<std::string> messages(const std::string& format = {}) const { return texts(read(format)); }
    static std::vector<std::string> texts(const inputs::LoadedCase& loaded) {
        EXPECT_EQ(loaded.system.has_value(), loaded.issues.empty());
        std::vector<std::string> texts;
        for (const inputs::Issue& issue : loaded.issues) texts.push_back(to_string(issue));
        return texts;
    }
    model::System system() const {
        const inputs::LoadedCase loaded = read();
        for (const inputs::Issue& issue : loaded.issues) ADD_FAILURE() << to_string(issue);
        if (!loaded.system) throw std::runtime_error("the file is not good");
        return *loaded.system;
    }
    /// Writes a case folder and reads it back: the same system, the same program.
    void expect_round_trip(const std::string& format) const {
        const model::System direct = system();
        const std::filesystem::path folder = folder_.path() / "case";
        for (const inputs::Issue& issue : inputs::import_file(folder_.path() / name_, format, folder))
            ADD_FAILURE() << to_string(issue);
        const inputs::LoadedCase back = inputs::read_case(folder);
        for (const inputs::Issue& issue : back.issues) ADD_FAILURE() << to_string(issue);
        ASSERT_TRUE(back.system);
        expect_equal(direct, *back.system);
        EXPECT_EQ(program_text(direct), program_text(*back.system));
    }
    const std::filesystem::path& folder() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
    std::string name_;
    std::string text_;
};

}  // namespace indus::tests
