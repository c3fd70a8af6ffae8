// SPDX-License-Identifier: Apache-2.0
#include "solver/child_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace indus::solver {

namespace {

constexpr int poll_milliseconds = 50;
constexpr int cannot_start = 127;

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

struct Pipe {
    int read = -1;
    int write = -1;
    Pipe() {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("no pipe");
        read = ends[0];
        write = ends[1];
    }
    ~Pipe() {
        close(read);
        close_write();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close_write() {
        if (write >= 0) close(write);
        write = -1;
    }
};

/// Between fork and exec only calls that are safe in a signal handler are allowed: all text is made before.
[[noreturn]] void become(const char* program, char* const* arguments, const char* folder, int output, int parent) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(cannot_start);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    const int input = open("/dev/null", O_RDONLY);
    const bool ready = input >= 0 && dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
                       dup2(output, STDERR_FILENO) >= 0;
    if (ready && chdir(folder) == 0) execv(program, arguments);
    _exit(cannot_start);
}

pid_t start(const ChildSpec& spec, int output) {
    std::vector<std::string> words{spec.program.string()};
    words.insert(words.end(), spec.arguments.begin(), spec.arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0) fail(fmt::format("'{}' cannot be started", spec.program.string()));
    if (child == 0) become(spec.program.c_str(), pointers.data(), spec.folder.c_str(), output, parent);
    setpgid(child, child);  // as the child does: whoever is first
    return child;
}

/// Cuts what comes into lines.
class Lines {
public:
    explicit Lines(const std::function<void(std::string_view)>& on_line) : on_line_{on_line} {}
    void add(std::string_view text) {
        for (const char c : text) {
            if (c == '\n' || line_.size() >= longest) flush();
            if (c != '\n' && c != '\r') line_ += c;
        }
    }
    void flush() {
        if (!line_.empty()) on_line_(line_);
        line_.clear();
    }

private:
    static constexpr std::size_t longest = 65536;
    const std::function<void(std::string_view)>& on_line_;
    std::string line_{};
};

/// False at the end of the output.
bool hear(int output, Lines& lines, int milliseconds) {
    pollfd waiting{output, POLLIN, 0};
    if (poll(&waiting, 1, milliseconds) <= 0) return true;
    std::array<char, 65536> buffer{};
    const ssize_t count = read(output, buffer.data(), buffer.size());
    if (count > 0) lines.add({buffer.data(), static_cast<std::size_t>(count)});
    return count > 0 || (count < 0 && errno == EINTR);
}

/// A started child; ended with its group when nobody waited for it.
class Child {
public:
    explicit Child(pid_t id) : id_{id} {}
    ~Child() {
        if (id_ > 0) reap();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void signal(int number) const { kill(-id_, number); }
    /// Without taking its state away, so that its group cannot be another's yet.
    bool has_ended() const {
        siginfo_t state{};
        return waitid(P_PID, static_cast<id_t>(id_), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_pid == id_;
    }
    ChildEnd reap() {
        signal(SIGKILL);  // to what it may have left behind
        int status = 0;
        while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        if (WIFEXITED(status)) return {WEXITSTATUS(status), true};
        return {128 + WTERMSIG(status), false};
    }

private:
    pid_t id_;
};

}  // namespace

ChildEnd run_child(const ChildSpec& spec, const std::function<void(std::string_view)>& on_line,
                   const std::function<Wish()>& wish) {
    Pipe pipe;
    Child child{start(spec, pipe.write)};
    pipe.close_write();
    Lines lines{on_line};
    Wish sent = Wish::go_on;
    for (bool open = true; !child.has_ended();) {
        if (open)
            open = hear(pipe.read, lines, poll_milliseconds);
        else
            usleep(1000);  // its output is closed: it is about to end
        const Wish now = wish();
        if (now == sent || sent == Wish::kill) continue;
        if (now != Wish::go_on) child.signal(now == Wish::kill ? SIGKILL : SIGINT);
        sent = now;
    }
    const ChildEnd end = child.reap();
    // What is still in the pipe. One that left the group may hold it open for ever: silence ends it too.
    for (pollfd rest{pipe.read, POLLIN, 0}; poll(&rest, 1, poll_milliseconds) > 0 && hear(pipe.read, lines, 0);) {
    }
    lines.flush();
    return end;
}

std::optional<std::filesystem::path> find_program(std::string_view name) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path != nullptr ? path : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const std::filesystem::path candidate = std::filesystem::path{rest.substr(0, end)} / name;
        std::error_code error;
        if (candidate.is_absolute() && std::filesystem::is_regular_file(candidate, error) &&
            access(candidate.c_str(), X_OK) == 0)
            return candidate;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

TemporaryFolder::TemporaryFolder() {
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "indus-XXXXXX").string();
    if (error || mkdtemp(name.data()) == nullptr) fail("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace indus::solver
