// SPDX-License-Identifier: Apache-2.0
// Runs another program without a shell, hears what it prints, and ends it with all it started.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indus::solver {

/// What to do with a running child, asked about twenty times a second.
enum class Wish { go_on, interrupt, kill };

struct ChildEnd {
    int exit_code = -1;   ///< 128 + signal when a signal ended it
    bool exited = false;  ///< by itself, rather than by a signal
};

struct ChildSpec {
    std::filesystem::path program{};
    std::vector<std::string> arguments{};  ///< without the program's name
    std::filesystem::path folder{};        ///< where it starts
};

/// The child has its own process group, so that Ctrl-C on the terminal reaches it by our wish only; it dies with us.
/// Its standard output and error come to `on_line`, a line at a time; its input is empty.
/// `interrupt` sends SIGINT once, `kill` SIGKILL, to the whole group. Throws std::runtime_error when it cannot start.
ChildEnd run_child(const ChildSpec& spec, const std::function<void(std::string_view)>& on_line,
                   const std::function<Wish()>& wish);

/// The file on PATH that would run, when there is one.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// A new empty folder for temporary files, removed with all it holds.
class TemporaryFolder {
public:
    /// Throws std::runtime_error when none can be made.
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_{};
};

}  // namespace indus::solver
